package org.fedarium.ui.plot;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.RunCharts;
import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.RunInfo;

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
                                    Face.chart("parameter", ChartKind.PARAMETER),
                                    Face.picture("drift", Pictures::drift, info -> true),
                                    Face.picture("weights", Pictures::weights, info -> true),
                                    Face.picture(
                                            "regions", Pictures::regions, DecisionRegions::fit)),
                            45,
                            280),
                    new PlotKind(
                            "classes",
                            List.of(
                                    Face.picture(
                                            "confusion", Pictures::confusion, PlotKinds::classes),
                                    Face.chart("classes", ChartKind.CLASSES)),
                            45,
                            300),
                    new PlotKind(
                            "clients",
                            List.of(
                                    Face.picture(
                                            "scores",
                                            Pictures::scores,
                                            info -> RunCharts.fits(ChartKind.SPREAD, info)),
                                    Face.chart("spread", ChartKind.SPREAD),
                                    Face.picture("cosine", Pictures::cosine, info -> true),
                                    Face.table("table")),
                            45,
                            300),
                    new PlotKind(
                            "cost",
                            List.of(
                                    Face.chart("traffic", ChartKind.TRAFFIC),
                                    Face.chart("clock", ChartKind.CLOCK)),
                            31,
                            200));

    private PlotKinds() {}

    private static boolean classes(RunInfo info) {
        return RunCharts.fits(ChartKind.CLASSES, info);
    }

    static Optional<PlotKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /// The kind that has a face.
    static Optional<PlotKind> ofFace(String face) {
        return ALL.stream().filter(kind -> kind.hasFace(face)).findFirst();
    }
}
