package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.aggregation.Aggregators;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.Simulation;
import org.fedarium.support.LongTexts;
import org.fedarium.support.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Words of the arithmetic neither touch each other nor leave the panel, for every rule, in both
/// languages, with texts as they are and 40 % longer.
final class ArithmeticWordsTest {
    /// The panel in windows of 1024 x 768 and 1440 x 900, there in front of a class as well.
    private static final double[][] PANELS = {
        {626, 440, 0}, {690, 540, 0}, {626, 400, 1}, {1310, 680, 1}
    };

    private static final int CLIENTS = 12;
    private static final int STEP = 3;

    private static Experiment penguins() {
        return Experiment.defaults()
                .with("rounds", 6)
                .with("data.kind", "penguins")
                .with("partition.kind", "iid")
                .with("partition.clients", (long) CLIENTS);
    }

    static Stream<String> rules() {
        return Aggregators.ALL.entries().stream().map(a -> a.describe().id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wordsOfEveryRuleHaveRoom(String rule) {
        assertThat(faults(penguins().with("aggregation.kind", rule))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "secure-aggregation, fedavg",
        "distributed-dp, fedavg",
        "central-dp, fedavg",
        "none, fedadam",
        "none, fedavgm"
    })
    void wordsOfMasksNoiseAndServerRulesHaveRoom(String privacy, String algorithm) {
        assertThat(
                        faults(
                                penguins()
                                        .with("privacy.kind", privacy)
                                        .with("algorithm.kind", algorithm)))
                .isEmpty();
    }

    @Test
    void wordsWithoutAServerHaveRoom() {
        assertThat(faults(penguins().with("coordination.kind", "d-psgd"))).isEmpty();
    }

    private static List<String> faults(Experiment experiment) {
        Simulation simulation = new Simulation(Runs.plan(experiment));
        for (int step = 1; step < STEP; step++) {
            simulation.next();
        }
        AggregationTrace trace = simulation.explain(0);
        SampleTimeline run = SampleTimeline.of(CLIENTS, 3, 5, 1, false).as(experiment);
        List<String> faults = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (Texts texts : List.of(new Texts(locale), LongTexts.of(locale))) {
                for (double[] panel : PANELS) {
                    for (Playhead at :
                            List.of(
                                    new Playhead(STEP, Phase.UPLOAD, 0.5),
                                    new Playhead(STEP, Phase.AGGREGATE, 1))) {
                        StageView stage = stage(run, at, texts, panel);
                        ArithmeticView view =
                                new ArithmeticView(stage, trace, panel[0], panel[1], 0);
                        assertThat(view.current()).isNotNull();
                        for (String fault : PaintedWords.faults(view)) {
                            faults.add(locale + " " + at.phase() + " " + fault);
                        }
                    }
                }
            }
        }
        return faults;
    }

    /// The third client is chosen, so that its training is told too.
    private static StageView stage(SampleTimeline run, Playhead at, Texts texts, double[] panel) {
        return new StageView(
                run, at, Theme.LIGHT, texts, 690, 600, -1, 2, null, false, panel[2] > 0, false);
    }
}
