package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ClientReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Random;

class StagePainterTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final double TURN = 2 * Math.PI;

    private static StageView view(SampleTimeline timeline, Playhead playhead) {
        return StageView.of(timeline, playhead, Theme.LIGHT, ENGLISH, 690, 600);
    }

    private static RecordingSurface paint(StageView view) {
        RecordingSurface surface = new RecordingSurface();
        new StagePainter().paint(surface, view);
        return surface;
    }

    /// Clockwise from the top: 1 of class 0, 2 of class 2, 1 of class 3.
    @Test
    void the_parts_of_a_ring_follow_from_the_counts() {
        assertThat(ClassRings.parts(new int[] {1, 0, 2, 1}, 4))
                .containsExactly(
                        new ClassRings.Part(0, 0, TURN / 4),
                        new ClassRings.Part(2, TURN / 4, TURN / 2),
                        new ClassRings.Part(3, 3 * TURN / 4, TURN / 4));
    }

    @Test
    void the_class_of_a_part_of_a_ring_is_found_under_the_pointer_and_marked() {
        SampleTimeline timeline = SampleTimeline.of(12, 10, 3, 1, false);
        StageView view = view(timeline, Playhead.START);
        StagePainter painter = new StagePainter();
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, view);
        StageLayout layout = painter.layout(view);
        var segment = timeline.info().segments().getFirst();
        Frame f = new Frame(surface, view, layout, new Moment(view, layout));
        for (int k = 0; k < 12; k++) {
            double middle = f.radius(k) - ClientNodePainter.ringWidth(f) / 2;
            for (ClassRings.Part part :
                    ClassRings.parts(segment.labelCounts()[k], segment.examples()[k])) {
                double angle = part.from() + part.sweep() / 2;
                double x = layout.x()[k] + middle * Math.sin(angle);
                double y = layout.y()[k] - middle * Math.cos(angle);
                assertThat(painter.classAt(surface, view, x, y)).isEqualTo(part.label());
            }
            assertThat(painter.classAt(surface, view, layout.x()[k], layout.y()[k]))
                    .as("inside the ring")
                    .isEqualTo(-1);
        }
        long owners = java.util.Arrays.stream(segment.labelCounts()).filter(c -> c[3] > 0).count();
        RecordingSurface marked = new RecordingSurface();
        painter.markClass(marked, view, 3);
        assertThat(marked.of("arc")).hasSize((int) owners);
        painter.markClass(marked, view, -1);
        assertThat(marked.of("arc")).hasSize((int) owners);
    }

    @Test
    void an_arc_of_a_clients_ring_is_as_long_as_the_label_s_share() {
        SampleTimeline timeline = SampleTimeline.of(12, 10, 3, 1, false);
        StageView view = view(timeline, Playhead.START);
        RecordingSurface surface = paint(view);
        StageLayout layout = new StagePainter().layout(view);
        int[][] counts = timeline.info().segments().getFirst().labelCounts();
        int[] examples = timeline.info().segments().getFirst().examples();
        for (int k = 0; k < 12; k++) {
            double total = 0;
            for (int c = 0; c < 10; c++) {
                int color = Theme.LIGHT.classColor(c, 10);
                double x = layout.x()[k];
                double y = layout.y()[k];
                double sweep =
                        surface.of("arc").stream()
                                .filter(o -> o.values()[0] == x && o.values()[1] == y)
                                .filter(o -> o.color() == color)
                                .mapToDouble(o -> o.values()[4])
                                .sum();
                assertThat(sweep).isCloseTo(TURN * counts[k][c] / examples[k], within(1e-9));
                total += sweep;
            }
            assertThat(total).isCloseTo(TURN, within(1e-9));
        }
    }

    @Test
    void a_segment_of_the_server_s_ring_is_as_long_as_the_client_s_weight() {
        SampleTimeline timeline = SampleTimeline.of(12, 10, 3, 0.7, true);
        RecordingSurface surface = paint(view(timeline, new Playhead(2, Phase.UPLOAD, 0.5)));
        StageLayout layout = StageLayout.of(12, 690, 600, false);
        double[] sweeps =
                surface.of("arc").stream()
                        .filter(o -> o.values()[0] == layout.cx() && o.values()[1] == layout.cy())
                        .mapToDouble(o -> o.values()[4])
                        .sorted()
                        .toArray();
        double[] weights =
                java.util.Arrays.stream(timeline.step(2).reports().weight())
                        .filter(w -> w > 0)
                        .map(w -> TURN * w)
                        .sorted()
                        .toArray();
        assertThat(sweeps).containsExactly(weights, within(1e-9));
    }

    @Test
    void a_link_is_as_wide_as_the_norm_of_the_update() {
        SampleTimeline timeline = SampleTimeline.of(8, 10, 7, 1, false);
        Playhead end = Playhead.endOf(7);
        StageView view = view(timeline, end);
        RecordingSurface surface = paint(view);
        ClientReports reports = timeline.step(7).reports();
        double unit = new StagePainter().layout(view).nodeRadius() / StageLayout.FULL_RADIUS;
        double largest = 0;
        for (int round = 3; round <= 7; round++) {
            for (double norm : timeline.step(round).reports().updateNorm()) {
                largest = Math.max(largest, norm);
            }
        }
        var links = surface.of("curve");
        assertThat(links).hasSize(8);
        for (int s = 0; s < 8; s++) {
            double expected = (2 + 8 * reports.updateNorm()[s] / largest) * unit;
            assertThat(links.get(s).width()).isCloseTo(expected, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12, 20, 40, 60, 150, 1000})
    void nothing_is_drawn_outside_the_stage_and_no_text_is_small(int clients) {
        SampleTimeline timeline = SampleTimeline.of(clients, 10, 3, 0.6, true);
        double[][] sizes = {{448, 330}, {690, 600}, {1100, 800}};
        for (double[] size : sizes) {
            for (Phase phase : Phase.values()) {
                for (boolean presenter : new boolean[] {false, true}) {
                    StageView view =
                            new StageView(
                                    timeline,
                                    new Playhead(2, phase, 0.5),
                                    Theme.DARK,
                                    ENGLISH,
                                    size[0],
                                    size[1],
                                    0,
                                    clients - 1,
                                    timeline.trace(2),
                                    false,
                                    presenter,
                                    false);
                    for (Op op : paint(view).ops) {
                        assertThat(op.box()[0]).as("left of %s", op).isGreaterThan(-1);
                        assertThat(op.box()[1]).as("top of %s", op).isGreaterThan(-1);
                        assertThat(op.box()[2]).as("right of %s", op).isLessThan(size[0] + 1);
                        assertThat(op.box()[3]).as("bottom of %s", op).isLessThan(size[1] + 1);
                        if (op.kind().equals("text")) {
                            assertThat(op.values()[2])
                                    .as("size of %s", op)
                                    .isGreaterThanOrEqualTo(12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void no_picture_changes_when_later_rounds_are_computed() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            int clients = new int[] {5, 12, 20, 100}[i % 4];
            int round = 1 + random.nextInt(9);
            SampleTimeline whole = SampleTimeline.of(clients, 10, 12, 0.6, i % 3 == 0);
            Phase phase = Phase.values()[random.nextInt(6)];
            Playhead playhead = new Playhead(round, phase, random.nextDouble());
            StageView with = view(whole, playhead).withTrace(whole.trace(round));
            StageView without = view(whole.until(round), playhead).withTrace(whole.trace(round));
            assertThat(paint(with)).hasToString(paint(without).toString());
            RecordingSurface card = new RecordingSurface();
            RecordingSurface cardWithout = new RecordingSurface();
            FormulaCard.paint(card, with, 0, 0, 690, 96);
            FormulaCard.paint(cardWithout, without, 0, 0, 690, 96);
            assertThat(card).hasToString(cardWithout.toString());
            assertThat(Narration.of(with)).isEqualTo(Narration.of(without));
            assertThat(ClientFacts.of(with, 0)).isEqualTo(ClientFacts.of(without, 0));
        }
    }

    @Test
    void the_local_loss_drawn_so_far_does_not_depend_on_steps_to_come() {
        SampleTimeline timeline = SampleTimeline.of(5, 10, 3, 1, false);
        var trace = timeline.trace(2);
        var changed = timeline.trace(2);
        StageView view = view(timeline, new Playhead(2, Phase.TRAIN, 0.3)).withTrace(trace);
        StageLayout layout = new StagePainter().layout(view);
        Moment moment = new Moment(view, layout);
        for (int s = 0; s < 5; s++) {
            double until = moment.slotTrained[s] * (changed.loss()[s].length - 1);
            for (int i = (int) Math.ceil(until) + 1; i < changed.loss()[s].length; i++) {
                changed.loss()[s][i] = 99;
            }
        }
        assertThat(paint(view.withTrace(changed))).hasToString(paint(view).toString());
    }

    @Test
    void clients_say_what_happened_to_them() {
        SampleTimeline timeline = SampleTimeline.of(12, 10, 3, 1, true);
        RecordingSurface surface = paint(view(timeline, new Playhead(2, Phase.AGGREGATE, 0.5)));
        assertThat(surface.texts())
                .contains("connection lost", "left out", "no data")
                .anyMatch(t -> t.startsWith("late · "));
        assertThat(surface.of("dashed")).isNotEmpty();
    }

    @Test
    void the_index_of_the_global_model_rises_when_the_average_is_done() {
        SampleTimeline timeline = SampleTimeline.of(5, 10, 3, 1, false);
        var before = paint(view(timeline, new Playhead(3, Phase.AGGREGATE, 0.99))).texts();
        var after = paint(view(timeline, new Playhead(3, Phase.EVALUATE, 0))).texts();
        assertThat(before).contains("2").doesNotContain("3");
        assertThat(after).contains("3").doesNotContain("2");
    }

    @Test
    void with_reduced_motion_packets_do_not_move() {
        SampleTimeline timeline = SampleTimeline.of(5, 10, 3, 1, false);
        String early = cards(timeline, 0.1);
        assertThat(early).isNotEmpty().isEqualTo(cards(timeline, 0.8));
    }

    private static String cards(SampleTimeline timeline, double fraction) {
        StageView v = view(timeline, new Playhead(2, Phase.BROADCAST, fraction));
        StageView calm =
                new StageView(
                        timeline,
                        v.playhead(),
                        v.theme(),
                        ENGLISH,
                        690,
                        600,
                        -1,
                        -1,
                        null,
                        true,
                        false,
                        true);
        return paint(calm).of("card").toString();
    }
}
