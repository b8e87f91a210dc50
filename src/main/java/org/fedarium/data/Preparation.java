package org.fedarium.data;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;

import java.util.List;
import java.util.stream.Stream;

/// What is done to any data set before it is dealt: the settings that all data sources share.
///
/// @param standardise        who computes the inputs' mean and deviation
/// @param standardiseTarget  regression only: the target too, pooled
/// @param testFraction       share of the rows that is only tested on
/// @param validationFraction share of the rows on which settings are chosen
public record Preparation(
        Mode standardise,
        boolean standardiseTarget,
        double testFraction,
        double validationFraction) {

    /// Whose statistics standardise the inputs.
    public enum Mode {
        POOLED("pooled"),
        PER_CLIENT("per-client"),
        NONE("none");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static final double MOST_HELD_OUT = 0.95;

    /// The parameters of every entry of the `data` section; changing one needs a restart.
    public static final List<ParameterSpec> PARAMETERS =
            Stream.of(
                            ParameterSpec.choice(
                                    "standardise",
                                    "Standardise inputs",
                                    Stream.of(Mode.values()).map(Mode::word).toList(),
                                    Mode.POOLED.word(),
                                    "Pooled: with the mean and deviation of all clients' training"
                                            + " data, so these statistics travel too. Per client:"
                                            + " each with its own."),
                            ParameterSpec.flag(
                                    "standardiseTarget",
                                    "Standardise target",
                                    true,
                                    "Regression only: predict (y - mean) / deviation of all"
                                            + " training data."),
                            ParameterSpec.real(
                                    "testFraction",
                                    "Test share",
                                    0,
                                    0.9,
                                    0.2,
                                    "Share of the examples kept back to test on."),
                            ParameterSpec.real(
                                    "validationFraction",
                                    "Validation share",
                                    0,
                                    0.5,
                                    0,
                                    "Share of the examples kept back to choose settings on."))
                    .map(ParameterSpec::restartOnly)
                    .map(spec -> spec.at(ParameterSpec.Level.MORE))
                    .toList();

    public Preparation {
        if (testFraction + validationFraction > MOST_HELD_OUT + 1e-12) {
            throw BadInput.of(
                    "data.held-out",
                    "data.testFraction: {0} and data.validationFraction: {1} add up to more than"
                            + " {2}. Leave more examples to train on.",
                    testFraction,
                    validationFraction,
                    MOST_HELD_OUT);
        }
    }

    /// Reads the shared settings from any data entry's values.
    public static Preparation of(Values values) {
        String word = values.text("standardise");
        Mode mode =
                Stream.of(Mode.values())
                        .filter(m -> m.word().equals(word))
                        .findFirst()
                        .orElseThrow();
        return new Preparation(
                mode,
                values.flag("standardiseTarget"),
                values.real("testFraction"),
                values.real("validationFraction"));
    }

    /// A source's own parameters followed by the shared ones.
    static List<ParameterSpec> after(ParameterSpec... own) {
        return Stream.concat(Stream.of(own).map(ParameterSpec::restartOnly), PARAMETERS.stream())
                .toList();
    }
}
