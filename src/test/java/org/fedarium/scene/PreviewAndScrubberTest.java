package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class PreviewAndScrubberTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static SkewView skew(int clients) {
        var info = SampleTimeline.of(clients, 10, 1, 1, false).info();
        return new SkewView(
                info.dataset().classNames(),
                info.segments().getFirst().labelCounts(),
                Theme.LIGHT,
                ENGLISH,
                268,
                110,
                -1);
    }

    @Test
    void a_column_is_found_under_the_pointer() {
        SkewView view = skew(12);
        for (int k = 0; k < 12; k++) {
            assertThat(SkewPreviewPainter.clientAt(view, 268.0 / 12 * (k + 0.5))).isEqualTo(k);
        }
        assertThat(SkewPreviewPainter.clientAt(view, -1)).isEqualTo(-1);
        assertThat(SkewPreviewPainter.clientAt(view, 268)).isEqualTo(-1);
    }

    /// Client 0 has 3 of a, then 1 of b on top; the column of the other is half as high.
    private static SkewView two(int pointed) {
        return new SkewView(
                List.of("a", "b"),
                new int[][] {{3, 1}, {0, 2}},
                Theme.LIGHT,
                ENGLISH,
                200,
                110,
                -1,
                pointed);
    }

    @Test
    void the_class_of_a_part_and_of_the_legend_is_found_under_the_pointer() {
        RecordingSurface s = new RecordingSurface();
        SkewPreviewPainter.paint(s, two(-1));
        List<RecordingSurface.Op> parts = s.of("rect");
        int[] expected = {0, 1, 1};
        for (int i = 0; i < 3; i++) {
            double[] box = parts.get(i).box();
            double x = (box[0] + box[2]) / 2;
            double y = (box[1] + box[3]) / 2;
            assertThat(SkewPreviewPainter.classAt(s, two(-1), x, y)).isEqualTo(expected[i]);
        }
        assertThat(SkewPreviewPainter.classAt(s, two(-1), 150, 2)).as("above").isEqualTo(-1);
        assertThat(SkewPreviewPainter.classAt(s, two(-1), 4, 105)).as("first square").isZero();
        assertThat(SkewPreviewPainter.classAt(s, two(-1), 190, 105)).as("no name").isEqualTo(-1);
    }

    @Test
    void a_pointed_class_is_framed_in_every_column_and_underlined_below() {
        RecordingSurface plain = new RecordingSurface();
        SkewPreviewPainter.paint(plain, two(-1));
        RecordingSurface marked = new RecordingSurface();
        SkewPreviewPainter.paint(marked, two(1));
        assertThat(marked.ops).hasSize(plain.ops.size() + 3);
    }

    @Test
    void the_largest_client_has_the_tallest_column() {
        RecordingSurface surface = new RecordingSurface();
        SkewView view = skew(12);
        SkewPreviewPainter.paint(surface, view);
        int largest = 0;
        for (int k = 1; k < 12; k++) {
            largest = view.examples(k) > view.examples(largest) ? k : largest;
        }
        double top = Double.POSITIVE_INFINITY;
        double x = 0;
        for (var op : surface.of("rect")) {
            if (op.box()[1] < top) {
                top = op.box()[1];
                x = (op.box()[0] + op.box()[2]) / 2;
            }
        }
        assertThat(SkewPreviewPainter.clientAt(view, x)).isEqualTo(largest);
    }

    @Test
    void a_thousand_clients_share_columns_of_pixels() {
        RecordingSurface surface = new RecordingSurface();
        SkewPreviewPainter.paint(surface, skew(1000));
        assertThat(surface.of("rect").size()).isLessThan(1400);
        assertThat(surface.ops).allMatch(o -> o.box()[0] > -1 && o.box()[2] < 269);
    }

    private static ScrubberView scrubber(List<Timeline.Mark> marks) {
        return new ScrubberView(
                100, 60, 37, marks, null, List.of(), Theme.LIGHT, ENGLISH, 560, 48, false);
    }

    @Test
    void other_branches_leave_the_track_where_they_part_and_carry_their_letter() {
        Timeline other = SampleTimeline.of(5, 3, 90, 1, false);
        List<Timeline.Branch> branches =
                List.of(
                        new Timeline.Branch("A", other, false, 20),
                        new Timeline.Branch("B", other, true, 60));
        ScrubberView view =
                new ScrubberView(
                        100,
                        60,
                        37,
                        List.of(),
                        null,
                        branches,
                        Theme.LIGHT,
                        ENGLISH,
                        560,
                        48,
                        false);
        RecordingSurface surface = new RecordingSurface();
        ScrubberPainter.paint(surface, view);
        assertThat(surface.of("polyline")).hasSize(1);
        double[] lane = surface.of("polyline").getFirst().box();
        assertThat(lane[0]).isCloseTo(view.x(20), within(2.5));
        assertThat(lane[2]).isCloseTo(view.x(90), within(2.5));
        assertThat(surface.texts()).contains("A").doesNotContain("B");
    }

    @Test
    void positions_on_the_scrubber_go_there_and_back() {
        ScrubberView view = scrubber(List.of());
        for (double round : new double[] {0, 0.5, 37.25, 100}) {
            assertThat(view.position(view.x(round))).isCloseTo(round, within(1e-9));
        }
        assertThat(view.position(-50)).isZero();
        assertThat(view.position(9999)).isEqualTo(100);
    }

    @Test
    void every_change_of_settings_has_a_diamond() {
        var mark = new Timeline.Mark(20, List.of("a"), List.of("1"), List.of("2"));
        RecordingSurface surface = new RecordingSurface();
        ScrubberPainter.paint(surface, scrubber(List.of(mark, mark)));
        assertThat(surface.of("polygon")).hasSize(4);
        RecordingSurface without = new RecordingSurface();
        ScrubberPainter.paint(without, scrubber(List.of()));
        assertThat(without.of("polygon")).isEmpty();
    }
}
