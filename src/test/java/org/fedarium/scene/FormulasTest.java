package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.aggregation.Aggregator;
import org.fedarium.aggregation.Aggregators;
import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Schema;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.support.Latin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.Font;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

class FormulasTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE);

    /// What the formulas of the stage are made from, besides algorithm and rule.
    private static final Set<String> FORMED_BY =
            Set.of(
                    "algorithm",
                    "aggregation",
                    "optimizer",
                    "training",
                    "compression",
                    "coordination");

    private static final Path FONT =
            Path.of(System.getProperty("fedarium.home", "."), "assets/fonts/FedariumMath.ttf");

    private static Experiment experiment(String algorithm, String aggregation) {
        return Experiment.defaults()
                .with("algorithm.kind", algorithm)
                .with("aggregation.kind", aggregation);
    }

    private static StageView view(Experiment experiment, Phase phase) {
        return view(experiment, phase, ENGLISH);
    }

    private static StageView view(Experiment experiment, Phase phase, Texts texts) {
        SampleTimeline timeline = SampleTimeline.of(10, 10, 3, 1, true).as(experiment);
        return StageView.of(timeline, new Playhead(2, phase, 1), Theme.LIGHT, texts, 690, 600);
    }

    private static String formula(Experiment experiment, Phase phase) {
        return Formulas.of(view(experiment, phase)).replaceAll("[{}]", "");
    }

    private static RecordingSurface card(Experiment experiment, Phase phase) {
        RecordingSurface surface = new RecordingSurface();
        FormulaCard.paint(surface, view(experiment, phase), 0, 0, 688, 96);
        return surface;
    }

    private static Stream<Experiment> everything() {
        return Algorithms.ALL.entries().stream()
                .flatMap(
                        a -> Aggregators.ALL.entries().stream().map(r -> experiment(id(a), id(r))));
    }

    private static String id(org.fedarium.catalog.Described entry) {
        return entry.describe().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fedavg   | y ← y − η ∇F_k(y; B)
                    fedsgd   | y ← y − η ∇F_k(y)
                    fedprox  | y ← y − η (∇F_k(y; B) + μ (y − θ_1))
                    mimelite | y ← y − η ((1 − β) ∇F_k(y; B) + β m)
                    fedavgm  | y ← y − η ∇F_k(y; B)
                    """)
    void a_local_step_is_the_algorithms(String algorithm, String expected) {
        assertThat(formula(experiment(algorithm, "uniform-mean"), Phase.TRAIN)).isEqualTo(expected);
    }

    @Test
    void what_a_client_keeps_is_shown_beside_its_step() {
        assertThat(formula(experiment("scaffold", "uniform-mean"), Phase.TRAIN))
                .isEqualTo(
                        "y ← y − η (∇F_k(y; B) − c_k + c), c_k⁺ = c_k − c + (θ_1 − y) / (τ_k η)");
        assertThat(formula(experiment("feddyn", "uniform-mean"), Phase.TRAIN))
                .contains("− g_k + α (y − θ_1)", "g_k ← g_k − α (y − θ_1)");
        assertThat(formula(experiment("ditto", "uniform-mean"), Phase.TRAIN))
                .endsWith(", v_k likewise with ∇F_k(v_k) + λ (v_k − θ_1)");
    }

    @Test
    void another_optimiser_gets_the_corrected_gradient() {
        Experiment experiment =
                experiment("fedprox", "weighted-mean").with("optimizer.kind", "momentum");
        assertThat(formula(experiment, Phase.TRAIN))
                .isEqualTo("u ← ρ u + g, y ← y − η u, g = ∇F_k(y; B) + μ (y − θ_1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fedavg   | weighted-mean | θ_2 = Σ_k (n_k / n) θ_k
                    fedprox  | uniform-mean  | θ_2 = (1 / m) Σ_k θ_k
                    fedavg   | median        | θ_2,j = θ_1,j + median_k Δ_kj
                    fedavgm  | weighted-mean | v ← β v − Δ, θ_2 = θ_1 − v, Δ = Σ_k (n_k / n) Δ_k
                    fedavgm  | median        | v ← β v − Δ, θ_2 = θ_1 − v
                    fednova  | uniform-mean  | θ_2 = θ_1 + τ_eff d, d = (1 / m) Σ_k d_k
                    qfedavg  | uniform-mean  | θ_2 = θ_1 + Σ_k F_k^q L (θ_k − θ_1) / Σ_k h_k
                    fedsgd   | krum          | θ_2 = θ_1 + Δ_i, i = argmin Σ ‖Δ_i − Δ_j‖² over the n − f − 2 nearest j
                    """)
    void the_server_takes_the_step_of_rule_and_algorithm(
            String algorithm, String aggregation, String expected) {
        assertThat(formula(experiment(algorithm, aggregation), Phase.AGGREGATE))
                .isEqualTo(expected);
    }

    @Test
    void a_part_step_shows_the_server_rate() {
        Experiment half =
                experiment("fedsgd", "weighted-mean").with("training.serverLearningRate", 0.5);
        assertThat(formula(half, Phase.AGGREGATE))
                .isEqualTo("θ_2 = θ_1 + η_g Σ_k (n_k / n) (θ_k − θ_1)");
        assertThat(formula(half.with("aggregation.kind", "median"), Phase.AGGREGATE))
                .isEqualTo("θ_2 = θ_1 + η_g Δ");
        assertThat(formula(half.with("aggregation.kind", "median"), Phase.UPLOAD))
                .isEqualTo("Δ_j = median_k Δ_kj");
    }

    @Test
    void settings_of_a_rule_change_its_formula() {
        Experiment sum = experiment("fedavg", "foolsgold").with("aggregation.combine", "sum");
        assertThat(formula(sum, Phase.AGGREGATE)).startsWith("θ_2 = θ_1 + Σ_k a_k Δ_k, a_k");
        Experiment mixed = experiment("fedavg", "median").with("aggregation.mixing", "nearest");
        assertThat(formula(mixed, Phase.AGGREGATE)).endsWith("mean of its n − f nearest first");
    }

    @Test
    void a_compressed_update_is_not_called_a_model() {
        Experiment few = experiment("fedavg", "weighted-mean").with("compression.kind", "top-k");
        assertThat(formula(few, Phase.AGGREGATE)).isEqualTo("θ_2 = θ_1 + Σ_k (n_k / n) Δ_k");
        assertThat(card(few, Phase.AGGREGATE).texts()).contains("Δ").doesNotContain("θ_k");
    }

    @Test
    void a_rule_that_looks_at_all_updates_shows_shares_only_when_it_has() {
        Experiment krum = experiment("fedavg", "krum");
        assertThat(card(krum, Phase.UPLOAD).texts()).noneMatch(t -> t.matches("\\.\\d\\d"));
        RecordingSurface after = card(krum, Phase.AGGREGATE);
        assertThat(after.texts()).anyMatch(t -> t.matches("\\.\\d\\d"));
        assertThat(after.of("line")).as("the rejected one is struck through").hasSize(1);
        assertThat(FormulaSentence.of(view(krum, Phase.AGGREGATE)))
                .endsWith("updates used, *1* left out");
        assertThat(Narration.of(view(krum, Phase.AGGREGATE))).contains("leaves 1 out");
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_formula_fits_the_card_and_has_its_letters(Experiment experiment) throws Exception {
        Font font = Font.createFont(Font.TRUETYPE_FONT, FONT.toFile());
        for (Phase phase : List.of(Phase.TRAIN, Phase.UPLOAD, Phase.AGGREGATE)) {
            String formula = Formulas.of(view(experiment, phase));
            assertThat(formula).doesNotContain("θ⁺", "∇F ", "η_g (");
            assertThat(font.canDisplayUpTo(formula.replace("\u0302", "")))
                    .as(formula)
                    .isEqualTo(-1);
            MathText.of(formula).parts().stream()
                    .filter(p -> p.level() != 0)
                    .forEach(p -> assertThat(p.text()).as(formula).isNotBlank());
            for (RecordingSurface.Op op : card(experiment, phase).ops) {
                assertThat(op.box()[2]).as("%s", op).isLessThan(689);
            }
        }
    }

    /// Every algorithm, rule and setting that is one of a few words, in every phase.
    private static Stream<Experiment> everySetting() {
        Stream<Experiment> settings =
                Schema.sections().stream()
                        .filter(s -> FORMED_BY.contains(s.id()))
                        .flatMap(s -> s.entries().stream())
                        .flatMap(FormulasTest::eachChoice);
        return Stream.concat(everything(), settings);
    }

    private static Stream<Experiment> eachChoice(Descriptor entry) {
        Experiment plain = Experiment.defaults().with(entry.section() + ".kind", entry.id());
        Stream<Experiment> chosen =
                entry.parameters().stream()
                        .filter(p -> p.domain() instanceof Domain.Choice)
                        .flatMap(
                                p ->
                                        ((Domain.Choice) p.domain())
                                                .options().stream()
                                                        .map(
                                                                o ->
                                                                        plain.with(
                                                                                entry.section()
                                                                                        + "."
                                                                                        + p.id(),
                                                                                o)));
        return Stream.concat(Stream.of(plain), chosen);
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void a_chinese_formula_has_no_english_word_and_fits_the_card(Experiment experiment) {
        for (Phase phase : Phase.values()) {
            StageView view = view(experiment, phase, CHINESE);
            assertThat(Latin.words(Formulas.of(view), List.of())).as(Formulas.of(view)).isEmpty();
            RecordingSurface card = new RecordingSurface();
            FormulaCard.paint(card, view, 0, 0, 688, 96);
            for (RecordingSurface.Op op : card.ops) {
                assertThat(op.box()[2]).as("%s", op).isLessThan(689);
            }
        }
    }

    @Test
    void chinese_words_of_a_formula_are_in_the_type_of_texts() {
        MathText median = MathText.of("Δ_j = 中位数_k Δ_{kj}");
        assertThat(median.parts())
                .extracting(MathText.Part::text)
                .containsExactly("Δ", "j", " = ", "中位数", "k", " Δ", "kj");
        assertThat(median.parts()).filteredOn(MathText.Part::isChinese).hasSize(1);
    }

    @Test
    void words_around_mathematics_follow_the_order_of_the_language() {
        StageView view = view(experiment("fedavg", "trimmed-mean"), Phase.AGGREGATE, CHINESE);
        assertThat(Formulas.of(view).replaceAll("[{}]", ""))
                .isEqualTo("θ_2,j = θ_1,j + Δ_kj 去掉 ⌊β n⌋ 个最大值和 ⌊β n⌋ 个最小值后的均值");
    }

    @Test
    void whoever_changes_the_servers_step_says_so() throws NoSuchMethodException {
        for (FederatedAlgorithm algorithm : Algorithms.ALL.entries()) {
            boolean own =
                    algorithm
                                    .getClass()
                                    .getMethod(
                                            "serverUpdate",
                                            org.fedarium.algorithm.ServerContext.class)
                                    .getDeclaringClass()
                            != FederatedAlgorithm.class;
            Experiment experiment = experiment(id(algorithm), "uniform-mean");
            var values = experiment.section("algorithm").values();
            if (own) {
                assertThat(algorithm.formulas(values).server()).as(id(algorithm)).isNotEmpty();
            }
        }
    }

    @Test
    void the_formula_of_a_rule_begins_with_the_next_model() {
        for (Aggregator rule : Aggregators.ALL.entries()) {
            assertThat(rule.describe().formula()).matches("θ⁺ = θ \\+ .*|θ⁺_j = θ_j \\+ .*");
        }
    }
}
