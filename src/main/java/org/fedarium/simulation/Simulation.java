package org.fedarium.simulation;

import org.fedarium.aggregation.Verdict;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.algorithm.ServerContext;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Purpose;
import org.fedarium.math.Vectors;
import org.fedarium.model.Metrics;
import org.fedarium.model.Model;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// One federated run: state, and one synchronous round at a time. Confined to one thread; inside a
/// round the clients run in parallel on the executor. Same plan, same bits, whatever the executor.
///
/// A round: select, then for every member broadcast, train, attack, clip and noise, compress,
/// send; then aggregate, server step, evaluate.
public final class Simulation {
    private final Workers workers;
    private Plan plan;
    private Model.Kernel kernel;
    private SimulationState state;
    private int round;
    private @Nullable RoundRun last;

    /// @param threads   how many clients may train at once, at least 1 (the caller's thread
    ///     counts)
    /// @param cancelled asked between clients; when true the round is given up with
    ///     CancellationException and the state stays as before the round
    public Simulation(Plan plan, Executor executor, int threads, BooleanSupplier cancelled) {
        this.plan = plan;
        this.kernel = plan.model().newKernel();
        this.workers = new Workers(executor, threads, cancelled);
        double[] model = new double[plan.model().layout().size()];
        plan.model().initialise(model, plan.randomness().stream(Purpose.INITIALISATION));
        this.state =
                new SimulationState(
                        0,
                        model,
                        NamedVectors.NONE,
                        new NamedVectors[0],
                        new NamedVectors[0],
                        new NamedVectors[0],
                        0,
                        0,
                        0);
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
        return last == null ? null : last.memberModel(slot);
    }

    /// What the aggregation rule did with the update of a member of the last round's cohort. Null
    /// when it sent none.
    public @Nullable Verdict verdict(int slot) {
        return last == null ? null : last.combining().verdict(slot);
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
            kernel = plan.model().newKernel();
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
        state =
                new SimulationState(
                        state.round(),
                        state.model(),
                        server,
                        clients,
                        Uplink.memories(plan, state.unsent(), size),
                        state.memory(),
                        state.time(),
                        state.bytes(),
                        state.steps());
    }

    private void resetMemory() {
        List<String> names = plan.aggregation().entry().memory(plan.aggregation().values());
        NamedVectors[] memory = new NamedVectors[names.isEmpty() ? 0 : plan.data().clients()];
        for (int k = 0; k < memory.length; k++) {
            memory[k] = NamedVectors.zeros(names, state.model().length);
        }
        state =
                new SimulationState(
                        state.round(),
                        state.model(),
                        state.server(),
                        state.clients(),
                        state.unsent(),
                        memory,
                        state.time(),
                        state.bytes(),
                        state.steps());
    }

    /// The initial model, evaluated: round 0.
    public StepRecord initial() {
        int[] confusion = newConfusion();
        double[] metrics = plan.metrics().measure(state.model(), kernel, confusion);
        return new StepRecord(0, ClientReports.empty(0), metrics, confusion, 0, 0, 0, 0, 0);
    }

    /// Runs the next round.
    public StepRecord next() {
        int next = round + 1;
        // Let go of the last round's updates before the next ones are made.
        last = null;
        RoundRun run = new RoundRun(plan, state, next, workers);
        ClientReports reports = run.trainAndAggregate();
        double[] before = state.model();
        double[] model = before.clone();
        NamedVectors server = state.server().copy();
        plan.algorithm()
                .entry()
                .serverUpdate(
                        new ServerContext(
                                next,
                                model,
                                server,
                                run.aggregate(),
                                run.meanScalars(),
                                plan.training(),
                                plan.algorithm().values(),
                                plan.data().clients(),
                                run.combining().counted()));
        run.measureDistances(model);
        state =
                new SimulationState(
                        next,
                        model,
                        server,
                        run.clientStates(),
                        run.unsent(),
                        run.combining().memory(),
                        run.end(),
                        state.bytes() + run.bytes(),
                        state.steps() + run.steps());
        round = next;
        last = run;
        int[] confusion = plan.measure() ? newConfusion() : new int[0];
        double[] metrics =
                plan.measure() ? plan.metrics().measure(model, kernel, confusion) : new double[0];
        double norm = Vectors.norm(run.aggregate().get(0));
        return new StepRecord(
                next,
                reports,
                metrics,
                confusion,
                norm,
                run.start(),
                run.end(),
                state.bytes(),
                state.steps());
    }

    /// Recomputes the local steps of the next round for one parameter without changing the run.
    ///
    /// @param globalAfter the parameter in the global model after that round
    public LocalTrace trace(int parameter, double globalAfter) {
        return new RoundRun(plan, state, round + 1, workers).trace(parameter, globalAfter);
    }

    private int[] newConfusion() {
        int classes = plan.data().classNames().size();
        boolean keep = classes > 0 && classes <= Metrics.MAX_CONFUSION_CLASSES;
        return new int[keep && plan.data().test().rows() > 0 ? classes * classes : 0];
    }
}
