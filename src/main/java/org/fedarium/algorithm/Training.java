package org.fedarium.algorithm;

import org.fedarium.catalog.Catalog;
import org.fedarium.catalog.Described;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;

import java.util.List;

/// Settings of local training and of the server's step, typed.
///
/// @param learningRate       client learning rate eta, above 0
/// @param epochs             local epochs E
/// @param batch              batch size B; 0 means all examples of the client (full batch)
/// @param serverLearningRate server learning rate eta_g
/// @param clip               largest norm of a batch gradient; 0 turns clipping off
public record Training(
        double learningRate, int epochs, int batch, double serverLearningRate, double clip) {

    public static final Catalog<Section> ALL =
            new Catalog<>("training", List.of(new Section(descriptor())));

    /// The one entry of the section `training`.
    public record Section(Descriptor descriptor) implements Described {
        @Override
        public Descriptor describe() {
            return descriptor;
        }
    }

    public static Training of(Values values) {
        return new Training(
                values.real("learningRate"),
                values.integer("epochs"),
                values.integer("batch"),
                values.real("serverLearningRate"),
                values.real("clip"));
    }

    /// The same settings with other local work.
    public Training withWork(int newEpochs, int newBatch) {
        return new Training(learningRate, newEpochs, newBatch, serverLearningRate, clip);
    }

    /// Local steps for a client with `examples` training examples; the last, smaller batch counts.
    public int steps(int examples) {
        if (examples == 0) {
            return 0;
        }
        int size = batch == 0 ? examples : Math.min(batch, examples);
        return epochs * ((examples + size - 1) / size);
    }

    private static Descriptor descriptor() {
        return new Descriptor(
                "training",
                "local",
                "Local training",
                "What every chosen client does in a round.",
                "y ← y − η ∇F_k(y; batch)",
                "",
                List.of(
                        ParameterSpec.logReal(
                                "learningRate",
                                "Learning rate",
                                1e-4,
                                100,
                                0.1,
                                "Client learning rate η: the size of a local step."),
                        ParameterSpec.integer(
                                        "epochs",
                                        "Local epochs",
                                        1,
                                        1000,
                                        1,
                                        "How often a client goes through its data in a round.")
                                .in(new Domain.Integers(1, 1000, Domain.Scale.LOG))
                                .unit("epochs"),
                        ParameterSpec.integer(
                                        "batch",
                                        "Batch",
                                        0,
                                        100_000,
                                        10,
                                        "Examples per local step; 0 uses all of the client's.")
                                .unit("examples"),
                        ParameterSpec.logReal(
                                        "serverLearningRate",
                                        "Server learning rate",
                                        1e-4,
                                        100,
                                        1,
                                        "Server learning rate η_g: how much of the mean update the"
                                                + " server takes.")
                                .at(Level.MORE),
                        ParameterSpec.real(
                                        "clip",
                                        "Gradient clipping",
                                        0,
                                        1e6,
                                        0,
                                        "Largest norm of a batch gradient; 0 turns clipping off.")
                                .at(Level.MORE)));
    }
}
