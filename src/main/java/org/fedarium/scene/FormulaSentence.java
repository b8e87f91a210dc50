package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;

import java.util.Locale;

/// The sentence on the right of the formula card, with `*...*` around what stands out.
final class FormulaSentence {
    private FormulaSentence() {}

    static String of(StageView view) {
        return of(view, new Moment(view, StageLayout.of(view)));
    }

    /// @param moment of the view
    static String of(StageView view, Moment moment) {
        Texts texts = view.texts();
        StepRecord step = view.step();
        if (step == null) {
            return texts.get("stage.formula.start", count(view.timeline().info().layout().size()));
        }
        ClientReports r = step.reports();
        int members = members(r);
        Phase phase = view.playhead().phase();
        if (view.rhythm() == Rhythm.MIXING && (phase == Phase.UPLOAD || phase == Phase.AGGREGATE)) {
            return MixingWords.sentence(view);
        }
        if (view.rhythm() == Rhythm.VERSIONS && VersionWords.tells(view)) {
            return VersionWords.sentence(view, step, moment.arrivedCount());
        }
        return switch (view.playhead().phase()) {
            case SELECT -> texts.get("stage.formula.select", r.size(), view.clients());
            case BROADCAST ->
                    texts.get(
                            "stage.formula.broadcast",
                            Numbers.bytes(most(r.bytesDown())),
                            java.util.Arrays.stream(r.bytesDown()).filter(b -> b > 0).count());
            case TRAIN -> {
                long done = 0;
                long all = 0;
                for (int s = 0; s < r.size(); s++) {
                    done += moment.stepsDone(s);
                    all += r.steps()[s];
                }
                yield texts.get("stage.formula.train", count(done), count(all));
            }
            case UPLOAD -> {
                RoundSettings settings = RoundSettings.of(view);
                yield settings.sharesKnownOnArrival()
                        ? texts.get(
                                settings.averagesModels()
                                        ? "stage.formula.upload"
                                        : "stage.formula.uploadUpdates",
                                moment.arrivedCount(),
                                members,
                                wholePercent(moment.arrivedWeight()))
                        : texts.get("stage.formula.received", moment.arrivedCount(), members);
            }
            case AGGREGATE -> aggregated(view, r);
            case EVALUATE -> measured(view);
        };
    }

    private static String aggregated(StageView view, ClientReports r) {
        int left = count(r, Status.REJECTED);
        int counted = r.countedUpdates();
        RoundSettings settings = RoundSettings.of(view);
        String key = "stage.formula.combine";
        if (settings.plainMean()) {
            key =
                    settings.averagesModels()
                            ? "stage.formula.aggregate"
                            : "stage.formula.averageUpdates";
        }
        return left > 0
                ? view.texts().get(key + "Some", counted, left)
                : view.texts().get(key, counted);
    }

    private static String measured(StageView view) {
        var info = view.timeline().info();
        return info.testExamples() > 0
                ? view.texts().get("stage.formula.tested", count(info.testExamples()))
                : view.texts().get("stage.formula.measured", count(info.trainExamples()));
    }

    /// Members that have something to train on.
    static int members(ClientReports r) {
        return r.size() - count(r, Status.EMPTY);
    }

    static int count(ClientReports r, Status status) {
        int count = 0;
        for (int s = 0; s < r.size(); s++) {
            count += r.statusOf(s) == status ? 1 : 0;
        }
        return count;
    }

    static long most(long[] values) {
        return java.util.Arrays.stream(values).max().orElse(0);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String wholePercent(double share) {
        return Math.round(100 * share) + "\u2009%";
    }
}
