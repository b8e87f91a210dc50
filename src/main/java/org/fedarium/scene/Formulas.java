package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.simulation.StepRecord;

/// The formula of each phase as markup for [MathText], with this round's indices. What is shown
/// holds for the algorithm, the rule and the settings of this round.
final class Formulas {
    private static final String PLAIN_STEP = "θ⁺ = θ + η_g Δ";

    private Formulas() {}

    /// In the window's language.
    static String of(StageView view) {
        return view.texts().formula(english(view));
    }

    private static String english(StageView view) {
        StepRecord step = view.step();
        if (step == null) {
            return view.rhythm() == Rhythm.MIXING ? "θ_1 = … = θ_K" : "θ_0";
        }
        int t = step.round();
        RoundSettings settings = RoundSettings.of(view);
        if (view.rhythm() == Rhythm.MIXING) {
            return MixingWords.formula(view, train(settings));
        }
        if (view.rhythm() == Rhythm.VERSIONS) {
            return VersionWords.formula(view, step, settings, train(settings));
        }
        return switch (view.playhead().phase()) {
            case SELECT -> "S_{" + t + "} ⊆ {1, …, K}";
            case BROADCAST -> "y_k ← θ_{" + (t - 1) + "}";
            case TRAIN -> indexed(train(settings), t);
            case UPLOAD -> indexed(upload(settings), t);
            case AGGREGATE -> indexed(aggregate(settings), t);
            case EVALUATE -> "F(θ_{" + t + "})";
        };
    }

    private static String train(RoundSettings settings) {
        String gradient = settings.training().batch() == 0 ? "∇F_k(y)" : "∇F_k(y; B)";
        String used = settings.formulas().gradient().replace("∇F", gradient);
        boolean corrected = !used.equals(gradient);
        String step =
                switch (settings.optimizer().kind()) {
                    case "sgd" -> "y ← y − η " + (corrected ? "(" + used + ")" : used);
                    case "adam" -> "y ← y − η m\u0302 / (√v\u0302 + ε)";
                    default -> settings.optimizer().descriptor().formula();
                };
        if (!settings.optimizer().kind().equals("sgd")) {
            step += ", g = " + used;
        }
        String besides = settings.formulas().besides();
        return besides.isEmpty() ? step : step + ", " + besides;
    }

    private static String upload(RoundSettings settings) {
        if (settings.averagesModels()) {
            return average(settings);
        }
        String sent = settings.formulas().sent();
        // Other rules' formulas are long; there the clients' step has said what is sent.
        boolean defined = settings.plainMean() && !sent.isEmpty();
        return defined ? combined(settings) + ", " + sent : combined(settings);
    }

    private static String aggregate(RoundSettings settings) {
        if (settings.averagesModels()) {
            return average(settings);
        }
        String server = settings.formulas().server();
        if (server.isEmpty() && settings.fullStep()) {
            return settings.rule();
        }
        String step = server.isEmpty() ? PLAIN_STEP : server;
        if (settings.fullStep()) {
            step = step.replace("η_g ", "");
        }
        boolean selfContained = !step.contains(settings.formulas().symbol());
        return settings.plainMean() && !selfContained ? step + ", " + combined(settings) : step;
    }

    private static String average(RoundSettings settings) {
        String sum = settings.exampleWeights() ? "Σ_k (n_k / n) " : "(1 / m) Σ_k ";
        if (settings.sendsGradients()) {
            return "θ⁺ = θ − η " + sum + "∇F_k(θ)";
        }
        return settings.fullStep() ? "θ⁺ = " + sum + "θ_k" : "θ⁺ = θ + η_g " + sum + "(θ_k − θ)";
    }

    /// The combined update by the round's rule, in English.
    static String combined(RoundSettings settings) {
        String symbol = settings.formulas().symbol();
        return settings.rule()
                .replace("θ⁺_j = θ_j + ", "Δ_j = ")
                .replace("θ⁺ = θ + ", "Δ = ")
                .replace("Δ", symbol);
    }

    /// The model before and after round t, named by their rounds.
    private static String indexed(String formula, int t) {
        return formula.replaceAll("θ⁺_j", "θ_{" + t + ",j}")
                .replaceAll("θ_j", "θ_{" + (t - 1) + ",j}")
                .replaceAll("θ⁺", "θ_{" + t + "}")
                .replaceAll("θ(?!_)", "θ_{" + (t - 1) + "}");
    }
}
