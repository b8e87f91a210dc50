package org.fedarium.ui.plot;

import org.fedarium.lab.RunInfo;

import java.util.List;

/// A kind of plot that a person can put beside the stage.
///
/// @param id     unique; used in bundle keys, node ids and the remembered arrangement
/// @param faces  its ways of looking, at least one
/// @param share  its part of the column's height, relative to the others
/// @param least  height below which it cannot be read, in pixels
record PlotKind(String id, List<Face> faces, double share, double least) {
    boolean fits(RunInfo info) {
        return faces.stream().anyMatch(face -> face.fits().test(info));
    }

    boolean hasFace(String face) {
        return faces.stream().anyMatch(f -> f.id().equals(face));
    }
}
