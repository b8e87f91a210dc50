package org.fedarium.ui.support;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// Where the playhead is and how it moves: playing, stepping to a target, or standing. Lives on the
/// FX thread.
public final class Movement {
    private final RunControl run;
    private final Supplier<Rhythm> rhythm;
    private final Runnable onOtherRound;
    private final ReadOnlyObjectWrapper<Playhead> playhead =
            new ReadOnlyObjectWrapper<>(Playhead.START);
    private final ReadOnlyObjectWrapper<Motion> motion = new ReadOnlyObjectWrapper<>(Motion.PAUSED);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private @Nullable Playhead stopAt;
    // Where time has come to; in slow motion what is shown stays behind, at a local step's end.
    private Playhead reached = Playhead.START;

    /// @param onOtherRound told when the playhead has come to another round
    Movement(RunControl run, Supplier<Rhythm> rhythm, Runnable onOtherRound) {
        this.run = run;
        this.rhythm = rhythm;
        this.onOtherRound = onOtherRound;
    }

    ReadOnlyObjectProperty<Playhead> playhead() {
        return playhead.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Motion> motion() {
        return motion.getReadOnlyProperty();
    }

    DoubleProperty speed() {
        return speed;
    }

    BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    /// True at the end of the run, also when it ended early.
    boolean isOver() {
        return playhead.get().position() >= run.lastPossibleRound();
    }

    /// One frame: `dt` milliseconds have passed.
    void move(double dt) {
        if (motion.get() == Motion.PAUSED) {
            return;
        }
        int reach = run.reachableRound(playhead.get());
        boolean jump = motion.get() == Motion.STEPPING && reducedMotion.get();
        double pace = jump ? PlaybackClock.NO_ANIMATION : speed.get();
        Playhead next = PlaybackClock.advance(reached, dt, pace, reach);
        if (stopAt != null && (jump ? reach >= stopAt.round() : passes(next, stopAt))) {
            goTo(stopAt);
        } else {
            show(PlaybackClock.inSteps(next, pace, run::mostSteps));
            reached = PlaybackClock.shown(next, rhythm.get());
            if (next.position() >= run.lastPossibleRound()) {
                pause();
            }
        }
    }

    private static boolean passes(Playhead next, Playhead stop) {
        return next.position() >= stop.position();
    }

    private void show(Playhead asked) {
        Playhead next = PlaybackClock.shown(asked, rhythm.get());
        boolean otherRound = next.round() != playhead.get().round();
        reached = next;
        playhead.set(next);
        run.shown(next);
        if (otherRound) {
            onOtherRound.run();
        }
    }

    public void play() {
        if (isOver()) {
            show(Playhead.START);
        }
        stopAt = null;
        motion.set(Motion.PLAYING);
    }

    public void pause() {
        stopAt = null;
        motion.set(Motion.PAUSED);
    }

    public void togglePlay() {
        if (motion.get() == Motion.PLAYING) {
            pause();
        } else {
            play();
        }
    }

    /// Goes on to the end of the phase; a second step while under way finishes the first at once.
    public void stepPhase() {
        step(PlaybackClock.nextPhase(afterPendingStep(), run.lastPossibleRound(), rhythm.get()));
    }

    public void stepRound() {
        step(PlaybackClock.nextRound(afterPendingStep(), run.lastPossibleRound()));
    }

    /// Goes on by one local step while clients train, else like [#stepPhase].
    public void stepLocal() {
        step(
                PlaybackClock.nextLocal(
                        afterPendingStep(), run.lastPossibleRound(), rhythm.get(), run::mostSteps));
    }

    private Playhead afterPendingStep() {
        Playhead pending = stopAt;
        if (pending != null && pending.round() <= run.reachableRound(playhead.get())) {
            goTo(pending);
        }
        return playhead.get();
    }

    private void step(Playhead target) {
        stopAt = target;
        motion.set(Motion.STEPPING);
    }

    public void backPhase() {
        goTo(PlaybackClock.previousPhase(playhead.get(), rhythm.get()));
    }

    public void backLocal() {
        goTo(PlaybackClock.previousLocal(playhead.get(), rhythm.get(), run::mostSteps));
    }

    public void backRound() {
        goTo(PlaybackClock.previousRound(playhead.get()));
    }

    public void toPhase(Phase phase) {
        goTo(PlaybackClock.toPhase(playhead.get(), phase));
    }

    public void toStart() {
        goTo(Playhead.START);
    }

    /// To the end of what has been computed.
    public void toEnd() {
        goTo(Playhead.endOf(Math.max(0, run.reachableRound(playhead.get()))));
    }

    /// To a position on the axis of rounds. Keeps playing when it was.
    public void scrub(double position) {
        stopAt = null;
        if (motion.get() == Motion.STEPPING) {
            motion.set(Motion.PAUSED);
        }
        show(PlaybackClock.within(PlaybackClock.at(position), run.reachableRound(playhead.get())));
    }

    void goTo(Playhead asked) {
        pause();
        show(PlaybackClock.within(asked, run.reachableRound(playhead.get())));
    }
}
