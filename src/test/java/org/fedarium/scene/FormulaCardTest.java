package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.aggregation.Aggregators;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.support.LongTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class FormulaCardTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static RecordingSurface card(SampleTimeline timeline, Playhead at) {
        RecordingSurface surface = new RecordingSurface();
        StageView view = StageView.of(timeline, at, Theme.LIGHT, ENGLISH, 690, 600);
        FormulaCard.paint(surface, view, 0, 0, 688, 96);
        return surface;
    }

    @Test
    void shows_a_chip_for_every_term_with_its_weight() {
        SampleTimeline timeline = SampleTimeline.of(10, 10, 3, 1, false);
        var texts = card(timeline, new Playhead(2, Phase.UPLOAD, 0)).texts();
        for (double weight : timeline.step(2).reports().weight()) {
            assertThat(texts).contains(TermRow.weight(weight));
        }
    }

    @Test
    void arrived_terms_are_underlined_and_counted() {
        SampleTimeline timeline = SampleTimeline.of(10, 10, 3, 1, false);
        assertThat(card(timeline, new Playhead(2, Phase.UPLOAD, 0)).texts()).contains("0 of 10");
        RecordingSurface all = card(timeline, new Playhead(2, Phase.UPLOAD, 1));
        assertThat(all.texts()).contains("10 of 10", "100\u2009%");
        for (int k = 0; k < 10; k++) {
            int mark = Theme.LIGHT.client(k);
            assertThat(all.of("card")).anyMatch(o -> o.color() == mark);
        }
    }

    @Test
    void late_terms_are_dashed_and_terms_left_out_are_struck_through() {
        SampleTimeline timeline = SampleTimeline.of(10, 10, 3, 1, true);
        RecordingSurface surface = card(timeline, new Playhead(2, Phase.AGGREGATE, 0.5));
        assertThat(surface.of("dashedFrame")).hasSize(2);
        assertThat(surface.of("line")).hasSize(1);
    }

    @Test
    void above_twelve_terms_the_five_largest_and_a_bar_of_all_weights_are_shown() {
        SampleTimeline timeline = SampleTimeline.of(20, 10, 3, 1, false);
        RecordingSurface surface = card(timeline, new Playhead(2, Phase.UPLOAD, 1));
        assertThat(surface.texts()).contains("+ 15 more");
        double bar =
                surface.of("rect").stream()
                        .filter(o -> o.values()[3] == 12)
                        .skip(1)
                        .mapToDouble(o -> o.values()[2] + 1)
                        .sum();
        double ground =
                surface.of("rect").stream()
                        .filter(o -> o.values()[3] == 12)
                        .findFirst()
                        .orElseThrow()
                        .values()[2];
        assertThat(bar).isBetween(ground - 1, ground + 12);
    }

    @Test
    void results_appear_only_when_the_round_is_over() {
        SampleTimeline timeline = SampleTimeline.of(5, 10, 3, 1, false);
        var during = card(timeline, new Playhead(2, Phase.EVALUATE, 0.9)).texts();
        assertThat(during).anyMatch(t -> t.endsWith("→ …"));
        assertThat(card(timeline, Playhead.endOf(2)).texts()).noneMatch(t -> t.contains("…"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 13, 20, 300, 1000})
    void everything_stays_inside_the_card_and_no_text_is_small(int clients) {
        SampleTimeline timeline = SampleTimeline.of(clients, 10, 3, 0.9, true);
        for (Phase phase : Phase.values()) {
            for (Op op : card(timeline, new Playhead(2, phase, 0.7)).ops) {
                assertThat(op.box()[0]).as("%s", op).isGreaterThan(-1);
                assertThat(op.box()[2]).as("%s", op).isLessThan(689);
                assertThat(op.box()[3]).as("%s", op).isLessThan(97);
                if (op.kind().equals("text")) {
                    assertThat(op.values()[2]).as("%s", op).isGreaterThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void indices_are_lowered() {
        assertThat(MathText.of("θ_{38} = Σ_k x^2").parts())
                .containsExactly(
                        new MathText.Part("θ", 0),
                        new MathText.Part("38", -1),
                        new MathText.Part(" = Σ", 0),
                        new MathText.Part("k", -1),
                        new MathText.Part(" x", 0),
                        new MathText.Part("2", 1));
    }

    @Test
    void narration_has_a_sentence_with_numbers_in_both_languages() {
        SampleTimeline timeline = SampleTimeline.of(12, 10, 3, 0.9, true);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Texts texts = new Texts(locale);
            for (Phase phase : Phase.values()) {
                Playhead at = new Playhead(2, phase, 1);
                StageView view = StageView.of(timeline, at, Theme.LIGHT, texts, 690, 600);
                assertThat(Narration.of(view))
                        .endsWith(locale == Locale.ENGLISH ? "." : "。")
                        .containsPattern("\\d")
                        .doesNotContain("?", "{");
            }
        }
    }

    static Stream<String> rules() {
        return Aggregators.ALL.entries().stream().map(a -> a.describe().id());
    }

    /// As wide as in a window of 1024 x 768, in both languages, with longer texts too.
    @ParameterizedTest
    @MethodSource("rules")
    void a_formula_too_long_for_the_card_ends_behind_a_whole_word(String rule) {
        Experiment experiment = Experiment.defaults().with("aggregation.kind", rule);
        SampleTimeline run = SampleTimeline.of(12, 12, 3, 1, false).as(experiment);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Texts texts : List.of(new Texts(locale), LongTexts.of(locale))) {
                RecordingSurface surface = new RecordingSurface(0.5);
                Playhead at = new Playhead(2, Phase.AGGREGATE, 0.5);
                StageView view = StageView.of(run, at, Theme.LIGHT, texts, 690, 600);
                FormulaCard.paint(surface, view, 0, 0, 290, 48);
                List<Op> clipped = surface.of("clip");
                double end = clipped.getFirst().box()[2];
                for (Op op : surface.of("text")) {
                    assertThat(op.box()[2]).as(op.text()).isLessThanOrEqualTo(end + 1);
                }
            }
        }
    }
}
