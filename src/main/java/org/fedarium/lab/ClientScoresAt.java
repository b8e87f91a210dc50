package org.fedarium.lab;

import org.fedarium.model.ClientScores;
import org.fedarium.model.ClientSummary;
import org.fedarium.model.Model;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.Plan;

/// How good models are for every single client, each on the client's own test share, after one
/// step. The score is the accuracy, or for regression the loss 1/2 mean (prediction - target)^2 in
/// the units that the model sees; infinite where the model diverged.
///
/// @param round        the step
/// @param higherBetter true for accuracy, false for a loss
/// @param global       score per client under the global model after the step (without a server
///     under the mean of the clients' models); NaN without test examples
/// @param local        score per client under its own model after the local training of the step,
///     before aggregation; NaN when its update did not arrive in it, or without test examples
/// @param summary      `global` in four numbers: those of the metrics `clientMean`,
///     `clientWeighted`, `clientWorstDecile` and `clientSpread`
public record ClientScoresAt(
        int round, boolean higherBetter, double[] global, double[] local, ClientSummary summary) {

    /// Asks for the scores after a step.
    public record Of(int round) implements Question<ClientScoresAt> {
        @Override
        public ClientScoresAt answer(RunDetails run) {
            Plan plan = run.plan(round);
            ClientScores scoring = plan.metrics().clientScores();
            Model.Kernel kernel = plan.model().newKernel();
            double[] global = scoring.of(run.parameters(round), kernel);
            run.checkpoint();
            double[] local = scoring.none();
            if (round > 0) {
                ClientReports reports = run.timeline().step(round).reports();
                LastModels last =
                        new LastModels(
                                (slot, client, model) -> {
                                    if (reports.arrives(slot)) {
                                        local[client] = scoring.of(client, model, kernel);
                                    }
                                });
                run.observe(round, last::at);
                last.end();
            }
            return new ClientScoresAt(
                    round, scoring.higherBetter(), global, local, plan.metrics().summary(global));
        }
    }

    /// Takes a member's model when its local steps are over.
    private interface Sink {
        void take(int slot, int client, double[] model);
    }

    /// Holds one model at a time, as members are shown one after the other.
    private static final class LastModels {
        private final Sink sink;
        private double[] model = new double[0];
        private int slot = -1;
        private int client;

        LastModels(Sink sink) {
            this.sink = sink;
        }

        void at(int nextSlot, int nextClient, int step, double[] live) {
            if (nextSlot != slot) {
                end();
            }
            slot = nextSlot;
            client = nextClient;
            if (model.length != live.length) {
                model = new double[live.length];
            }
            System.arraycopy(live, 0, model, 0, live.length);
        }

        void end() {
            if (slot >= 0) {
                sink.take(slot, client, model);
            }
            slot = -1;
        }
    }
}
