package org.fedarium.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.scene.SampleTimeline;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

class CanvasSurfaceTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static final class Host {
        final Canvas canvas = new Canvas(700, 600);
        final CanvasSurface surface = new CanvasSurface(canvas);
        final StagePainter painter = new StagePainter();
        final SampleTimeline timeline;
        final Arrangement arrangement;

        Host(int clients) {
            this(clients, Arrangement.RING);
        }

        Host(int clients, Arrangement arrangement) {
            this.arrangement = arrangement;
            timeline = SampleTimeline.of(clients, 10, 5, 0.9, true);
            new Scene(new Pane(canvas));
        }

        void paint(Phase phase, double fraction) {
            StageView view =
                    StageView.of(
                                    timeline,
                                    new Playhead(3, phase, fraction),
                                    Theme.LIGHT,
                                    ENGLISH,
                                    700,
                                    600)
                            .withTrace(timeline.trace(3))
                            .withArrangement(Optional.of(arrangement), 700);
            surface.begin(Theme.LIGHT.color("stage"));
            painter.paint(surface, view);
        }

        /// Median milliseconds of the painter's calls and of rendering them.
        double[] time(int frames) {
            double[] calls = new double[frames];
            double[] rendering = new double[frames];
            WritableImage image = new WritableImage(700, 600);
            for (int i = 0; i < frames; i++) {
                Phase phase = Phase.values()[i / 10 % 6];
                long start = System.nanoTime();
                paint(phase, (double) i / frames);
                long painted = System.nanoTime();
                canvas.snapshot(null, image);
                calls[i] = (painted - start) / 1e6;
                rendering[i] = (System.nanoTime() - painted) / 1e6;
            }
            Arrays.sort(calls);
            Arrays.sort(rendering);
            return new double[] {calls[frames / 2], rendering[frames / 2]};
        }
    }

    @Test
    void repainting_the_stage_takes_little_of_the_fx_thread() {
        for (int clients : new int[] {12, 20, 60, 300, 1000}) {
            double[] times =
                    FxToolkit.call(
                            () -> {
                                Host host = new Host(clients);
                                host.time(60);
                                return host.time(60);
                            });
            assertThat(times[0]).as("%d clients", clients).isLessThan(clients > 60 ? 60 : 15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFieldIsPaintedAsFastInEveryArrangement(Arrangement arrangement) {
        double[] times =
                FxToolkit.call(
                        () -> {
                            Host host = new Host(1000, arrangement);
                            host.time(60);
                            return host.time(60);
                        });
        assertThat(times[0]).isLessThan(60);
    }

    @Test
    void the_still_layer_is_drawn_once() {
        FxToolkit.run(
                () -> {
                    Host host = new Host(12);
                    // The very first frames have no layer yet.
                    for (int i = 0; i < 3; i++) {
                        host.paint(Phase.TRAIN, 0.2);
                    }
                    host.paint(Phase.TRAIN, 0.2);
                    WritableImage first = host.canvas.snapshot(null, null);
                    host.paint(Phase.TRAIN, 0.2);
                    WritableImage second = host.canvas.snapshot(null, null);
                    for (int y = 0; y < 600; y += 3) {
                        for (int x = 0; x < 700; x += 3) {
                            assertThat(second.getPixelReader().getArgb(x, y))
                                    .isEqualTo(first.getPixelReader().getArgb(x, y));
                        }
                    }
                    assertThat(first.getPixelReader().getArgb(350, 250)).isNotZero();
                });
    }
}
