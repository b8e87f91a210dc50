package org.fedarium.partition;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;

import java.util.List;

/// A rule that deals examples to clients. The proportions are drawn once; the training, validation
/// and test pools are then dealt with the same proportions, so that a client's test share looks
/// like its training data.
public interface Partition extends Described {

    /// @param stream the PARTITION stream; all draws of the proportions come from it
    /// @throws org.fedarium.catalog.BadInput when the rule cannot deal this data (too few examples,
    ///     no such column), saying what to change
    Dealer prepare(Request request, Values values, RandomStream stream);

    /// What is to be dealt.
    ///
    /// @param classOf    class per example; for regression the decile of the target
    /// @param classes    number of classes
    /// @param groupOf    natural client per example; empty when there is none
    /// @param groupNames names of the natural clients
    /// @param train      indices of the training examples
    record Request(
            int[] classOf, int classes, int[] groupOf, List<String> groupNames, int[] train) {}

    /// Drawn proportions, ready to deal any pool.
    interface Dealer {
        /// Stable names, one per client.
        List<String> clients();

        /// Indices of `pool` per client; every example goes to exactly one client.
        int[][] deal(int[] pool, RandomStream shuffle);

        /// Sentences a person must know, such as that the draw had to be topped up.
        default List<String> notes() {
            return List.of();
        }
    }
}
