package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.export.ChartExport;
import org.fedarium.lab.Memory;
import org.fedarium.lab.Playhead;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.ui.support.Fx;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/// Long runs, scrubbed to random places and back: what is shown is what a fresh computation gives,
/// the memory stays bounded, and the window's thread reads no file.
final class TimeMachineTest {
    private static final long GIGABYTE = 1L << 30;

    // Where in the program the window's thread read the file.
    private final List<String> readByWindow = new CopyOnWriteArrayList<>();

    /// The usual memory, or less, so that a short run needs the file like a long one.
    private Memory memory(boolean little) {
        Memory usual = Memory.usual();
        return new Memory(
                little ? 0 : usual.steps(),
                little ? 100_000 : usual.states(),
                usual.file(),
                this::read);
    }

    private void read() {
        if (Fx.onFxThread()) {
            readByWindow.add(
                    Arrays.stream(Thread.currentThread().getStackTrace())
                            .map(StackTraceElement::toString)
                            .filter(
                                    frame ->
                                            frame.startsWith("app//org.fedarium")
                                                    || frame.startsWith("org.fedarium"))
                            .toList()
                            .toString());
        }
    }

    private static Experiment penguins(int rounds) {
        return Experiment.defaults()
                .with("rounds", (long) rounds)
                .with("data.kind", "penguins")
                .with("partition.clients", 3L)
                .with("evaluation.references", false);
    }

    /// 28 x 28 made-up pixels, ten classes.
    private static Experiment perceptron(Path folder, int rounds, int clients, List<Long> hidden)
            throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int p = 0; p < 784; p++) {
            text.append('p').append(p).append(',');
        }
        text.append("digit\n");
        for (int i = 0; i < 20 * clients; i++) {
            for (int p = 0; p < 784; p++) {
                text.append((p * (i % 10 + 3) / 7) % 5 * 20 + random.nextInt(100)).append(',');
            }
            text.append('d').append(i % 10).append('\n');
        }
        Path file = folder.resolve("made-up-digits.csv");
        Files.writeString(file, text);
        return Experiment.defaults()
                .with("rounds", (long) rounds)
                .with("data.kind", "csv")
                .with("data.file", file.toString())
                .with("data.target", "digit")
                .with("partition.kind", "iid")
                .with("partition.clients", (long) clients)
                .with("model.kind", "mlp")
                .with("model.hidden", hidden)
                .with("training.epochs", 1L)
                .with("participation.fraction", 0.1)
                .with("evaluation.references", false);
    }

    @Test
    void aThousandRoundsScrubbedThereAndBackEqualAFreshComputation() throws Exception {
        scrub(penguins(1000), 10, memory(true));
    }

    @Test
    void anAsynchronousRunScrubbedThereAndBackEqualsAFreshComputation() throws Exception {
        Experiment experiment =
                penguins(400)
                        .with("partition.clients", 6L)
                        .with("participation.fraction", 0.7)
                        .with("network.kind", "lognormal")
                        .with("network.dropout", 0.2)
                        .with("coordination.kind", "fedbuff")
                        .with("coordination.buffer", 2L);
        scrub(experiment, 10, memory(true));
    }

    @Test
    @Tag("full")
    void tenThousandRoundsScrubbedThereAndBackEqualAFreshComputation() throws Exception {
        scrub(penguins(10_000), 50, memory(false));
    }

    @Test
    void aSmallPerceptronScrubbedThereAndBackEqualsAFreshComputation(@TempDir Path folder)
            throws Exception {
        scrub(perceptron(folder, 12, 20, List.of(8L)), 6, memory(true));
    }

    @Test
    @Tag("full")
    void aLargePerceptronOfAHundredClientsScrubbedThereAndBackEqualsAFreshComputation(
            @TempDir Path folder) throws Exception {
        scrub(perceptron(folder, 60, 100, List.of(200L, 200L)), 12, memory(false));
    }

    private void scrub(Experiment experiment, int places, Memory memory) throws Exception {
        long before = heap();
        int rounds = experiment.rounds();
        Random random = new Random(7);
        List<Double> there = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            there.add(random.nextDouble() * rounds);
        }
        try (FreshRun fresh = new FreshRun(experiment);
                OpenLab lab = OpenLab.of(experiment, memory)) {
            lab.compute(rounds);
            List<String> first = new ArrayList<>();
            for (double place : there) {
                first.add(check(lab, fresh, place));
            }
            for (int i = places - 1; i >= 0; i--) {
                assertThat(check(lab, fresh, there.get(i))).isEqualTo(first.get(i));
            }
            // What earlier tests left behind in this process does not count.
            assertThat(heap() - before).isLessThan(GIGABYTE);
        }
        assertThat(readByWindow).isEmpty();
    }

    /// Bytes of heap in use after a collection.
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Goes to a place and compares all that is shown there; returns how the stage was painted.
    private static String check(OpenLab lab, FreshRun fresh, double place) throws Exception {
        FxToolkit.run(() -> lab.model.movement().scrub(place));
        FxToolkit.await("the picture of " + place, lab.window::isCurrent);
        FxToolkit.await("the local steps of " + place, lab.window::hasLocalSteps);
        Playhead at = FxToolkit.call(() -> lab.model.playhead().get());
        assertThat(at.position()).isCloseTo(place, org.assertj.core.api.Assertions.within(1e-9));
        double[] exact =
                lab.conductor
                        .parameters(lab.conductor.state().timeline(), at.globalVersion())
                        .get(60, TimeUnit.SECONDS);
        assertThat(FreshRun.bits(exact)).isEqualTo(fresh.parameterBits(at.globalVersion()));
        if (at.round() > 0) {
            LocalTrace steps =
                    FxToolkit.call(
                            () ->
                                    lab.model
                                            .traces()
                                            .get(
                                                    lab.model.timeline(),
                                                    at.round(),
                                                    lab.model.parameter().get()));
            assertThat(FreshRun.bits(steps))
                    .isEqualTo(fresh.stepBits(at.round(), steps.parameter()));
        }
        for (ChartExport chart :
                FxToolkit.call(() -> lab.window.view().plots().exports().charts())) {
            switch (chart.id()) {
                case "loss" -> assertThat(chart.table()).isEqualTo(fresh.losses(at));
                case "metric" -> assertThat(chart.table()).isEqualTo(fresh.metric(at));
                default -> assertThat(chart.table().rows()).isNotEmpty();
            }
        }
        StageView shown = FxToolkit.call(() -> lab.window.view().stage().shown());
        String painted = FreshRun.painted(shown);
        assertThat(painted).isEqualTo(fresh.paintedLike(shown));
        return painted;
    }
}
