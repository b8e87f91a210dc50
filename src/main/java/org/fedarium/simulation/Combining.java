package org.fedarium.simulation;

import org.fedarium.aggregation.Aggregator;
import org.fedarium.aggregation.Verdict;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Chosen;
import org.fedarium.math.NamedVectors;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The aggregation of one round: one combination per vector that clients send, and what the rule
/// remembers of the clients that took part.
final class Combining {
    private final Chosen<Aggregator> rule;
    private final int round;
    private final NamedVectors[] memory;
    private final List<Aggregator.Combination> combinations = new ArrayList<>();
    private final @Nullable Verdict[] verdicts;
    private int arrived;
    private int counted;

    /// @param state   before the round; not changed
    /// @param vectors how many vectors each client sends
    Combining(Chosen<Aggregator> rule, SimulationState state, int round, int vectors, int cohort) {
        this.rule = rule;
        this.round = round;
        this.memory = state.memory().clone();
        this.verdicts = new Verdict[cohort];
        for (int v = 0; v < vectors; v++) {
            combinations.add(rule.entry().start(state.model().length, rule.values()));
        }
    }

    /// Adds the update of one slot; called in client order.
    void add(ClientReports reports, int slot, NamedVectors update) {
        arrived++;
        NamedVectors known = NamedVectors.NONE;
        if (memory.length > 0) {
            // A copy, so that a round given up leaves the state as it was.
            known = memory[reports.client()[slot]].copy();
            memory[reports.client()[slot]] = known;
        }
        for (int v = 0; v < combinations.size(); v++) {
            combinations.get(v).add(update.get(v), reports.examples()[slot], known);
        }
    }

    /// Combines what has arrived and reports who counts; of several vectors, the first decides.
    ///
    /// @throws BadInput naming the round when too few updates arrived for the rule
    void finish(NamedVectors aggregate, ClientReports reports) {
        check();
        for (int v = 0; v < combinations.size(); v++) {
            combinations.get(v).finish(aggregate.get(v));
        }
        double[] shares = combinations.getFirst().shares();
        Verdict[] given = combinations.getFirst().verdicts();
        int next = 0;
        for (int slot = 0; slot < reports.size(); slot++) {
            if (reports.examples()[slot] == 0) {
                continue;
            }
            reports.weight()[slot] = shares[next];
            if (given[next].kind() == Verdict.Kind.REJECTED) {
                reports.status()[slot] = (byte) ClientReports.Status.REJECTED.ordinal();
            } else {
                counted++;
            }
            verdicts[slot] = given[next++];
        }
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
                    problem.getMessage());
        }
    }

    /// What the rule remembers after this round.
    NamedVectors[] memory() {
        return memory;
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
