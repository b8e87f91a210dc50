package org.fedarium.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlayheadTest {

    @Test
    void phasesLastAsLongAsARoundTogether() {
        int sum = 0;
        for (Phase phase : Phase.values()) {
            sum += phase.millis();
        }
        assertThat(sum).isEqualTo(Phase.ROUND_MILLIS);
    }

    @Test
    void resultsOfARoundAreShownOnlyAtItsEnd() {
        assertThat(new Playhead(5, Phase.EVALUATE, 0.99).shownRound()).isEqualTo(4);
        assertThat(Playhead.endOf(5).shownRound()).isEqualTo(5);
        assertThat(new Playhead(5, Phase.SELECT, 0).shownRound()).isEqualTo(4);
    }

    @Test
    void theServerHoldsTheNewModelOnceAggregationIsOver() {
        assertThat(new Playhead(3, Phase.AGGREGATE, 0.5).globalVersion()).isEqualTo(2);
        assertThat(new Playhead(3, Phase.AGGREGATE, 1).globalVersion()).isEqualTo(3);
        assertThat(new Playhead(3, Phase.EVALUATE, 0).globalVersion()).isEqualTo(3);
    }

    @Test
    void positionRunsFromTheRoundBeforeToTheRoundItself() {
        assertThat(Playhead.START.position()).isZero();
        assertThat(new Playhead(4, Phase.SELECT, 0).position()).isEqualTo(3);
        assertThat(Playhead.endOf(4).position()).isEqualTo(4);
        assertThat(new Playhead(4, Phase.TRAIN, 0).position()).isEqualTo(3 + 800.0 / 3600);
    }

    @Test
    void roundZeroHasOnlyItsEnd() {
        assertThatThrownBy(() -> new Playhead(0, Phase.SELECT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
