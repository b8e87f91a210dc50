package org.fedarium.partition;

import org.fedarium.catalog.Described;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.data.Dataset;
import org.fedarium.data.Examples;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A rule that deals examples to clients. The proportions are drawn once; the training, validation
/// and test pools are then dealt with the same proportions, so that a client's test share looks
/// like its training data. A rule may also alter what it dealt: noise, rotation, other labels.
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
    /// @param regression true when the classes are deciles of a target
    /// @param examples   all examples as read, for rules that look at inputs
    /// @param image      shape of the inputs when they are an image's pixels
    record Request(
            int[] classOf,
            int classes,
            int[] groupOf,
            List<String> groupNames,
            int[] train,
            boolean regression,
            Examples examples,
            Dataset.@Nullable ImageShape image) {

        /// Examples without inputs, for rules that do not look at them.
        public Request(
                int[] classOf, int classes, int[] groupOf, List<String> groupNames, int[] train) {
            this(
                    classOf,
                    classes,
                    groupOf,
                    groupNames,
                    train,
                    false,
                    new Examples(new double[0], classOf.length, 0, classOf, new double[0]),
                    null);
        }

        /// Number of training examples by class.
        int[] classSizes() {
            int[] sizes = new int[classes];
            for (int index : train) {
                sizes[classOf[index]]++;
            }
            return sizes;
        }
    }

    /// Drawn proportions, ready to deal any pool.
    interface Dealer {
        /// Stable names, one per client.
        List<String> clients();

        /// Indices of `pool` per client; every example goes to exactly one client.
        int[][] deal(int[] pool, RandomStream shuffle);

        /// Sentences a person must know, such as that the draw had to be topped up.
        default List<Note> notes() {
            return List.of();
        }

        /// True when the rule does more than deal: then [#label] and [#alter] are used.
        default boolean alters() {
            return false;
        }

        /// The class that `client` sees in place of `label`. Never asked for regression.
        default int label(int client, int label) {
            return label;
        }

        /// Changes the raw inputs of some of the client's examples in place, before they are
        /// standardised.
        ///
        /// @param x      row-major
        /// @param stream the client's own, another one for training, validation and test examples
        default void alter(int client, double[] x, int columns, RandomStream stream) {}
    }
}
