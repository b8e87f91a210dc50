package org.fedarium.simulation;

import org.fedarium.aggregation.Aggregator;
import org.fedarium.aggregation.Verdict;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Chosen;
import org.fedarium.math.NamedVectors;
import org.fedarium.privacy.Protection.Secret;
import org.fedarium.simulation.ClientReports.Status;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The aggregation of one step: one combination per vector that clients send, and what the rule
/// remembers of the clients that took part.
final class Combining {
    private final Chosen<Aggregator> rule;
    private final int round;
    private final Guard guard;
    private final @Nullable Masked masked;
    private final NamedVectors[] memory;
    private final List<Aggregator.Combination> combinations = new ArrayList<>();
    private final @Nullable Verdict[] verdicts;
    private final @Nullable Witness witness;
    private final int numbers;
    private int arrived;
    private int counted;

    /// @param guard adds the server's noise
    Combining(StepContext context, Guard guard, ClientReports reports) {
        Plan plan = context.plan();
        SimulationState state = context.state();
        this.rule = plan.aggregation();
        this.round = context.step();
        this.guard = guard;
        this.witness = context.witness();
        this.memory = state.memory().clone();
        this.verdicts = new Verdict[reports.size()];
        Secret secret = guard.protection().secret();
        this.masked =
                secret == null
                        ? null
                        : new Masked(plan, secret, round, Masked.dealers(reports), witness);
        this.numbers = plan.algorithm().entry().sentScalars(plan.algorithm().values()).size();
        int vectors = plan.algorithm().entry().sent(plan.algorithm().values()).size();
        for (int v = 0; v < vectors; v++) {
            combinations.add(rule.entry().start(state.model().length, rule.values()));
        }
    }

    boolean needsAll() {
        return masked != null || rule.entry().needsAll();
    }

    /// Adds the update of one slot; called in client order.
    void add(ClientReports reports, int slot, NamedVectors update) {
        arrived++;
        if (masked != null) {
            masked.add(slot, update);
            return;
        }
        NamedVectors known = NamedVectors.NONE;
        if (memory.length > 0) {
            // A copy, so that a step given up leaves the state as it was.
            known = memory[reports.client()[slot]].copy();
            memory[reports.client()[slot]] = known;
        }
        if (witness != null) {
            witness.arrived(
                    slot,
                    update.get(0),
                    reports.examples()[slot],
                    known.copy(),
                    rule.entry().needsAll());
        }
        for (int v = 0; v < combinations.size(); v++) {
            combinations.get(v).add(update.get(v), reports.examples()[slot], known);
        }
    }

    /// Combines what has arrived and reports who counts; of several vectors, the first decides.
    ///
    /// @throws BadInput naming the round when too few updates arrived for the rule
    void finish(NamedVectors aggregate, ClientReports reports) {
        if (masked != null) {
            finishMasked(masked, aggregate, reports);
            return;
        }
        check();
        for (int v = 0; v < combinations.size(); v++) {
            combinations.get(v).finish(aggregate.get(v));
        }
        if (witness != null) {
            witness.combined(aggregate);
        }
        double[] shares = combinations.getFirst().shares();
        Verdict[] given = combinations.getFirst().verdicts();
        int next = 0;
        for (int slot = 0; slot < reports.size(); slot++) {
            if (!reports.arrives(slot)) {
                continue;
            }
            reports.weight()[slot] = shares[next];
            reports.factor()[slot] = given[next].factor();
            reports.status()[slot] = (byte) statusOf(given[next]).ordinal();
            counted += statusOf(given[next]).counts() ? 1 : 0;
            verdicts[slot] = given[next++];
        }
        protect(aggregate);
    }

    private void protect(NamedVectors aggregate) {
        guard.finish(aggregate, arrived);
        if (witness != null) {
            witness.guarded(aggregate, guard.rescaling(arrived));
        }
    }

    private void finishMasked(Masked sum, NamedVectors aggregate, ClientReports reports) {
        boolean known = sum.finish(aggregate, reports);
        Verdict verdict = known ? Verdict.COUNTED : Verdict.REJECTED;
        for (int slot = 0; slot < reports.size(); slot++) {
            if (reports.arrives(slot)) {
                reports.status()[slot] = (byte) statusOf(verdict).ordinal();
                verdicts[slot] = verdict;
            }
        }
        counted = known ? arrived : 0;
        if (known) {
            if (witness != null) {
                witness.combined(aggregate);
            }
            protect(aggregate);
        }
    }

    private static Status statusOf(Verdict verdict) {
        return switch (verdict.kind()) {
            case COUNTED -> Status.COUNTED;
            case CLIPPED -> Status.CLIPPED;
            case DOWN_WEIGHTED -> Status.DOWN_WEIGHTED;
            case REJECTED -> Status.REJECTED;
        };
    }

    private void check() {
        try {
            rule.entry().check(arrived, rule.values());
        } catch (BadInput problem) {
            throw BadInput.of(
                    "aggregation.round",
                    "Round {0}: {1} of {2} clients sent an update, which is too few. {3}",
                    round,
                    arrived,
                    verdicts.length,
                    problem);
        }
    }

    /// Means of the numbers that clients sent, weighted as their updates.
    double[] meanScalars(Members members) {
        double[] means = new double[numbers];
        ClientReports reports = members.reports();
        for (int slot = 0; slot < reports.size(); slot++) {
            for (int i = 0; i < numbers && reports.arrives(slot); i++) {
                means[i] += reports.weight()[slot] * members.scalars(slot)[i];
            }
        }
        return means;
    }

    /// What the rule remembers after this step.
    NamedVectors[] memory() {
        return memory;
    }

    /// How many updates are in what the server sees; 0 when the masks could not be taken off.
    int senders() {
        return masked != null ? counted : arrived;
    }

    /// True when too few clients remained to take the masks off.
    boolean lost() {
        return masked != null && counted == 0;
    }

    /// How many updates were not rejected.
    int counted() {
        return counted;
    }

    /// What the rule did with a member's update; null when it sent none.
    @Nullable Verdict verdict(int slot) {
        return verdicts[slot];
    }
}
