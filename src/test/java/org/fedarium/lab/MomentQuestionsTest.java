package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.experiment.Experiment;
import org.fedarium.math.Spread;
import org.fedarium.math.Vectors;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.LabRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What is asked about one moment agrees with what the run itself measured.
class MomentQuestionsTest {
    private final LabRuns lab = new LabRuns();

    @AfterEach
    void close() {
        lab.close();
    }

    private static double metric(Timeline run, int step, String id) {
        return run.metric(step, run.info().metricIndex(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits-20-phones",
                "fifteen-voices",
                "three-liars-of-fifteen",
                "slow-phones-deadline",
                "buses-without-waiting",
                "gossip-on-a-ring",
                "few-bytes-will-do",
                "banks-behind-masks",
                "privacy-has-a-price",
                "two-soils",
                "regional-data-centres"
            })
    void scoresAndCosinesAddUpToTheMetricsOfTheirStep(String scenario) {
        int step = 3;
        Timeline run = lab.run(LabRuns.scenario(scenario), step);
        ClientScoresAt scores = lab.ask(new ClientScoresAt.Of(step));
        assertThat(scores.summary().mean())
                .isCloseTo(metric(run, step, "clientMean"), within(1e-12));
        assertThat(scores.summary().worstDecile())
                .isCloseTo(metric(run, step, "clientWorstDecile"), within(1e-12));
        assertThat(scores.summary().spread())
                .isCloseTo(metric(run, step, "clientSpread"), within(1e-12));
        Spread again = Spread.of(scores.global());
        assertThat(again.mean()).isEqualTo(scores.summary().mean());
        ClientReports reports = run.step(step).reports();
        double[] counted =
                IntStream.range(0, reports.size())
                        .filter(slot -> reports.statusOf(slot).counts())
                        .map(slot -> reports.client()[slot])
                        .distinct()
                        .mapToDouble(client -> scores.local()[client])
                        .toArray();
        assertThat(Spread.of(counted).mean())
                .isCloseTo(metric(run, step, "localMean"), within(1e-12));
        UpdateCosines cosines = lab.ask(new UpdateCosines.Of(step));
        assertThat(cosines.kept()).isTrue();
        double mean = metric(run, step, "cosineMean");
        assertThat(cosines.mean()).isCloseTo(mean, within(1e-12));
        assertThat(meanOfPairs(cosines)).isCloseTo(mean, within(1e-9));
        assertThat(cosines.clients())
                .containsExactly(
                        IntStream.range(0, reports.size())
                                .filter(reports::arrives)
                                .map(slot -> reports.client()[slot])
                                .toArray());
    }

    private static double meanOfPairs(UpdateCosines cosines) {
        int n = cosines.clients().length;
        return IntStream.range(0, n * n)
                .filter(i -> i / n != i % n)
                .mapToDouble(i -> cosines.cosines()[i])
                .filter(c -> !Double.isNaN(c))
                .average()
                .orElse(Double.NaN);
    }

    @Test
    void anUpdateIsTheLocalModelMinusTheReceivedOneWhereNothingHappensOnTheWay() {
        lab.run(moons(), 2);
        UpdateCosines cosines = lab.ask(new UpdateCosines.Of(2));
        assertThat(cosines.source()).isEqualTo(UpdateCosines.Source.RECEIVED);
        double[] received = lab.ask(run -> run.parameters(1).clone());
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 4; b++) {
                double[] one = Vectors.minus(local(cosines.clients()[a]), received);
                double[] two = Vectors.minus(local(cosines.clients()[b]), received);
                assertThat(cosines.at(a, b))
                        .isCloseTo(Vectors.cosine(one, two), within(1e-9))
                        .isEqualTo(cosines.at(b, a));
            }
        }
    }

    private double[] local(int client) {
        return lab.ask(run -> run.localModel(2, client));
    }

    private static Experiment moons() {
        return Experiment.defaults()
                .with("data.kind", "moons")
                .with("partition.clients", 4L)
                .with("rounds", 8L);
    }

    @Test
    void aFlippedUpdatePointsTheOtherWayBecauseItIsLookedAtWhereItArrives() {
        lab.run(moons(), 1);
        UpdateCosines honest = lab.ask(new UpdateCosines.Of(1));
        Experiment attacked =
                moons().with("adversary.kind", "sign-flip").with("adversary.count", 1L);
        Timeline run = lab.run(attacked, 1);
        UpdateCosines flipped = lab.ask(new UpdateCosines.Of(1));
        ClientReports reports = run.step(1).reports();
        int liar = IntStream.range(0, 4).filter(reports::isHostile).findFirst().orElseThrow();
        for (int other = 0; other < 4; other++) {
            double sign = other == liar ? 1 : -1;
            assertThat(flipped.at(liar, other))
                    .isCloseTo(sign * honest.at(liar, other), within(1e-12));
        }
    }

    @Test
    void beforeTheFirstStepThereAreScoresButNoUpdates() {
        Timeline run = lab.run(moons().with("data.testFraction", 0.3), 0);
        ClientScoresAt scores = lab.ask(new ClientScoresAt.Of(0));
        assertThat(scores.local()).containsOnly(Double.NaN);
        assertThat(scores.summary().mean()).isEqualTo(metric(run, 0, "clientMean"));
        UpdateCosines cosines = lab.ask(new UpdateCosines.Of(0));
        assertThat(cosines.clients()).isEmpty();
        assertThat(cosines.sent()).isZero();
    }

    @Test
    void thePartOfALargeCohortIsItsFirstTwoHundredButTheMeanIsOfAll() {
        Experiment many =
                Experiment.defaults()
                        .with("data.kind", "digits8x8")
                        .with("partition.clients", 250L)
                        .with("rounds", 2L);
        Timeline run = lab.run(many, 1);
        UpdateCosines cosines = lab.ask(new UpdateCosines.Of(1));
        StepRecord step = run.step(1);
        assertThat(cosines.isPart()).isTrue();
        assertThat(cosines.clients())
                .containsExactly(Arrays.copyOf(step.reports().client(), UpdateCosines.MOST));
        assertThat(cosines.sent()).isEqualTo(250);
        assertThat(cosines.mean()).isCloseTo(metric(run, 1, "cosineMean"), within(1e-12));
    }
}
