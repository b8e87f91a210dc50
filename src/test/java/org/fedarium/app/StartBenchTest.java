package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.app.FrameTimes.Quantiles;
import org.fedarium.app.StartBench.Start;
import org.junit.jupiter.api.Test;

import java.util.List;

class StartBenchTest {

    @Test
    void aStartIsReadFromWhatTheProgramPrints() {
        List<String> lines =
                List.of(
                        "some warning",
                        "first-frame 1700000001500 900",
                        "moving 1700000002250 1400");

        assertThat(Start.read(lines, 1_700_000_000_000L))
                .isEqualTo(new Start(1500, 900, 2250, 1400));
    }

    @Test
    void aStartThatNeverMovedIsNone() {
        assertThat(Start.read(List.of("first-frame 1500 900"), 0)).isNull();
        assertThat(Start.read(List.of("first-frame soon 1", "moving 9 x"), 0)).isNull();
    }

    @Test
    void onlyItsOwnArgumentsAskForAProbe() {
        assertThat(StartProbe.isAsked(List.of("digits-20-phones"))).isFalse();
        assertThat(StartProbe.isAsked(List.of("digits-20-phones", "--time-start"))).isTrue();
        assertThat(StartProbe.isRehearsal(List.of("--time-start"))).isFalse();
        assertThat(StartProbe.isRehearsal(List.of("--rehearse-start"))).isTrue();
    }

    /// Of 0..100 in any order the quantiles are the numbers themselves.
    @Test
    void quantilesAreTheNearestValues() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = (37 * i) % 101;
        }
        Quantiles q = Quantiles.of(values);

        assertThat(q.at(0)).isZero();
        assertThat(q.at(0.5)).isEqualTo(50);
        assertThat(q.at(0.99)).isEqualTo(99);
        assertThat(q.at(1)).isEqualTo(100);
        assertThat(Quantiles.of(new double[0]).at(0.5)).isNaN();
    }

    @Test
    void theWindowIsMeasuredWithTheClientsAskedFor() {
        for (int clients : new int[] {12, 100, 1000}) {
            var experiment = UiBench.experiment(clients);
            assertThat(experiment.section("partition").values().get("clients"))
                    .isEqualTo((long) clients);
            assertThat(experiment.rounds()).isEqualTo(1000);
        }
    }
}
