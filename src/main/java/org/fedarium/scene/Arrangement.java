package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;

/// How clients stand on the stage.
public enum Arrangement {
    /// Around the server, on one or more rings.
    RING,
    /// Over the server, on one or more half rings, so that all links run one way.
    ARC,
    /// In rows and columns, in the order of their numbers.
    GRID;

    /// Whether the links of a run can be seen in it. Edges between clients are straight: on a ring
    /// or an arc none runs through a third client, in rows and columns only those of a grid do not.
    static boolean suits(Arrangement arrangement, StageView view) {
        return arrangement != GRID || view.rhythm() != Rhythm.MIXING || view.links().isGrid();
    }

    /// What a run is shown in as long as nobody chooses.
    static Arrangement usual(StageView view) {
        return view.rhythm() == Rhythm.MIXING && view.links().isGrid() ? GRID : RING;
    }

    /// The next one, in a circle.
    public Arrangement next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
