package org.fedarium.scene;

import org.fedarium.aggregation.Aggregators;
import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.algorithm.Formulation;
import org.fedarium.algorithm.Schedule;
import org.fedarium.algorithm.Training;
import org.fedarium.catalog.Values;
import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Experiment;

/// The settings that hold in the round under the playhead, as formulas need them.
///
/// @param compressed   true when updates are changed on their way
/// @param training     local work after the algorithm's own restrictions
/// @param learningRate client learning rate after the schedule
public record RoundSettings(
        Choice algorithm,
        Choice optimizer,
        Choice aggregation,
        boolean compressed,
        Training training,
        double learningRate) {
    private static final String MIXED = ", Δ_k ← mean of its n − f nearest first";

    public static RoundSettings of(StageView view) {
        int round = Math.max(1, view.playhead().round());
        Experiment settings = view.timeline().info().experiment().at(round);
        Choice algorithm = settings.section("algorithm");
        Training training =
                Algorithms.ALL
                        .find(algorithm.kind())
                        .localWork(
                                Training.of(settings.section("training").values()),
                                algorithm.values());
        Choice schedule = settings.section("schedule");
        double factor =
                Schedule.ALL
                        .find(schedule.kind())
                        .factor()
                        .at(schedule.values(), round, settings.rounds());
        return new RoundSettings(
                algorithm,
                settings.section("optimizer"),
                settings.section("aggregation"),
                !settings.section("compression").kind().equals("none"),
                training,
                training.learningRate() * factor);
    }

    private FederatedAlgorithm entry() {
        return Algorithms.ALL.find(algorithm.kind());
    }

    Formulation formulas() {
        return entry().formulas(algorithm.values());
    }

    public boolean exampleWeights() {
        return aggregation.kind().equals("weighted-mean");
    }

    /// True when the rule is a mean of everything that arrives.
    public boolean plainMean() {
        return exampleWeights() || aggregation.kind().equals("uniform-mean");
    }

    public boolean fullStep() {
        return training.serverLearningRate() == 1;
    }

    /// The rule's formula with the settings of this round.
    public String rule() {
        Values values = aggregation.values();
        String formula =
                Aggregators.ALL.find(aggregation.kind()).formula(values).replace("_kj", "_{kj}");
        boolean mixed =
                values.descriptor().has("mixing") && values.text("mixing").equals("nearest");
        return mixed ? formula + MIXED : formula;
    }

    /// True when the new global model is the mean of the clients' models, as in FedAvg.
    public boolean averagesModels() {
        Formulation formulas = formulas();
        return plainMean()
                && !compressed
                && formulas.server().isEmpty()
                && formulas.sent().isEmpty();
    }

    /// True when a client's share is known as soon as its update arrives; other rules look at all
    /// updates first.
    public boolean sharesKnownOnArrival() {
        return plainMean();
    }

    /// True when a client's model is one plain gradient step away from the received one.
    public boolean sendsGradients() {
        return algorithm.kind().equals("fedsgd")
                && optimizer.kind().equals("sgd")
                && fullStep()
                && training.clip() == 0
                && averagesModels();
    }

    /// What a client sends, as a symbol: its gradient, its model, its update.
    public String sentSymbol() {
        if (sendsGradients()) {
            return "∇F";
        }
        return averagesModels() ? "θ" : formulas().symbol();
    }
}
