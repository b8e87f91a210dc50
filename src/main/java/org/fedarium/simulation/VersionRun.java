package org.fedarium.simulation;

import org.fedarium.aggregation.Verdict;
import org.fedarium.algorithm.Coordination.Buffering;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Vectors;
import org.jspecify.annotations.Nullable;

/// One server version of an asynchronous run: updates that have arrived since the last version,
/// computed from older models, are weighted by their staleness and combined.
///
/// Added updates (FedBuff): what is combined is s(tau) (y - x_old). Towards the client's model
/// (FedAsync): a(tau) (y - x), x the present model.
final class VersionRun implements StepRun {
    private final StepContext context;
    private final Plan plan;
    private final SimulationState state;
    private final Buffering rule;
    private final Arrivals arrivals;
    private final Members members;
    private final ServerSide server;

    VersionRun(StepContext context) {
        this.context = context;
        this.plan = context.plan();
        this.state = context.state();
        Values values = plan.coordination().values();
        this.rule = plan.coordination().entry().buffering(values);
        this.arrivals = new Arrivals(context, rule);
        this.members = new Members(context, arrivals.tasks());
        this.server = new ServerSide(context, members);
    }

    @Override
    public SimulationState run() {
        int step = context.step();
        ClientReports reports = members.reports();
        members.train(0, members.size(), slot -> {});
        if (context.hostile().corrupts(step)) {
            context.hostile().corrupt(step, members.arrivals(), reports, members.updates());
        }
        // One after the other: a client may have arrived twice, and then the second message builds
        // on what the first one left out.
        for (int slot : members.arrivals()) {
            server.send(slot);
        }
        for (int slot : members.arrivals()) {
            server.receive(slot, weighted(slot));
        }
        return server.finish(arrivals.flights(), arrivals.end());
    }

    /// A member's update as it enters the combination.
    private NamedVectors weighted(int slot) {
        LocalTask task = members.task(slot);
        NamedVectors update = members.updates()[slot].copy();
        double factor = rule.factor().of(context.step() - 1 - task.version());
        if (rule.towards()) {
            double[] change = update.get(0);
            double[] received = task.received();
            double[] present = state.model();
            for (int i = 0; i < change.length; i++) {
                change[i] += received[i] - present[i];
            }
        }
        if (factor != 1) {
            for (int v = 0; v < update.names().size(); v++) {
                Vectors.scale(update.get(v), factor);
            }
        }
        return update;
    }

    @Override
    public Members members() {
        return members;
    }

    @Override
    public UnderWay underWay() {
        return arrivals.underWay();
    }

    @Override
    public double updateNorm() {
        return server.updateNorm();
    }

    @Override
    public @Nullable Verdict verdict(int slot) {
        return server.verdict(slot);
    }
}
