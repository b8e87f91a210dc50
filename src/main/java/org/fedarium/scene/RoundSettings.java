package org.fedarium.scene;

import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.Schedule;
import org.fedarium.algorithm.Training;
import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Experiment;

/// The settings that hold in the round under the playhead, as formulas need them.
///
/// @param training     local work after the algorithm's own restrictions
/// @param learningRate client learning rate after the schedule
record RoundSettings(
        Choice algorithm,
        Choice optimizer,
        boolean exampleWeights,
        boolean plainMean,
        Training training,
        double learningRate) {

    static RoundSettings of(StageView view) {
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
        String aggregation = settings.section("aggregation").kind();
        return new RoundSettings(
                algorithm,
                settings.section("optimizer"),
                aggregation.equals("weighted-mean"),
                aggregation.equals("weighted-mean") || aggregation.equals("uniform-mean"),
                training,
                training.learningRate() * factor);
    }

    boolean isFedSgd() {
        return algorithm.kind().equals("fedsgd");
    }

    /// What a client sends, as a symbol: its model, or its gradient.
    String sentSymbol() {
        return isFedSgd() ? "∇F" : "θ";
    }
}
