package org.fedarium.simulation;

import org.fedarium.catalog.Catalog;
import org.fedarium.catalog.Described;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;

import java.util.List;

/// What is measured after every round, and when a run counts as diverged.
///
/// @param lossBound  a global loss above it stops the run
/// @param references whether reference curves are computed alongside
public record Evaluation(double lossBound, boolean references) {

    public static final Catalog<Section> ALL =
            new Catalog<>("evaluation", List.of(new Section(descriptor())));

    /// The one entry of the section `evaluation`.
    public record Section(Descriptor descriptor) implements Described {
        @Override
        public Descriptor describe() {
            return descriptor;
        }
    }

    public static Evaluation of(Values values) {
        return new Evaluation(values.real("lossBound"), values.flag("references"));
    }

    private static Descriptor descriptor() {
        return new Descriptor(
                "evaluation",
                "standard",
                "Evaluation",
                "The global model is measured after every round on the pooled data.",
                "",
                "",
                List.of(
                        ParameterSpec.logReal(
                                        "lossBound",
                                        "Stop above loss",
                                        1,
                                        1e300,
                                        1e6,
                                        "A global loss above this stops the run as diverged.")
                                .at(Level.ALL),
                        ParameterSpec.flag(
                                        "references",
                                        "Reference curves",
                                        true,
                                        "Also trains on the pooled data, and every client alone.")
                                .restartOnly()
                                .at(Level.MORE)));
    }
}
