package org.fedarium.scene;

import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.model.MetricSpec;

/// What evaluation shows: the loss and the other main metric before and after the round. The values
/// after it stay hidden until the playhead has reached them.
///
/// @param lossAfter   NaN while hidden
/// @param metricAfter NaN while hidden
record Results(
        double lossBefore,
        double lossAfter,
        double metricBefore,
        double metricAfter,
        boolean share) {

    static Results of(StageView view) {
        RunInfo info = view.timeline().info();
        int round = view.playhead().round();
        boolean shown = view.playhead().shownRound() == round;
        MetricSpec metric = info.mainMetric();
        int lossAt = info.metricIndex(info.mainLoss().id());
        int metricAt = info.metricIndex(metric.id());
        int before = Math.max(0, round - 1);
        return new Results(
                view.timeline().metric(before, lossAt),
                shown ? view.timeline().metric(round, lossAt) : Double.NaN,
                view.timeline().metric(before, metricAt),
                shown ? view.timeline().metric(round, metricAt) : Double.NaN,
                metric.share());
    }

    boolean shown() {
        return !Double.isNaN(lossAfter);
    }

    String loss() {
        return Numbers.shortText(lossBefore)
                + " → "
                + (shown() ? Numbers.shortText(lossAfter) : "…");
    }

    String metric() {
        return number(metricBefore) + " → " + (shown() ? number(metricAfter) : "…");
    }

    String metricKey() {
        return share ? "stage.fact.accuracy" : "stage.fact.r2";
    }

    String number(double value) {
        return share ? Numbers.percent(value) : Numbers.shortText(value);
    }
}
