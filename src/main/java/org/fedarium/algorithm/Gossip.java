package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.network.Graph;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// No server: in every step each client trains on its own data, then a few random pairs of
/// neighbours meet and each pair goes on with the mean of its two models.
///
/// x_i, x_j <- (x_i + x_j) / 2 for a random edge (i, j). The mean of all models stays as it is.
///
/// Boyd, Ghosh, Prabhakar, Shah: Randomized Gossip Algorithms, IEEE Trans. Information Theory 52,
/// 2006. There a random client wakes up and chooses a neighbour; here an edge is drawn,
/// every one equally likely, which is the same where all clients have equally many neighbours. The
/// paper only averages; training in between makes it an algorithm for learning.
public final class Gossip implements Coordination {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "coordination",
                "gossip",
                "Pairwise gossip",
                "No server: every client trains, then random pairs of neighbours take the mean of"
                        + " their models.",
                "θ_i, θ_j ← (θ_i + θ_j) / 2 for random neighbours i, j",
                "Boyd, Ghosh, Prabhakar, Shah, Randomized Gossip Algorithms, IEEE Transactions on"
                        + " Information Theory 52, 2006",
                List.of(
                        Topology.kind(),
                        Topology.edgeProbability(),
                        ParameterSpec.integer(
                                        "pairs",
                                        "Pairs in a step",
                                        1,
                                        1000,
                                        1,
                                        "Edges drawn in each step, whose ends average.")
                                .unit("pairs")));
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.MIXING;
    }

    @Override
    public Mixing mixing(Values values) {
        return new Mixing(true, values.integer("pairs"));
    }

    @Override
    public Graph graph(int clients, Values values, RandomStream stream) {
        return Topology.graph(clients, values, stream);
    }

    @Override
    public @Nullable Note objectionTo(FederatedAlgorithm algorithm, Values values) {
        return Objections.withoutServer(algorithm, values);
    }
}
