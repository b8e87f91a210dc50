package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;

/// One plain sentence about what is happening at the playhead, with the round's real numbers.
public final class Narration {
    private Narration() {}

    public static String of(StageView view) {
        return of(view, new Moment(view, StageLayout.of(view)));
    }

    /// @param moment of the view
    static String of(StageView view, Moment moment) {
        Texts texts = view.texts();
        StepRecord step = view.step();
        if (step == null) {
            return texts.get(
                    "stage.narration.start", Numbers.shortText(Results.of(view).lossBefore()));
        }
        ClientReports r = step.reports();
        int round = step.round();
        if (view.rhythm() == Rhythm.MIXING && view.playhead().phase() != Phase.EVALUATE) {
            return MixingWords.narration(view, step);
        }
        if (view.rhythm() == Rhythm.VERSIONS && VersionWords.tells(view)) {
            return VersionWords.narration(view, step, moment);
        }
        if (view.rhythm() == Rhythm.VERSIONS && view.playhead().phase() == Phase.TRAIN) {
            return VersionWords.training(view, r, moment);
        }
        return switch (view.playhead().phase()) {
            case SELECT ->
                    r.size() == view.clients()
                            ? texts.get("stage.narration.selectAll", r.size(), round)
                            : texts.get("stage.narration.select", r.size(), view.clients(), round);
            case BROADCAST ->
                    texts.get(
                            "stage.narration.broadcast",
                            r.size(),
                            Numbers.bytes(FormulaSentence.most(r.bytesDown())));
            case TRAIN -> train(view, r);
            case UPLOAD -> upload(view, r, moment);
            case AGGREGATE -> aggregate(view, r);
            case EVALUATE -> evaluate(view);
        };
    }

    private static String train(StageView view, ClientReports r) {
        int least = r.leastSteps();
        int most = r.mostSteps();
        if (most == 0) {
            return view.texts().get("stage.narration.trainNobody");
        }
        return least == most
                ? view.texts().get("stage.narration.trainSame", most)
                : view.texts().get("stage.narration.train", least, most);
    }

    private static String upload(StageView view, ClientReports r, Moment moment) {
        int missing =
                FormulaSentence.count(r, Status.LATE) + FormulaSentence.count(r, Status.DROPPED);
        String key = missing > 0 ? "stage.narration.uploadMissing" : "stage.narration.upload";
        if (!RoundSettings.of(view).sharesKnownOnArrival()) {
            key = missing > 0 ? "stage.narration.receiveMissing" : "stage.narration.receive";
        }
        return view.texts()
                .get(
                        key,
                        moment.arrivedCount(),
                        FormulaSentence.members(r),
                        FormulaSentence.wholePercent(moment.arrivedWeight()),
                        missing);
    }

    private static String aggregate(StageView view, ClientReports r) {
        int counted = r.countedUpdates();
        RoundSettings settings = RoundSettings.of(view);
        int rejected = FormulaSentence.count(r, Status.REJECTED);
        if (counted == 1 && rejected > 0) {
            int slot = 0;
            while (!r.statusOf(slot).counts()) {
                slot++;
            }
            String name = view.shortName(r.client()[slot]);
            return view.texts().get("stage.narration.combineOne", name, rejected);
        }
        if (counted == 1 && settings.averagesModels() && settings.fullStep()) {
            return view.texts().get("stage.narration.single");
        }
        if (!settings.plainMean()) {
            int left = FormulaSentence.count(r, Status.REJECTED);
            return left > 0
                    ? view.texts().get("stage.narration.combineSome", counted, left)
                    : view.texts().get("stage.narration.combine", counted);
        }
        if (!settings.averagesModels()) {
            return view.texts().get("stage.narration.averageUpdates", counted);
        }
        return view.texts()
                .get(
                        settings.exampleWeights()
                                ? "stage.narration.average"
                                : "stage.narration.averageEqual",
                        counted);
    }

    private static String evaluate(StageView view) {
        Results results = Results.of(view);
        if (!results.shown()) {
            return view.texts().get("stage.narration.measure");
        }
        String before = Numbers.shortText(results.lossBefore());
        String after = Numbers.shortText(results.lossAfter());
        String key =
                before.equals(after)
                        ? "stage.narration.same"
                        : results.lossAfter() < results.lossBefore()
                                ? "stage.narration.fell"
                                : "stage.narration.rose";
        String metric =
                view.texts().get(results.metricKey()) + " " + results.number(results.metricAfter());
        return view.texts().get(key, before, after, metric);
    }
}
