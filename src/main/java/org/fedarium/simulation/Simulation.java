package org.fedarium.simulation;

import org.fedarium.aggregation.Verdict;
import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Purpose;
import org.fedarium.model.Metrics;
import org.fedarium.network.Graph;
import org.fedarium.privacy.StepCosts;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// One federated run: state, and one step at a time: a synchronous round, a server version of an
/// asynchronous run, or a mixing step of a run without a server. Confined to one thread; inside a
/// step the clients run in parallel on the executor. Same plan, same bits, whatever the executor.
///
/// The pipeline of a step: select, then for every member broadcast, train, attack, clip and noise,
/// compress, mask, send; then aggregate, server step, evaluate.
public final class Simulation {
    private final Workers workers;
    private final StepCosts costs = new StepCosts();
    private Plan plan;
    private Measuring measuring;
    private SimulationState state;
    private int round;
    private Hostile hostile;
    private @Nullable Graph graph;
    private @Nullable StepRun last;

    /// @param threads   how many clients may train at once, at least 1 (the caller's thread
    ///     counts)
    /// @param cancelled asked between clients; when true the round is given up with
    ///     CancellationException and the state stays as before the round
    public Simulation(Plan plan, Executor executor, int threads, BooleanSupplier cancelled) {
        this.plan = plan;
        this.workers = new Workers(executor, threads, cancelled);
        double[] model = new double[plan.model().layout().size()];
        plan.model().initialise(model, plan.randomness().stream(Purpose.INITIALISATION));
        this.state = SimulationState.initial(model);
        this.hostile = new Hostile(plan);
        this.measuring = newMeasuring();
        this.graph = newGraph();
        if (plan.coordination().entry().rhythm() == Rhythm.MIXING) {
            double[][] peers = new double[plan.data().clients()][];
            Arrays.setAll(peers, k -> model.clone());
            state = state.withPeers(peers);
        }
        resetAlgorithmState();
        resetMemory();
    }

    /// A run on the caller's thread alone.
    public Simulation(Plan plan) {
        this(plan, Runnable::run, 1, () -> false);
    }

    public Plan plan() {
        return plan;
    }

    /// The last finished round; 0 at the start.
    public int round() {
        return round;
    }

    /// The live global parameters; copy before keeping.
    public double[] parameters() {
        return state.model();
    }

    /// The model that a member of the last round's cohort sent back: received model plus update.
    /// Null when it sent none, or when the cohort was too large to keep its updates.
    public double @Nullable [] clientModel(int slot) {
        return last == null ? null : last.members().model(slot);
    }

    /// What the server received from a member of the last step: the vector that holds the change
    /// of the model it trained, after attack, clipping, noise and compression; under masks what lay
    /// below them, without a server the change before mixing. Null when nothing arrived, or when
    /// the cohort was too large to keep its updates. Not to be written to.
    public double @Nullable [] receivedUpdate(int slot) {
        boolean known = last != null && last.members().updates()[slot] != NamedVectors.NONE;
        return known ? last.members().mainVector(slot) : null;
    }

    /// What the aggregation rule did with the update of a member of the last round's cohort. Null
    /// when it sent none.
    public @Nullable Verdict verdict(int slot) {
        return last == null ? null : last.verdict(slot);
    }

    public SimulationState snapshot() {
        return state.copy();
    }

    /// Goes back (or forth) to a snapshot of this run, taken under `planThen`.
    public void restore(SimulationState snapshot, Plan planThen) {
        state = snapshot.copy();
        round = snapshot.round();
        use(planThen);
        last = null;
    }

    private void use(Plan next) {
        if (next != plan) {
            plan = next;
            hostile = new Hostile(plan);
            measuring = newMeasuring();
            graph = newGraph();
            workers.clear();
        }
    }

    /// Other settings from the next round on. The model keeps its parameters; the algorithm's
    /// lasting state starts anew if the algorithm is another one, and so does what the aggregation
    /// rule remembers.
    public void change(Plan next) {
        if (next.model().layout().size() != plan.model().layout().size()
                || next.data().clients() != plan.data().clients()) {
            throw BadInput.of(
                    "change.restart",
                    "This change needs a restart: the model's shape and the number of clients"
                            + " cannot change while a run goes on.");
        }
        boolean other = !next.algorithm().entry().equals(plan.algorithm().entry());
        boolean otherRule = !next.aggregation().entry().equals(plan.aggregation().entry());
        use(next);
        if (other) {
            resetAlgorithmState();
        }
        if (otherRule) {
            resetMemory();
        }
    }

    private void resetAlgorithmState() {
        int size = state.model().length;
        FederatedAlgorithm algorithm = plan.algorithm().entry();
        Values values = plan.algorithm().values();
        NamedVectors server = NamedVectors.zeros(algorithm.serverState(values), size);
        algorithm.initialiseServer(server, plan.model(), state.model(), values, plan.randomness());
        List<String> names = algorithm.clientState(values);
        NamedVectors[] clients = new NamedVectors[names.isEmpty() ? 0 : plan.data().clients()];
        for (int k = 0; k < clients.length; k++) {
            clients[k] = NamedVectors.zeros(names, size);
            algorithm.initialiseClient(clients[k], state.model(), values);
        }
        state = state.withAlgorithm(server, clients, Uplink.memories(plan, state.unsent(), size));
    }

    private void resetMemory() {
        List<String> names = plan.aggregation().entry().memory(plan.aggregation().values());
        NamedVectors[] memory = new NamedVectors[names.isEmpty() ? 0 : plan.data().clients()];
        for (int k = 0; k < memory.length; k++) {
            memory[k] = NamedVectors.zeros(names, state.model().length);
        }
        state = state.withMemory(memory);
    }

    /// The initial model, evaluated: round 0.
    public StepRecord initial() {
        int[] confusion = newConfusion();
        double[] metrics = measuring.initial(state.model(), confusion);
        return new StepRecord(0, ClientReports.empty(0), metrics, confusion, 0, 0, 0, 0, 0);
    }

    /// Runs the next step: a round, a server version or a mixing step.
    public StepRecord next() {
        int next = round + 1;
        // Let go of the last step's updates before the next ones are made.
        last = null;
        StepRun run = newRun(next);
        SimulationState before = state;
        state = run.run();
        round = next;
        last = run;
        int[] confusion = plan.measure() ? newConfusion() : new int[0];
        double[] metrics =
                plan.measure() ? measuring.after(run, before, state, confusion) : new double[0];
        return new StepRecord(
                next,
                run.members().reports(),
                run.underWay(),
                metrics,
                confusion,
                run.updateNorm(),
                before.time(),
                state.time(),
                state.bytes(),
                state.steps());
    }

    private StepRun newRun(int step) {
        return newRun(newContext(step, null));
    }

    private StepRun newRun(StepContext context) {
        return switch (plan.coordination().entry().rhythm()) {
            case ROUNDS -> new RoundRun(context);
            case VERSIONS -> new VersionRun(context);
            case MIXING -> new MixingRun(context);
        };
    }

    private StepContext newContext(int step, @Nullable Witness witness) {
        return new StepContext(plan, state, step, workers, hostile, costs, graph, witness);
    }

    /// Computes the next step over again, without changing the run, and tells how one parameter of
    /// the global model came about.
    public AggregationTrace explain(int parameter) {
        Witness witness = new Witness(parameter);
        StepRun run = newRun(newContext(round + 1, witness));
        SimulationState after = run.run();
        return witness.report(plan, run.members(), state, after);
    }

    /// Recomputes the local steps of the next step for one parameter without changing the run.
    ///
    /// @param globalAfter the parameter in the global model after that step
    public LocalTrace trace(int parameter, double globalAfter) {
        return newRun(round + 1).members().trace(parameter, globalAfter);
    }

    /// Recomputes the local steps of the next step without changing the run, and shows the models.
    public void observe(LocalObserver observer) {
        newRun(round + 1).members().observe(observer);
    }

    private @Nullable Graph newGraph() {
        boolean mixes = plan.coordination().entry().rhythm() == Rhythm.MIXING;
        return mixes ? MixingRun.graph(plan) : null;
    }

    private Measuring newMeasuring() {
        return new Measuring(plan, plan.model().newKernel(), workers, hostile);
    }

    /// False when one more step would exceed the privacy budget. Who will send in it is known, and
    /// noise in shares is weaker when fewer do.
    public boolean withinBudget() {
        if (plan.protection().accounting().budget() == 0) {
            return true;
        }
        int senders = newRun(round + 1).members().arrivals().length;
        return new Guard(newContext(round + 1, null), 0).allowed(senders);
    }

    private int[] newConfusion() {
        int classes = plan.data().classNames().size();
        boolean keep = classes > 0 && classes <= Metrics.MAX_CONFUSION_CLASSES;
        return new int[keep && plan.data().test().rows() > 0 ? classes * classes : 0];
    }
}
