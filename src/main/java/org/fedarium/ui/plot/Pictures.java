package org.fedarium.ui.plot;

import org.fedarium.chart.ChartTable;
import org.fedarium.export.PictureTables;
import org.fedarium.lab.ClientScoresAt;
import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.DriftFrame;
import org.fedarium.lab.DriftMap;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.ShownWeights;
import org.fedarium.lab.Timeline;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.look.Texts;
import org.fedarium.scene.ConfusionPainter;
import org.fedarium.scene.ConfusionView;
import org.fedarium.scene.CosinePainter;
import org.fedarium.scene.CosineView;
import org.fedarium.scene.DriftPainter;
import org.fedarium.scene.DriftView;
import org.fedarium.scene.RegionsPainter;
import org.fedarium.scene.RegionsView;
import org.fedarium.scene.ScoresPainter;
import org.fedarium.scene.ScoresView;
import org.fedarium.scene.WeightsPainter;
import org.fedarium.scene.WeightsView;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.StepRecord;
import org.fedarium.ui.support.Answers;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// Makes the painted plots from what the conductor recomputes. Each returns null while its answer
/// is not at hand.
final class Pictures {
    private static final int MOST_SMALL = 3;

    private final Texts texts;
    private final Answers answers;

    Pictures(Texts texts, Answers answers) {
        this.texts = texts;
        this.answers = answers;
    }

    /// Texts that say what a step of the run is.
    private Texts words(RunInfo info) {
        return texts.variant(info.rhythm().name());
    }

    @Nullable Picture weights(Face.Moment moment) {
        Timeline timeline = moment.timeline();
        Playhead at = moment.at();
        int selected = moment.selected();
        RunInfo info = timeline.info();
        int round = at.globalVersion();
        ShownWeights shown = answers.get(timeline, new ShownWeights.Of(round, selected));
        if (shown == null) {
            return null;
        }
        WeightsView view = WeightsView.of(shown, info);
        boolean absent = selected >= 0 && shown.local() == null;
        String caption =
                absent
                        ? words(info)
                                .get("plot.weights.absent", info.clients().get(selected), round)
                        : texts.get(
                                info.dataset().image() == null
                                        ? "plot.weights.caption"
                                        : "plot.weights.caption.image");
        return new Picture(
                shown,
                caption,
                view.spoken(texts),
                (s, look) -> WeightsPainter.paint(s, look, view),
                (look, x, y) -> WeightsPainter.clientAt(look, view, x, y),
                () -> PictureTables.weights(view));
    }

    @Nullable Picture drift(Face.Moment moment) {
        Timeline timeline = moment.timeline();
        Playhead at = moment.at();
        int selected = moment.selected();
        int known = DriftFrame.known(at.shownRound());
        DriftFrame frame = answers.get(timeline, new DriftFrame.Of(known));
        if (frame == null) {
            return null;
        }
        DriftMap map = answers.get(timeline, new DriftMap.Of(at.round(), frame));
        if (map == null) {
            return null;
        }
        ReferenceCurves references = timeline.references();
        double[] best = references == null ? null : references.optimumParameters();
        double[] optimum = best == null ? new double[0] : frame.axes().project(best);
        RunInfo info = timeline.info();
        DriftView view = new DriftView(map, info, at, optimum, selected, moment.hovered());
        String word = frame.axes().isPlane() ? "plot.drift.caption.plane" : "plot.drift.caption";
        Object key =
                Arrays.asList(
                        map,
                        selected,
                        moment.hovered(),
                        optimum.length,
                        at.progress(Phase.TRAIN),
                        at.progress(Phase.AGGREGATE));
        return new Picture(
                key,
                words(info).get(word, map.round(), frame.known()),
                view.spoken(texts),
                (s, look) -> DriftPainter.paint(s, look, view),
                (look, x, y) -> DriftPainter.clientAt(look, view, x, y),
                () -> PictureTables.drift(map, info));
    }

    @Nullable Picture regions(Face.Moment moment) {
        Timeline timeline = moment.timeline();
        Playhead at = moment.at();
        int selected = moment.selected();
        RunInfo info = timeline.info();
        int round = at.globalVersion();
        List<Integer> clients =
                selected >= 0
                        ? List.of(selected)
                        : Arrays.stream(timeline.step(round).reports().client())
                                .limit(MOST_SMALL)
                                .boxed()
                                .toList();
        DecisionRegions shown = answers.get(timeline, new DecisionRegions.Of(round, clients));
        if (shown == null) {
            return null;
        }
        RegionsView view = new RegionsView(shown, info, selected, moment.hovered());
        return new Picture(
                Arrays.asList(shown, selected, moment.hovered()),
                texts.get("plot.regions.caption"),
                view.spoken(texts),
                (s, look) -> RegionsPainter.paint(s, look, view),
                (look, x, y) -> RegionsPainter.clientAt(look, view, x, y),
                () -> PictureTables.regions(shown, info));
    }

    /// The test set's confusion matrix of the global model.
    Picture confusion(Face.Moment moment) {
        StepRecord step = moment.timeline().step(moment.at().shownRound());
        ConfusionView view = ConfusionView.of(step, moment.info()).pointedAt(moment.hoveredClass());
        return new Picture(
                List.of(step, view.pointed()),
                view.caption(texts),
                view.spoken(texts),
                (s, look) -> ConfusionPainter.paint(s, look, view),
                Picture.Hit.NOBODY,
                new Picture.Classes(
                        view.classes(),
                        (look, x, y) -> ConfusionPainter.classesAt(look, view, x, y)),
                () -> PictureTables.confusion(view));
    }

    /// Cosines between the updates of a step, once they have arrived; before, of the step before.
    @Nullable Picture cosine(Face.Moment moment) {
        Playhead at = moment.at();
        RunInfo info = moment.info();
        int round = at.progress(Phase.UPLOAD) >= 1 ? at.round() : at.round() - 1;
        if (round < 1) {
            String none = words(info).get("plot.cosine.start");
            return new Picture(
                    none,
                    none,
                    none,
                    (s, look) -> {},
                    Picture.Hit.NOBODY,
                    () -> new ChartTable(List.of(), List.of()));
        }
        UpdateCosines shown = answers.get(moment.timeline(), new UpdateCosines.Of(round));
        if (shown == null) {
            return null;
        }
        CosineView view = new CosineView(shown, info, moment.selected(), moment.hovered());
        return new Picture(
                Arrays.asList(shown, moment.selected(), moment.hovered()),
                view.caption(texts),
                view.spoken(texts),
                (s, look) -> CosinePainter.paint(s, look, view),
                (look, x, y) -> CosinePainter.clientAt(look, view, x, y),
                () -> PictureTables.cosines(shown, info));
    }

    /// Every client's score under the global model, and under its own after local training.
    @Nullable Picture scores(Face.Moment moment) {
        RunInfo info = moment.info();
        int round = moment.at().shownRound();
        ClientScoresAt shown = answers.get(moment.timeline(), new ClientScoresAt.Of(round));
        if (shown == null) {
            return null;
        }
        ScoresView view = ScoresView.of(shown, info, moment.selected(), moment.hovered());
        return new Picture(
                Arrays.asList(shown, moment.selected(), moment.hovered()),
                view.caption(texts),
                view.spoken(texts),
                (s, look) -> ScoresPainter.paint(s, look, view),
                (look, x, y) -> ScoresPainter.clientAt(look, view, x, y),
                () -> PictureTables.scores(shown, info));
    }
}
