package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.DriftFrame;
import org.fedarium.lab.DriftMap;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.ShownWeights;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.support.LabRuns;
import org.fedarium.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Where on drift maps, weights and regions things are drawn and found.
class DriftPainterTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final PictureLook LOOK = new PictureLook(Theme.LIGHT, TEXTS, 380, 300, 1);

    private final LabRuns lab = new LabRuns();

    @AfterEach
    void close() {
        lab.close();
    }

    private DriftMap map(int round) {
        return lab.ask(new DriftMap.Of(round, lab.ask(new DriftFrame.Of(round))));
    }

    /// y = -2, 0 at x = -1 and 2, 4 at x = 1: the best line is 1 + 2 x, with loss
    /// 1/2 ((w - 2)^2 + (b - 1)^2 + 1).
    private static Experiment line(Path folder) throws IOException {
        Path file = folder.resolve("line.csv");
        Files.writeString(file, "x,y\n-1,-2\n-1,0\n1,2\n1,4\n-1,-2\n-1,0\n1,2\n1,4\n");
        return Experiment.defaults()
                .with("data.kind", "csv")
                .with("data.file", file.toString())
                .with("data.target", "y")
                .with("data.standardise", "none")
                .with("data.standardiseTarget", false)
                .with("data.testFraction", 0.0)
                .with("partition.kind", "iid")
                .with("partition.clients", 2L)
                .with("model.kind", "linear")
                .with("training.learningRate", 0.2)
                .with("rounds", 6L);
    }

    @Test
    void theOptimumOfTwoParametersIsDrawnAtItsSlopeAndIntercept(@TempDir Path folder)
            throws IOException {
        Timeline run = lab.run(line(folder), 3);
        DriftMap map = map(3);
        DriftFrame frame = map.frame();
        assertThat(frame.axes().isPlane()).isTrue();
        ReferenceCurves references =
                Objects.requireNonNull(Waiting.until(run::references, r -> r != null));
        double[] best = Objects.requireNonNull(references.optimumParameters());
        assertThat(best).containsExactly(new double[] {2, 1}, within(1e-9));
        double[] box = frame.box();
        for (int i = 0; i < frame.loss().length; i += 7) {
            int cells = DriftFrame.CELLS;
            double w = box[0] + i % cells * (box[1] - box[0]) / (cells - 1);
            double b = box[3] - i / cells * (box[3] - box[2]) / (cells - 1);
            double loss = 0.5 * ((w - 2) * (w - 2) + (b - 1) * (b - 1) + 1);
            assertThat(frame.loss()[i]).isCloseTo(loss, within(1e-9));
        }
        RecordingSurface surface = new RecordingSurface();
        DriftPainter.paint(
                surface, LOOK, new DriftView(map, run.info(), Playhead.endOf(3), best, -1));
        double x = 0.5 + (2 - box[0]) / (box[1] - box[0]) * 379;
        double y = 18.5 + (box[3] - 1) / (box[3] - box[2]) * (300 - 37);
        int ink = Theme.LIGHT.color("ink2");
        Op across =
                surface.of("line").stream().filter(o -> o.color() == ink).findFirst().orElseThrow();
        assertThat(across.values())
                .containsExactly(new double[] {x - 6, y, x + 6, y}, within(1e-9));
        assertThat(surface.texts()).anyMatch(t -> t.startsWith("optimum"));
        assertThat(surface.texts()).anyMatch(t -> t.startsWith("\u2191 b1[1] from "));
    }

    @Test
    void aFlatWalkBetweenTwoParametersStillFillsItsOwnRange(@TempDir Path folder)
            throws IOException {
        lab.run(line(folder), 2);
        double[] box = map(2).frame().box();
        double[] theta = lab.ask(run -> run.parameters(2).clone());
        assertThat(theta[0]).isBetween(box[0], box[1]);
        assertThat(theta[1]).isBetween(box[2], box[3]);
        // The slope goes from 0 towards 2, the intercept towards 1; each range is its own.
        assertThat(box[1] - box[0]).isBetween(2.0, 3.5);
        assertThat(box[3] - box[2]).isBetween(1.0, 2.5);
    }

    @Test
    void theWalkUnderAPointBelongsToItsClientAndPointedAtWalksAreStrong() {
        Timeline run = lab.run(LabRuns.scenario("two-soils"), 2);
        DriftMap map = map(2);
        DriftView view = view(run, map, Playhead.endOf(2), 2);
        DriftPanel panel = DriftPanel.of(LOOK, view).getFirst();
        for (int i = 0; i < map.clients().length; i++) {
            double[] walk = map.walks()[i];
            double x = panel.x(walk[walk.length - 2]);
            double y = panel.y(walk[walk.length - 1]);
            assertThat(DriftPainter.clientAt(LOOK, view, x, y)).isNotEqualTo(-1);
        }
        int last = map.clients().length - 1;
        double[] walk = map.walks()[last];
        assertThat(
                        DriftPainter.clientAt(
                                LOOK,
                                view,
                                panel.x(walk[walk.length - 2]),
                                panel.y(walk[walk.length - 1])))
                .isEqualTo(map.clients()[last]);
        assertThat(DriftPainter.clientAt(LOOK, view, 372, 30)).isEqualTo(-1);
        RecordingSurface surface = new RecordingSurface();
        DriftPainter.paint(surface, LOOK, view);
        assertThat(surface.texts()).contains(run.info().clients().get(2));
        // Before the local steps begin there is nothing beyond the received model to point at.
        DriftView early = view(run, map, new Playhead(2, Phase.BROADCAST, 0.5), -1);
        double[] far = map.walks()[last];
        assertThat(
                        DriftPainter.clientAt(
                                LOOK,
                                early,
                                panel.x(far[far.length - 2]),
                                panel.y(far[far.length - 1])))
                .isEqualTo(-1);
    }

    private static DriftView view(Timeline run, DriftMap map, Playhead at, int hovered) {
        return new DriftView(map, run.info(), at, new double[0], -1, hovered);
    }

    @Test
    void theLabelOfTheCentralisedModelDoesNotCoverItsPath() {
        Timeline run = lab.run(LabRuns.scenario("digits-20-phones"), 2);
        DriftView view = view(run, map(2), Playhead.endOf(2), -1);
        for (double width : new double[] {300, 380, 720}) {
            PictureLook look = new PictureLook(Theme.LIGHT, TEXTS, width, 0.7 * width, 1);
            RecordingSurface surface = new RecordingSurface();
            DriftPainter.paint(surface, look, view);
            double[] label = surface.of("card").getFirst().box();
            int ghost = Theme.LIGHT.color("ghost");
            double[] path =
                    surface.of("polyline").stream()
                            .filter(o -> o.color() == ghost)
                            .findFirst()
                            .orElseThrow()
                            .values();
            for (int i = 0; i < path.length; i += 2) {
                boolean inside =
                        path[i] > label[0]
                                && path[i] < label[2]
                                && path[i + 1] > label[1]
                                && path[i + 1] < label[3];
                assertThat(inside).isFalse();
            }
        }
    }

    @Test
    void theClientOfAMapOfRegionsOrOfAnExampleIsFound() {
        Experiment moons =
                Experiment.defaults()
                        .with("data.kind", "moons")
                        .with("partition.clients", 4L)
                        .with("rounds", 4L);
        Timeline run = lab.run(moons, 2);
        DecisionRegions regions = lab.ask(new DecisionRegions.Of(2, List.of(1, 3)));
        RegionsView view = new RegionsView(regions, run.info(), -1, 3);
        RecordingSurface surface = new RecordingSurface();
        RegionsPainter.paint(surface, LOOK, view);
        int[] expected = {-1, 1, 3};
        List<Op> maps = surface.of("image");
        for (int i = 1; i < 3; i++) {
            double[] box = maps.get(i).box();
            double x = (box[0] + box[2]) / 2;
            assertThat(RegionsPainter.clientAt(LOOK, view, x, (box[1] + box[3]) / 2))
                    .isEqualTo(expected[i]);
            assertThat(RegionsPainter.clientAt(LOOK, view, x, box[1] - 5)).isEqualTo(expected[i]);
        }
        double[] global = maps.getFirst().box();
        DecisionRegions.Points points = regions.points();
        double[] range = regions.box();
        double width = global[2] - global[0];
        double height = global[3] - global[1];
        double x = global[0] + (points.x()[0] - range[0]) / (range[1] - range[0]) * width;
        double y = global[1] + (range[3] - points.y()[0]) / (range[3] - range[2]) * height;
        assertThat(RegionsPainter.clientAt(LOOK, view, x, y)).isEqualTo(points.client()[0]);
        assertThat(RegionsPainter.clientAt(LOOK, view, global[0] + 1, global[1] + 1)).isEqualTo(-1);
        assertThat(view.spoken(TEXTS)).startsWith("Decision regions after round 2; ");
    }

    @Test
    void aClientsWeightsAreFoundBelowThoseOfTheGlobalModel() {
        Timeline run = lab.run(LabRuns.scenario("two-soils"), 1);
        WeightsView both = WeightsView.of(lab.ask(new ShownWeights.Of(1, 2)), run.info());
        assertThat(WeightsPainter.clientAt(LOOK, both, 100, 50)).isEqualTo(-1);
        assertThat(WeightsPainter.clientAt(LOOK, both, 100, 150)).isEqualTo(2);
        assertThat(WeightsPainter.clientAt(LOOK, both, 100, 280)).isEqualTo(2);
        assertThat(WeightsPainter.clientAt(LOOK, both, 100, 300)).isEqualTo(-1);
        WeightsView one = WeightsView.of(lab.ask(new ShownWeights.Of(1, -1)), run.info());
        assertThat(WeightsPainter.clientAt(LOOK, one, 100, 150)).isEqualTo(-1);
        assertThat(both.spoken(TEXTS)).contains(run.info().clients().get(2));
    }
}
