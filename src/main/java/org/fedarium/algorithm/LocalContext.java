package org.fedarium.algorithm;

import org.fedarium.catalog.Values;
import org.fedarium.data.Examples;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

/// Everything one client has for its local update in one round.
///
/// @param received the global model, read-only
/// @param server   lasting state of the server as broadcast, read-only
/// @param client   lasting state of this client; may be changed
/// @param update   where to write what is sent; vector `model` is the change of the model
/// @param y        working copy of the model, equal to `received` at the start
/// @param values   the algorithm's parameters
public record LocalContext(
        int round,
        double[] received,
        NamedVectors server,
        NamedVectors client,
        NamedVectors update,
        double[] y,
        Examples examples,
        Training training,
        double rate,
        Values values,
        RandomStream batches,
        LocalTrainer trainer,
        @Nullable StepObserver observer) {

    /// Local training with a correction (or null), then update := y - received. Returns the steps.
    public int train(@Nullable GradientCorrection correction) {
        int steps = trainer.train(y, examples, training, rate, batches, correction, observer);
        double[] change = update.get(0);
        for (int i = 0; i < change.length; i++) {
            change[i] = y[i] - received[i];
        }
        return steps;
    }
}
