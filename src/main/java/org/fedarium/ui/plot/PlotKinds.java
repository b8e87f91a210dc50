package org.fedarium.ui.plot;

import org.fedarium.chart.ChartKind;
import org.fedarium.lab.DecisionRegions;

import java.util.List;
import java.util.Optional;

/// All kinds of plots, in the order of the menu that adds one.
final class PlotKinds {
    static final List<PlotKind> ALL =
            List.of(
                    new PlotKind("loss", List.of(Face.chart("loss", ChartKind.LOSS)), 31, 180),
                    new PlotKind(
                            "metric", List.of(Face.chart("metric", ChartKind.METRIC)), 24, 160),
                    new PlotKind(
                            "parameters",
                            List.of(
                                    Face.chart("paths", ChartKind.PATHS),
                                    Face.picture("drift", Pictures::drift, info -> true),
                                    Face.picture("weights", Pictures::weights, info -> true),
                                    Face.picture(
                                            "regions", Pictures::regions, DecisionRegions::fit)),
                            45,
                            280),
                    new PlotKind("clients", List.of(Face.table("table")), 45, 280));

    private PlotKinds() {}

    static Optional<PlotKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// The kind that has a face.
    static Optional<PlotKind> ofFace(String face) {
        return ALL.stream().filter(kind -> kind.hasFace(face)).findFirst();
    }
}
