package org.fedarium.cli;

import org.fedarium.catalog.BadInput;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.Fitting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The `--set path=value` of the command line. A value is read as JSON where it is JSON (`0.1`,
/// `true`, `[64,32]`) and as plain text otherwise (`fedavg`). Choosing an algorithm also chooses an
/// aggregation and a local optimiser that go with it, unless those are set too.
final class Settings {
    private static final String ALGORITHM = "algorithm.kind";

    private Settings() {}

    /// The experiment with all settings replaced. What is chosen (`algorithm.kind`) comes before
    /// its parameters, in whatever order they were typed.
    static Experiment apply(Experiment experiment, List<String> settings) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String setting : settings) {
            pairs.add(split(setting));
        }
        // The algorithm comes first of all, because it may bring its aggregation and optimiser.
        pairs.sort(
                Comparator.comparing((Map.Entry<String, String> p) -> !p.getKey().equals(ALGORITHM))
                        .thenComparing(p -> !p.getKey().endsWith(".kind")));
        Experiment result = experiment;
        for (Map.Entry<String, String> pair : pairs) {
            result = with(result, pair.getKey(), pair.getValue());
        }
        return result;
    }

    private static Map.Entry<String, String> split(String setting) {
        int equals = setting.indexOf('=');
        if (equals <= 0) {
            throw BadInput.of(
                    "set.syntax",
                    "--set {0}: this is not of the form path=value. Example:"
                            + " --set training.learningRate=0.05",
                    setting.length() <= 80 ? setting : setting.substring(0, 77) + "...");
        }
        return Map.entry(
                setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
    }

    private static Experiment with(Experiment experiment, String path, String text) {
        Object value = ExperimentJson.literal(path, text);
        try {
            return path.equals(ALGORITHM)
                    ? Fitting.with(experiment, path, value)
                    : experiment.with(path, value);
        } catch (BadInput asJson) {
            // A column may be called 3, a title true.
            if (!value.equals(text)) {
                try {
                    return experiment.with(path, text);
                } catch (BadInput asText) {
                    throw asJson;
                }
            }
            throw asJson;
        }
    }
}
