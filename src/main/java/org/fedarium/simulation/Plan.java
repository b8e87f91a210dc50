package org.fedarium.simulation;

import org.fedarium.adversary.Attack;
import org.fedarium.aggregation.Aggregator;
import org.fedarium.algorithm.Coordination;
import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.algorithm.Optimizer;
import org.fedarium.algorithm.Participation;
import org.fedarium.algorithm.Schedule;
import org.fedarium.algorithm.Training;
import org.fedarium.catalog.Chosen;
import org.fedarium.data.FederatedData;
import org.fedarium.math.Purpose;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Randomness;
import org.fedarium.model.Metrics;
import org.fedarium.model.Model;
import org.fedarium.network.Compressor;
import org.fedarium.network.Network;
import org.fedarium.privacy.PrivacyMechanism;
import org.fedarium.privacy.Protection;
import org.jspecify.annotations.Nullable;

/// Everything that holds for a stretch of rounds, assembled from an experiment.
///
/// @param rounds   total rounds of the run (schedules need it)
/// @param measure  false leaves out all evaluation, for benchmarks and fast replay
public record Plan(
        FederatedData data,
        Model model,
        Metrics metrics,
        Chosen<FederatedAlgorithm> algorithm,
        Chosen<Coordination> coordination,
        Chosen<Aggregator> aggregation,
        Training training,
        Chosen<Optimizer> optimizer,
        Chosen<Schedule> schedule,
        Chosen<Participation> participation,
        Chosen<Network> network,
        Chosen<Compressor> compression,
        Chosen<PrivacyMechanism> privacy,
        Chosen<Attack> adversary,
        Evaluation evaluation,
        Randomness randomness,
        int rounds,
        boolean measure) {

    public Plan withoutMeasuring() {
        return new Plan(
                data,
                model,
                metrics,
                algorithm,
                coordination,
                aggregation,
                training,
                optimizer,
                schedule,
                participation,
                network,
                compression,
                privacy,
                adversary,
                evaluation,
                randomness,
                rounds,
                false);
    }

    /// What the privacy mechanism asks of the pipeline.
    public Protection protection() {
        return privacy.entry().protection(privacy.values());
    }

    /// A client's random stream, keyed by its name.
    RandomStream stream(Purpose purpose, long round, int client) {
        return randomness.stream(purpose, round, data.shards().get(client).client());
    }

    /// What can only be checked with the data: whether the attack fits them, whether the graph can
    /// be built, whether the cohort suits the privacy mechanism.
    ///
    /// @throws org.fedarium.catalog.BadInput naming the setting
    public void check() {
        new Hostile(this);
        Guard.check(this);
        if (coordination.entry().rhythm() == Rhythm.MIXING) {
            MixingRun.graph(this);
        }
    }

    /// The parameters that minimise the federation's objective, in closed form; null unless the
    /// model is a linear regression of moderate size.
    public double @Nullable [] optimum() {
        return LeastSquares.optimum(this);
    }

    /// The local work after the algorithm's own restrictions.
    public Training localWork() {
        return algorithm.entry().localWork(training, algorithm.values());
    }

    /// Client learning rate of a round.
    public double rate(int round) {
        return training.learningRate()
                * schedule.entry().factor().at(schedule.values(), round, rounds);
    }
}
