package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class PlaybackClockTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1, 2, 4, 8, 16})
    void aRoundTakesItsTimeAtEverySpeed(double speed) {
        Playhead at = Playhead.START;
        double millis = 0;
        while (at.shownRound() < 3) {
            at = PlaybackClock.advance(at, 10, speed, 50);
            millis += 10;
        }
        assertThat(millis).isCloseTo(3 * Phase.ROUND_MILLIS / speed, within(20.0));
    }

    @Test
    void timeNeverGoesBackAndNeverBeyondWhatIsComputed() {
        Playhead at = Playhead.START;
        for (int frame = 0; frame < 2000; frame++) {
            Playhead next = PlaybackClock.advance(at, frame % 37, 1 + frame % 5, 7);
            assertThat(next.position()).isGreaterThanOrEqualTo(at.position());
            assertThat(next.position()).isLessThanOrEqualTo(7);
            at = next;
        }
        assertThat(at).isEqualTo(Playhead.endOf(7));
    }

    @Test
    void noTimeMeansNoMove() {
        Playhead at = new Playhead(3, Phase.UPLOAD, 0.4);
        assertThat(PlaybackClock.advance(at, 0, 4, 10)).isEqualTo(at);
        assertThat(PlaybackClock.advance(at, 50, 4, 2)).isEqualTo(at);
    }

    @Test
    void withoutAnimationItStopsAtRoundEndsAndCatchesUp() {
        Playhead at = Playhead.START;
        int frames = 0;
        while (at.round() < 64) {
            at = PlaybackClock.advance(at, 16, PlaybackClock.NO_ANIMATION, 64);
            assertThat(at.fraction()).isEqualTo(1);
            assertThat(at.phase()).isEqualTo(Phase.EVALUATE);
            frames++;
        }
        assertThat(frames).isBetween(8, 40);
    }

    @Test
    void aPositionAndItsPlayheadBelongTogether() {
        for (double position = 0; position <= 5; position += 0.013) {
            assertThat(PlaybackClock.at(position).position()).isCloseTo(position, within(1e-9));
        }
        assertThat(PlaybackClock.at(4)).isEqualTo(Playhead.endOf(4));
        assertThat(PlaybackClock.at(-1)).isEqualTo(Playhead.START);
    }

    @Test
    void phaseStepsVisitEveryPhaseAndBackUndoesThem() {
        Playhead at = Playhead.START;
        for (int i = 0; i < 12; i++) {
            Playhead next = PlaybackClock.nextPhase(at, 2);
            assertThat(next.phase()).isEqualTo(Phase.values()[i % 6]);
            assertThat(next.round()).isEqualTo(1 + i / 6);
            assertThat(PlaybackClock.previousPhase(next)).isEqualTo(at);
            at = next;
        }
        assertThat(PlaybackClock.nextPhase(at, 2)).isEqualTo(at);
    }

    @Test
    void aStepFinishesWhatHasBegun() {
        Playhead inside = new Playhead(5, Phase.TRAIN, 0.3);
        assertThat(PlaybackClock.nextPhase(inside, 9)).isEqualTo(new Playhead(5, Phase.TRAIN, 1));
        assertThat(PlaybackClock.nextRound(inside, 9)).isEqualTo(Playhead.endOf(5));
        assertThat(PlaybackClock.nextRound(Playhead.endOf(5), 9)).isEqualTo(Playhead.endOf(6));
        assertThat(PlaybackClock.nextRound(Playhead.endOf(9), 9)).isEqualTo(Playhead.endOf(9));
        assertThat(PlaybackClock.previousRound(inside)).isEqualTo(Playhead.endOf(4));
        assertThat(PlaybackClock.previousRound(Playhead.START)).isEqualTo(Playhead.START);
    }

    @Test
    void whatIsNotComputedIsHeldBack() {
        assertThat(PlaybackClock.within(Playhead.endOf(9), 4)).isEqualTo(Playhead.endOf(4));
        assertThat(PlaybackClock.within(Playhead.endOf(4), 4)).isEqualTo(Playhead.endOf(4));
        assertThat(PlaybackClock.within(Playhead.endOf(4), -1)).isEqualTo(Playhead.START);
    }

    @Test
    void speedGoesFromSlowMotionToNoAnimationAndBack() {
        double speed = PlaybackClock.SLOWEST;
        int steps = 0;
        while (!Double.isInfinite(speed)) {
            speed = PlaybackClock.changeSpeed(speed, true);
            steps++;
        }
        assertThat(steps).isEqualTo(7);
        assertThat(PlaybackClock.changeSpeed(speed, true)).isInfinite();
        for (int i = 0; i < 20; i++) {
            speed = PlaybackClock.changeSpeed(speed, false);
        }
        assertThat(speed).isEqualTo(PlaybackClock.SLOWEST);
    }

    @Test
    void localStepsAreStopsInsideTrainingAndPhasesOutsideIt() {
        List<Playhead> stops =
                List.of(
                        new Playhead(3, Phase.BROADCAST, 1),
                        new Playhead(3, Phase.TRAIN, 0.25),
                        new Playhead(3, Phase.TRAIN, 0.5),
                        new Playhead(3, Phase.TRAIN, 0.75),
                        new Playhead(3, Phase.TRAIN, 1),
                        new Playhead(3, Phase.UPLOAD, 1));
        for (int i = 1; i < stops.size(); i++) {
            Playhead a = stops.get(i - 1);
            Playhead b = stops.get(i);
            assertThat(PlaybackClock.nextLocal(a, 9, Rhythm.ROUNDS, r -> 4)).isEqualTo(b);
            assertThat(PlaybackClock.previousLocal(b, Rhythm.ROUNDS, r -> 4)).isEqualTo(a);
        }
    }

    @Test
    void betweenTwoLocalStepsOnGoesToTheNextAndBackToTheOneBefore() {
        Playhead between = new Playhead(3, Phase.TRAIN, 0.6);
        assertThat(PlaybackClock.nextLocal(between, 9, Rhythm.ROUNDS, r -> 4))
                .isEqualTo(new Playhead(3, Phase.TRAIN, 0.75));
        assertThat(PlaybackClock.previousLocal(between, Rhythm.ROUNDS, r -> 4))
                .isEqualTo(new Playhead(3, Phase.TRAIN, 0.5));
    }

    @Test
    void withoutAServerTheFirstLocalStepFollowsTheEndOfTheStepBefore() {
        Playhead first = new Playhead(3, Phase.TRAIN, 0.25);
        assertThat(PlaybackClock.nextLocal(Playhead.endOf(2), 9, Rhythm.MIXING, r -> 4))
                .isEqualTo(first);
        assertThat(PlaybackClock.previousLocal(first, Rhythm.MIXING, r -> 4))
                .isEqualTo(Playhead.endOf(2));
    }

    @Test
    void whereNobodyTrainsALocalStepIsThePhase() {
        assertThat(
                        PlaybackClock.nextLocal(
                                new Playhead(3, Phase.BROADCAST, 1), 9, Rhythm.ROUNDS, r -> 0))
                .isEqualTo(new Playhead(3, Phase.TRAIN, 1));
    }

    @Test
    void slowMotionShowsTheLastWholeLocalStep() {
        Playhead between = new Playhead(3, Phase.TRAIN, 0.6);
        assertThat(PlaybackClock.inSteps(between, 0.25, r -> 4))
                .isEqualTo(new Playhead(3, Phase.TRAIN, 0.5));
        assertThat(PlaybackClock.inSteps(between, 0.5, r -> 4)).isEqualTo(between);
        Playhead upload = new Playhead(3, Phase.UPLOAD, 0.6);
        assertThat(PlaybackClock.inSteps(upload, 0.25, r -> 4)).isEqualTo(upload);
    }
}
