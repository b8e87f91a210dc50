package org.fedarium.ui.plot;

import org.fedarium.export.PictureTables;
import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.DriftFrame;
import org.fedarium.lab.DriftMap;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.ShownWeights;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.scene.DriftPainter;
import org.fedarium.scene.DriftView;
import org.fedarium.scene.RegionsPainter;
import org.fedarium.scene.WeightsPainter;
import org.fedarium.scene.WeightsView;
import org.fedarium.simulation.ReferenceCurves;
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
                "",
                (s, look) -> WeightsPainter.paint(s, look, view),
                Picture.Hit.NOBODY,
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
        DriftView view = new DriftView(map, info, at, optimum, selected);
        String word = frame.axes().isPlane() ? "plot.drift.caption.plane" : "plot.drift.caption";
        Object key =
                Arrays.asList(
                        map,
                        selected,
                        optimum.length,
                        at.progress(Phase.TRAIN),
                        at.progress(Phase.AGGREGATE));
        return new Picture(
                key,
                words(info).get(word, map.round(), frame.known()),
                "",
                (s, look) -> DriftPainter.paint(s, look, view),
                Picture.Hit.NOBODY,
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
        return new Picture(
                Arrays.asList(shown, selected),
                texts.get("plot.regions.caption"),
                "",
                (s, look) -> RegionsPainter.paint(s, look, shown, info, selected),
                Picture.Hit.NOBODY,
                () -> PictureTables.regions(shown, info));
    }
}
