package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words on the stage and in the formula card neither touch each other nor leave their picture: for
/// few and many clients, with and without a server, in every phase, at the sizes of the window.
class StageWordsTest {
    private static final double[][] NO_CLIENTS = {};
    /// The stage in windows 1024, 1440 and 1920 wide, in one of 3840 shown larger, and in front of
    /// a class.
    private static final double[][] STAGES = {
        {656, 522, 0}, {720, 620, 0}, {1140, 770, 0}, {2130, 1420, 0}, {656, 480, 1}, {1344, 760, 1}
    };

    private static final double[] FRACTIONS = {0.5, 1};
    private static final int[] CLIENTS = {1, 2, 5, 8, 12, 20, 60};
    private static final double SLACK = 1;

    private static Experiment kind(String links) {
        Experiment plain = Experiment.defaults();
        return switch (links) {
            case "server" -> plain;
            case "versions" -> plain.with("coordination.kind", "fedasync");
            default ->
                    plain.with("coordination.kind", "d-psgd").with("coordination.topology", links);
        };
    }

    private static RecordingSurface stage(StageView view) {
        RecordingSurface surface = new RecordingSurface();
        new StagePainter().paint(surface, view);
        return surface;
    }

    private static RecordingSurface card(StageView view, double width, double height) {
        RecordingSurface surface = new RecordingSurface();
        FormulaCard.paint(surface, view, 0, 0, width, height);
        return surface;
    }

    private static StageView view(SampleTimeline run, Playhead at, String language, double[] size) {
        return new StageView(
                run,
                at,
                Theme.LIGHT,
                new Texts(Locale.forLanguageTag(language)),
                size[0],
                size[1],
                -1,
                -1,
                null,
                false,
                size[2] > 0,
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "versions", "ring", "grid"})
    void noWordsTouchOrLeaveTheStage(String links) {
        List<String> faults = new ArrayList<>();
        for (int clients : CLIENTS) {
            SampleTimeline run = SampleTimeline.of(clients, 10, 3, 0.6, true).as(kind(links));
            for (double[] size : STAGES) {
                for (String language : List.of("en", "zh-CN")) {
                    for (Phase phase : Phase.values()) {
                        for (double fraction : FRACTIONS) {
                            Playhead at = new Playhead(2, phase, fraction);
                            StageView view = view(run, at, language, size);
                            String where =
                                    "%d %.0fx%.0f %s %s"
                                            .formatted(clients, size[0], size[1], language, at);
                            check(stage(view), size[0], size[1], where, faults);
                        }
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ARC", "GRID"})
    void noWordsTouchInOtherArrangements(Arrangement arrangement) {
        List<String> faults = new ArrayList<>();
        for (int clients : new int[] {1, 2, 5, 7, 12, 13, 20, 36, 60}) {
            SampleTimeline run = SampleTimeline.of(clients, 10, 3, 0.6, true);
            for (double[] size : STAGES) {
                for (String language : List.of("en", "zh-CN")) {
                    for (Phase phase : Phase.values()) {
                        Playhead at = new Playhead(2, phase, 1);
                        // The choice itself takes about 150 pixels of the legend.
                        StageView view =
                                view(run, at, language, size)
                                        .withArrangement(Optional.of(arrangement), size[0] - 166);
                        String where =
                                "%d %.0fx%.0f %s %s"
                                        .formatted(clients, size[0], size[1], language, at);
                        RecordingSurface drawn = stage(view);
                        check(drawn, size[0], size[1], where, faults);
                        legendEnds(drawn, view, where, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void legendEnds(
            RecordingSurface drawn, StageView view, String where, List<String> faults) {
        if (!StageLayout.hasFoot(view.width(), view.height(), view.presenter())) {
            return;
        }
        for (Op word : drawn.of("text")) {
            boolean inFoot = word.box()[1] > view.height() - 34;
            if (inFoot && word.box()[2] > view.legendRight() + SLACK) {
                faults.add(where + " under the choice: " + word.text());
            }
        }
    }

    @Test
    void noWordsTouchWhereClientsHaveNamesOfTheirOwn() {
        List<String> faults = new ArrayList<>();
        for (int clients : new int[] {2, 5, 6, 8, 12}) {
            SampleTimeline run =
                    SampleTimeline.of(clients, 10, 3, 0.6, true).named("General hospital");
            for (double[] size : STAGES) {
                for (Phase phase : Phase.values()) {
                    StageView view = view(run, new Playhead(2, phase, 1), "en", size);
                    String where = "%d %.0fx%.0f %s".formatted(clients, size[0], size[1], phase);
                    check(stage(view), size[0], size[1], where, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aCaptionMovesOffAnotherClient() {
        double[][] boxes = {{80, 50, 140, 66}, {190, 200, 210, 216}};
        // The first one's own client does not count; the second lies 60 px right, radius 30, and
        // is 14 px below the caption: half a chord of 26.53 and 4 px of air.
        double[][] clients = {{110, 20, 30}, {160, 80, 30}};
        assertThat(CaptionSpread.shifts(boxes, clients, 400)[0])
                .isCloseTo(160 - Math.sqrt(30 * 30 - 14 * 14) - 4 - 140, within(1e-9));
        assertThat(CaptionSpread.shifts(boxes, clients, 400)[1]).isZero();
    }

    @Test
    void captionsMoveApartByHalfOfWhatTheyShare() {
        double[][] boxes = {{10, 0, 60, 20}, {50, 10, 100, 30}, {300, 0, 350, 20}};
        // 10 px shared and 8 px of air: 9 px each, but the edge keeps the first from the last one.
        assertThat(CaptionSpread.shifts(boxes, NO_CLIENTS, 400))
                .containsExactly(new double[] {-8, 10, 0}, within(0.02));
        assertThat(
                        CaptionSpread.shifts(
                                new double[][] {{20, 0, 60, 9}, {50, 0, 90, 9}}, NO_CLIENTS, 400))
                .containsExactly(-9, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "versions", "ring"})
    void noWordsTouchOrLeaveTheFormulaCard(String links) {
        double[][] cards = {{300, 48}, {688, 96}, {1108, 114}, {2098, 114}};
        List<String> faults = new ArrayList<>();
        for (int clients : new int[] {1, 5, 12, 60, 1000}) {
            SampleTimeline run = SampleTimeline.of(clients, 10, 3, 0.6, true).as(kind(links));
            for (double[] size : cards) {
                for (String language : List.of("en", "zh-CN")) {
                    for (Phase phase : Phase.values()) {
                        Playhead at = new Playhead(2, phase, 1);
                        StageView view = view(run, at, language, new double[] {690, 600, 0});
                        String where =
                                "%d %.0fx%.0f %s %s"
                                        .formatted(clients, size[0], size[1], language, at);
                        check(card(view, size[0], size[1]), size[0], size[1], where, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void check(
            RecordingSurface surface,
            double width,
            double height,
            String where,
            List<String> faults) {
        List<Op> words = surface.of("text").stream().filter(op -> op.color() >>> 24 > 0).toList();
        for (int i = 0; i < words.size(); i++) {
            double[] a = words.get(i).box();
            boolean inside =
                    a[0] >= -SLACK
                            && a[1] >= -SLACK
                            && a[2] <= width + SLACK
                            && a[3] <= height + SLACK;
            if (!inside) {
                faults.add(where + " leaves: " + words.get(i).text());
            }
            for (int j = 0; j < i; j++) {
                double[] b = words.get(j).box();
                double wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
                double high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
                // Signs of a formula stand above and below each other.
                boolean formula =
                        words.get(i).text().length() < 3 || words.get(j).text().length() < 3;
                if (wide > SLACK && high > SLACK && !formula) {
                    faults.add(where + ": " + words.get(i).text() + " on " + words.get(j).text());
                }
            }
        }
    }
}
