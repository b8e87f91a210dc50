package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.chart.FakeTimeline;
import org.junit.jupiter.api.Test;

class ReachedTest {
    private static final int ACCURACY = 1;
    private static final FakeTimeline RUN = FakeTimeline.of(5, 60, 60).build();

    @Test
    void theFirstRoundThatIsGoodEnoughCounts() {
        double target = 0.7;
        Reached reached = Reached.of(RUN, target);
        assertThat(reached.metric()).isEqualTo("testAccuracy");
        Reached.First first = reached.first();
        assertThat(first).isNotNull();
        assertThat(first.round()).isBetween(2, 59);
        assertThat(RUN.metric(first.round(), ACCURACY)).isGreaterThanOrEqualTo(target);
        for (int round = 0; round < first.round(); round++) {
            assertThat(RUN.metric(round, ACCURACY)).isLessThan(target);
        }
        assertThat(first.totalBytes()).isEqualTo(RUN.step(first.round()).totalBytes());
        assertThat(first.virtualSeconds()).isEqualTo(RUN.step(first.round()).end());
    }

    @Test
    void exactlyTheTargetIsEnough() {
        double best = 0;
        for (int round = 0; round <= 60; round++) {
            best = Math.max(best, RUN.metric(round, ACCURACY));
        }
        assertThat(Reached.of(RUN, best).first()).isNotNull();
        assertThat(Reached.of(RUN, Math.nextUp(best)).first()).isNull();
    }

    @Test
    void theInitialModelMayBeGoodEnough() {
        double start = RUN.metric(0, ACCURACY);
        assertThat(Reached.of(RUN, start).first()).isEqualTo(new Reached.First(0, 0, 0));
    }
}
