package org.fedarium.lab;

import org.fedarium.catalog.BadInput;
import org.fedarium.data.DataFiles;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.lab.LabState.Activity;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.Simulation;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// The conductor: one thread that builds runs and computes rounds, one that recomputes details and
/// reference curves. Commands only set what is wanted; a new command makes the work in progress
/// stop between two clients.
public final class LabConductor implements Conductor {
    private final DataFiles files;
    private final int threads;
    private final ExecutorService rounds = EngineThreads.single("rounds");
    private final ExecutorService helpers;
    private final AtomicLong epoch = new AtomicLong();
    private final AtomicLong runIds = new AtomicLong();
    private volatile LabState state = new LabState(Activity.IDLE, null, 0, null, null);
    private final Details details = new Details(() -> state.timeline());
    private volatile int wanted;
    // The command being carried out; the simulation stops when it is no longer the newest.
    private volatile long active;
    private final History history = new History();
    private final Memory memory;
    private SpillFile spill;
    // Kept until the next run is opened: a frame may still be reading the previous timeline.
    private SpillFile oldSpill;

    // Confined to the rounds thread.
    private @Nullable Simulation simulation;
    private boolean compared;
    private @Nullable Run run;

    /// @param threads how many threads may train clients at once
    public LabConductor(DataFiles files, int threads) {
        this(files, threads, Memory.usual());
    }

    public LabConductor(DataFiles files, int threads, Memory memory) {
        this.files = files;
        this.memory = memory;
        this.spill = memory.newFile();
        this.oldSpill = memory.newFile();
        this.threads = threads;
        this.helpers = EngineThreads.helpers(threads);
    }

    @Override
    public LabState state() {
        return state;
    }

    @Override
    public void open(Experiment experiment) {
        long mine = epoch.incrementAndGet();
        wanted = 0;
        LabState before = state;
        state = new LabState(Activity.BUILDING, before.timeline(), 0, null, null);
        rounds.execute(() -> build(mine, experiment));
    }

    private void build(long mine, Experiment experiment) {
        if (stale(mine)) {
            return;
        }
        active = mine;
        try {
            RunSetup setup = new RunSetup(experiment, files);
            SpillFile fresh = memory.newFile();
            Run opened = Run.fresh(runIds.incrementAndGet(), memory, setup, fresh);
            Simulation sim = newSimulation(setup);
            opened.append(sim.initial(), sim.snapshot());
            if (stale(mine)) {
                return;
            }
            oldSpill.close();
            oldSpill = spill;
            spill = fresh;
            run = opened;
            simulation = sim;
            state = new LabState(Activity.IDLE, opened, 0, null, null);
            compared = false;
            computeWanted(mine);
        } catch (BadInput problem) {
            fail(mine, problem);
        } catch (CancellationException e) {
            // A newer command took over.
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(mine, unexpected(e));
        }
    }

    /// Gives up a round as soon as there is a newer command than the one being carried out.
    private Simulation newSimulation(RunSetup setup) {
        return new Simulation(
                setup.segments().getFirst().plan(), helpers, threads, () -> stale(active));
    }

    private boolean stale(long mine) {
        return epoch.get() != mine;
    }

    private void fail(long mine, BadInput problem) {
        if (!stale(mine)) {
            LabState s = state;
            state = new LabState(Activity.IDLE, s.timeline(), s.target(), problem, s.end());
        }
    }

    private static BadInput unexpected(Throwable e) {
        System.getLogger(LabConductor.class.getName())
                .log(System.Logger.Level.ERROR, "The engine failed", e);
        return e instanceof OutOfMemoryError
                ? BadInput.of(
                        "engine.memory",
                        "This run needs more memory than there is. Use a smaller model or fewer"
                                + " clients.")
                : BadInput.of(
                        "engine.failed",
                        "The engine failed unexpectedly ({0}). The log file has the details.",
                        e.toString());
    }

    @Override
    public void computeTo(int round) {
        if (round > wanted) {
            wanted = round;
            long mine = epoch.get();
            rounds.execute(() -> computeWanted(mine));
        }
    }

    @Override
    public void computeAll() {
        computeTo(Integer.MAX_VALUE);
    }

    private void computeWanted(long mine) {
        Run current = run;
        Simulation sim = simulation;
        if (stale(mine) || current == null || sim == null) {
            return;
        }
        int end = current.setup().experiment().rounds();
        try {
            while (!stale(mine) && state.end() == null) {
                int target = Math.min(end, wanted);
                if (sim.round() >= target) {
                    break;
                }
                state = new LabState(Activity.COMPUTING, current, target, state.problem(), null);
                step(mine, current, sim);
            }
            LabState s = state;
            if (!stale(mine)) {
                state = new LabState(Activity.IDLE, current, s.target(), s.problem(), s.end());
            }
            compare(current, sim);
        } catch (CancellationException e) {
            // The unfinished round is discarded; whoever cancelled sets the next state.
        } catch (BadInput problem) {
            // A round that cannot be computed, such as one with too few updates for its rule.
            fail(mine, problem);
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(mine, unexpected(e));
        }
    }

    /// What the run is compared with is trained once the first rounds that somebody waits for are
    /// there.
    private void compare(Run current, Simulation sim) {
        if (!compared && sim.round() > 0) {
            compared = true;
            details.startReferences(current);
        }
    }

    private void step(long mine, Run current, Simulation sim) {
        switchSegment(current.setup(), sim, sim.round() + 1);
        EarlyEnd spent = BudgetCheck.of(sim);
        if (spent != null) {
            end(mine, current, spent);
            return;
        }
        StepRecord record = sim.next();
        current.append(record, sim.snapshot());
        EarlyEnd diverged =
                DivergenceCheck.of(record, current, sim.plan().evaluation().lossBound());
        if (diverged != null) {
            end(mine, current, diverged);
        }
    }

    /// Why a branch that is taken up again had ended, or null when it goes on.
    private static @Nullable EarlyEnd endOf(Run branch, Simulation sim) {
        StepRecord last = branch.step(branch.lastRound());
        return DivergenceCheck.of(last, branch, sim.plan().evaluation().lossBound());
    }

    private void end(long mine, Run current, EarlyEnd end) {
        if (!stale(mine)) {
            state = new LabState(Activity.IDLE, current, end.round(), null, end);
        }
    }

    private static void switchSegment(RunSetup setup, Simulation sim, int round) {
        RunSetup.Segment segment = setup.segmentAt(round);
        if (sim.plan() != segment.plan()) {
            sim.change(segment.plan());
        }
    }

    @Override
    public void change(int afterRound, int seenRound, Map<String, Object> set) {
        long mine = epoch.incrementAndGet();
        rounds.execute(() -> changeRun(mine, afterRound, seenRound, set));
    }

    private void changeRun(long mine, int afterRound, int seenRound, Map<String, Object> set) {
        Run current = run;
        if (current == null || stale(mine)) {
            return;
        }
        active = mine;
        try {
            Experiment experiment = current.setup().experiment();
            branch(current, experiment.changedAfter(afterRound, set), afterRound, seenRound);
        } catch (BadInput problem) {
            // The run stays as it was and goes on.
            fail(mine, problem);
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(mine, unexpected(e));
        }
        computeWanted(mine);
    }

    @Override
    public void fork(int afterRound) {
        long mine = epoch.incrementAndGet();
        rounds.execute(() -> switchRun(mine, current -> forked(current, afterRound)));
    }

    private Run forked(Run current, int afterRound) {
        if (current.forks().isFull()) {
            throw BadInput.of(
                    "fork.many",
                    "There are {0} branches already. Start a new run to fork again.",
                    Forks.MOST);
        }
        int shared = Math.min(afterRound, current.lastRound());
        RunSetup setup = current.setup();
        return current.fork(runIds.incrementAndGet(), setup, shared, spill);
    }

    @Override
    public void show(long runId) {
        long mine = epoch.incrementAndGet();
        rounds.execute(() -> switchRun(mine, current -> current.forks().find(runId)));
    }

    /// Goes on with another run of the same experiment, from its last computed round.
    private void switchRun(long mine, UnaryOperator<Run> choice) {
        Run current = run;
        if (current == null || stale(mine)) {
            return;
        }
        active = mine;
        try {
            Run next = choice.apply(current);
            Simulation sim = newSimulation(next.setup());
            Replay.advance(sim, next, next.setup(), next.lastRound());
            run = next;
            simulation = sim;
            wanted = next.lastRound();
            state = new LabState(Activity.IDLE, next, wanted, null, endOf(next, sim));
        } catch (BadInput problem) {
            fail(mine, problem);
        } catch (CancellationException e) {
            return;
        } catch (RuntimeException | OutOfMemoryError e) {
            fail(mine, unexpected(e));
        }
        computeWanted(mine);
    }

    private void branch(Run current, Experiment changed, int afterRound, int seenRound) {
        RunSetup setup = current.setup().with(changed);
        int shared = Math.min(afterRound, current.lastRound());
        Timeline.Ghost ghost =
                seenRound > shared
                        ? new Timeline.Ghost(
                                shared, current, Math.min(seenRound, current.lastRound()))
                        : null;
        Simulation sim = newSimulation(setup);
        Replay.advance(sim, current, setup, shared);
        Run branch = current.branch(runIds.incrementAndGet(), setup, shared, ghost, spill);
        run = branch;
        simulation = sim;
        wanted = shared;
        state = new LabState(Activity.IDLE, branch, shared, null, null);
    }

    @Override
    public CompletableFuture<LocalTrace> trace(Timeline of, int round, int parameter) {
        return details.of(
                of, (current, cancelled) -> Replay.trace(current, round, parameter, cancelled));
    }

    @Override
    public CompletableFuture<AggregationTrace> explain(Timeline of, int round, int parameter) {
        return details.of(
                of, (current, cancelled) -> Replay.explain(current, round, parameter, cancelled));
    }

    @Override
    public CompletableFuture<double[]> parameters(Timeline of, int round) {
        return details.of(
                of,
                (current, cancelled) -> Replay.at(current, round, cancelled).parameters().clone());
    }

    @Override
    public void fetch(int round) {
        if (state.timeline() instanceof Run shown && round <= shown.lastRound()) {
            history.fetch(shown, round);
        }
    }

    @Override
    public <T> CompletableFuture<T> ask(Timeline of, Question<T> question) {
        return details.of(
                of, (current, cancelled) -> question.answer(new RunDetails(current, cancelled)));
    }

    @Override
    public void close() {
        epoch.incrementAndGet();
        state = new LabState(Activity.IDLE, null, 0, null, null);
        rounds.execute(
                () -> {
                    spill.close();
                    oldSpill.close();
                });
        rounds.shutdown();
        details.close();
        history.close();
        helpers.shutdown();
    }
}
