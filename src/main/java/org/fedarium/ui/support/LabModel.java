package org.fedarium.ui.support;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Conductor;
import org.fedarium.lab.LabState;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.scene.ClassPair;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.LocalTrace;
import org.jspecify.annotations.Nullable;

/// The state of a Lab window: the settings being edited, the position in the run, what is selected.
/// [#pulse] is called once per frame, moves the playhead, sends edits to the conductor and asks it
/// to compute ahead. Lives on the FX thread and outlives the views, which may be rebuilt at any
/// time.
public final class LabModel {
    /// No client.
    public static final int NONE = -1;

    private static final long RECONCILE_MILLIS = 150;
    private static final long PATIENCE_MILLIS = 100;

    private final RunControl run;
    private final Movement movement;
    private final Recomputed<LocalTrace> traces;
    private final Recomputed<AggregationTrace> aggregations;
    private final Answers answers;
    private final UndoHistory<Experiment> history;
    private final ReadOnlyObjectWrapper<Experiment> edited = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LabState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper restartNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final IntegerProperty hovered = new SimpleIntegerProperty(NONE);
    private final ObjectProperty<ClassPair> hoveredClass =
            new SimpleObjectProperty<>(ClassPair.NONE);
    private final IntegerProperty parameter = new SimpleIntegerProperty(0);
    private final BooleanProperty adjusting = new SimpleBooleanProperty();
    private final Preferences preferences;
    private boolean atHand = true;
    private double missingSince;
    private double millis;
    private double editedAt = Double.NaN;

    public LabModel(Conductor conductor, Experiment first, WindowState remembered) {
        run = new RunControl(conductor);
        movement = new Movement(run, this::rhythm, this::otherRound);
        traces = new Recomputed<>(conductor::trace);
        aggregations = new Recomputed<>(conductor::explain);
        answers = new Answers(conductor);
        preferences = new Preferences(remembered);
        history = new UndoHistory<>(settings(first));
        state.set(conductor.state());
        edited.set(history.current());
        run.open(first);
    }

    /// Looks what the conductor has, and asks for nothing: enough for a first frame, from which
    /// computing would take the processor.
    public void look() {
        state.set(run.poll());
    }

    /// One frame: `dt` milliseconds have passed.
    public void pulse(double dt) {
        millis += dt;
        look();
        Timeline timeline = state.get().timeline();
        if (timeline != null && selected.get() >= timeline.info().clients().size()) {
            selected.set(NONE);
        }
        if (timeline != null && parameter.get() >= timeline.info().layout().size()) {
            parameter.set(0);
        }
        if (millis - editedAt >= RECONCILE_MILLIS && !adjusting.get()) {
            reconcile();
        }
        movement.move(dt);
        run.computeAhead(playhead().get(), motion().get() == Motion.PLAYING);
        boolean found = run.isAtHand(playhead().get());
        missingSince = atHand && !found ? millis : missingSince;
        atHand = found;
    }

    /// Milliseconds of frames since the window was opened.
    public double millis() {
        return millis;
    }

    private void otherRound() {
        if (Double.isNaN(editedAt) && !restartNeeded.get()) {
            follow();
        }
    }

    /// The panel shows the settings that hold for the next round, so it follows past changes.
    private void follow() {
        Experiment effective =
                settings(run.experiment().at(playhead().get().round() + 1))
                        .withLab(edited.get().lab());
        if (!effective.equals(edited.get())) {
            history.replace(effective);
            edited.set(effective);
        }
    }

    private static Experiment settings(Experiment experiment) {
        return experiment.withChanges(java.util.List.of()).withParent(null);
    }

    /// Playing, stepping and jumping.
    public Movement movement() {
        return movement;
    }

    // ---- settings ----

    /// Replaces one setting; the value must already have been checked.
    public void edit(String path, Object value) {
        edit(edited.get().with(path, value), path);
    }

    /// Replaces the settings; `key` names what was edited, so that a drag is undone in one step.
    public void edit(Experiment next, String key) {
        history.set(next, key, (long) millis);
        changed();
    }

    public void undo() {
        history.undo();
        changed();
    }

    public void redo() {
        history.redo();
        changed();
    }

    private void changed() {
        edited.set(history.current());
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        editedAt = millis;
    }

    private void reconcile() {
        editedAt = Double.NaN;
        if (playhead().get().round() == 0 || !run.isBuilt()) {
            // Rules for the window alone are no reason to compute anything anew.
            if (!settings(run.experiment()).withLab(edited.get().lab()).equals(edited.get())) {
                restart();
            }
            return;
        }
        restartNeeded.set(run.change(playhead().get(), edited.get()));
    }

    /// Opens another experiment, from a scenario or a file. Can be undone like an edit.
    public void open(Experiment experiment) {
        history.set(settings(experiment), "open", (long) millis);
        changed();
        start(experiment);
    }

    /// Starts the edited settings from the beginning.
    public void restart() {
        start(edited.get());
    }

    /// Back to the start of the same run: the same seed, the same changes, the same numbers.
    public void reset() {
        start(restartNeeded.get() ? edited.get() : run.experiment());
    }

    /// Keeps this run as a branch and goes on beside it from the round after the playhead's: later
    /// edits concern the new branch alone.
    public void fork() {
        movement.pause();
        run.fork(playhead().get());
    }

    /// Goes on with another branch of a forked run, at the same round or its last one.
    public void showBranch(Timeline branch) {
        movement.pause();
        restartNeeded.set(false);
        run.show(branch);
        follow();
    }

    public void newSeed() {
        if (edited.get().lab().locks("seed")) {
            return;
        }
        long next = edited.get().seed() + 1;
        Experiment base = restartNeeded.get() ? edited.get() : run.experiment();
        history.set(edited.get().withSeed(next), "seed", (long) millis);
        changed();
        start(base.withSeed(next));
    }

    private void start(Experiment experiment) {
        boolean playing = motion().get() == Motion.PLAYING;
        editedAt = Double.NaN;
        restartNeeded.set(false);
        run.open(experiment);
        traces.clear();
        aggregations.clear();
        answers.clear();
        movement.goTo(Playhead.START);
        follow();
        if (playing) {
            movement.play();
        }
    }

    /// What a file or a capsule should hold: the run with its changes, or the settings not yet run.
    public Experiment experimentToSave() {
        boolean pending = restartNeeded.get() || !Double.isNaN(editedAt);
        return (pending ? edited.get() : run.experiment()).withLab(edited.get().lab());
    }

    /// True at the end of the run, also when it ended early.
    public boolean isOver() {
        return movement.isOver();
    }

    /// False when an edit made now would come too late for this run; a larger privacy budget lets a
    /// run go on that ended because of it.
    public boolean goesOn() {
        LabState.EarlyEnd end = run.earlyEnd();
        return !isOver() || (end != null && end.isPlanned() && end.round() < rounds());
    }

    /// Why the run ended before its last round, or null.
    public LabState.@Nullable EarlyEnd earlyEnd() {
        return run.earlyEnd();
    }

    /// The first round in which an edit made now would count.
    public int nextRound() {
        return playhead().get().round() + 1;
    }

    // ---- properties ----

    public ReadOnlyObjectProperty<Experiment> edited() {
        return edited.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LabState> state() {
        return state.getReadOnlyProperty();
    }

    /// The timeline on show; it may still be the previous one while the next is being built.
    public @Nullable Timeline timeline() {
        return state.get().timeline();
    }

    public ReadOnlyObjectProperty<Playhead> playhead() {
        return movement.playhead();
    }

    public ReadOnlyObjectProperty<Motion> motion() {
        return movement.motion();
    }

    public ReadOnlyBooleanProperty restartNeeded() {
        return restartNeeded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    public DoubleProperty speed() {
        return movement.speed();
    }

    public IntegerProperty selected() {
        return selected;
    }

    public IntegerProperty hovered() {
        return hovered;
    }

    /// The class under the pointer, in the confusion matrix two.
    public ObjectProperty<ClassPair> hoveredClass() {
        return hoveredClass;
    }

    /// The parameter of the model that is traced.
    public IntegerProperty parameter() {
        return parameter;
    }

    /// Local steps of rounds.
    public Recomputed<LocalTrace> traces() {
        return traces;
    }

    /// How a parameter of the global model came about in rounds.
    public Recomputed<AggregationTrace> aggregations() {
        return aggregations;
    }

    /// False while records of old rounds that the playhead has come to are being read from a file.
    /// Until they are there, views that look into rounds keep their last picture.
    public boolean isAtHand() {
        return atHand;
    }

    /// True when that takes so long that a person should be told.
    public boolean isLoading() {
        return !atHand && millis - missingSince >= PATIENCE_MILLIS;
    }

    /// Whatever else views want to know of the run.
    public Answers answers() {
        return answers;
    }

    /// True while a slider is held: edits are shown but not yet sent to a run that has begun.
    public BooleanProperty adjusting() {
        return adjusting;
    }

    public BooleanProperty reducedMotion() {
        return movement.reducedMotion();
    }

    public Preferences preferences() {
        return preferences;
    }

    /// What a step of the run on show is; before there is one, of the settings.
    public Rhythm rhythm() {
        Timeline timeline = timeline();
        return timeline == null ? RunInfo.rhythmOf(edited.get()) : timeline.info().rhythm();
    }

    /// Rounds of the run on show, with changes of that number counted in.
    public int rounds() {
        return run.rounds();
    }
}
