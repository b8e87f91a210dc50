package org.fedarium.algorithm;

import org.fedarium.catalog.Catalog;
import org.fedarium.catalog.Described;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;

import java.util.List;

/// How the client learning rate falls over the rounds: a factor on the chosen rate.
///
/// @param factor from (values, round t = 1, 2, ..., total rounds T) to a factor
public record Schedule(Descriptor descriptor, Rule factor) implements Described {

    /// The factor of a round.
    @FunctionalInterface
    public interface Rule {
        double at(Values values, int round, int rounds);
    }

    public static final Catalog<Schedule> ALL =
            new Catalog<>("schedule", List.of(constant(), step(), inverse(), cosine()));

    @Override
    public Descriptor describe() {
        return descriptor;
    }

    private static Schedule constant() {
        return new Schedule(
                descriptor("constant", "Constant", "The rate stays as it is.", "η_t = η"),
                (values, round, rounds) -> 1);
    }

    private static Schedule step() {
        return new Schedule(
                descriptor(
                        "step",
                        "Steps",
                        "The rate is multiplied by a factor every few rounds.",
                        "η_t = η γ^⌊(t−1)/s⌋",
                        ParameterSpec.integer(
                                        "every", "Every", 1, 100_000, 20, "Rounds between steps.")
                                .unit("rounds"),
                        ParameterSpec.real(
                                "factor", "Factor γ", 0.001, 1, 0.5, "Multiplies the rate.")),
                (values, round, rounds) -> {
                    int times = (round - 1) / values.integer("every");
                    return StrictMath.pow(values.real("factor"), times);
                });
    }

    private static Schedule inverse() {
        return new Schedule(
                descriptor(
                        "inverse",
                        "1/t",
                        "The rate falls like one over the round.",
                        "η_t = η / (1 + d (t−1))",
                        ParameterSpec.real(
                                "decay", "Decay d", 0, 100, 0.1, "How fast the rate falls.")),
                (values, round, rounds) -> 1 / (1 + values.real("decay") * (round - 1)));
    }

    private static Schedule cosine() {
        return new Schedule(
                descriptor(
                        "cosine",
                        "Cosine",
                        "The rate falls along half a cosine to a last share of itself.",
                        "η_t = η (f + (1−f)(1 + cos(π (t−1)/T)) / 2)",
                        ParameterSpec.real(
                                "floor", "Last share f", 0, 1, 0, "Share of the rate at the end.")),
                (values, round, rounds) -> {
                    double floor = values.real("floor");
                    double wave = StrictMath.cos(StrictMath.PI * (round - 1) / rounds);
                    return floor + (1 - floor) * 0.5 * (1 + wave);
                });
    }

    private static Descriptor descriptor(
            String id, String name, String summary, String formula, ParameterSpec... parameters) {
        List<ParameterSpec> specs =
                java.util.Arrays.stream(parameters).map(p -> p.at(Level.MORE)).toList();
        return new Descriptor("schedule", id, name, summary, formula, "", specs);
    }
}
