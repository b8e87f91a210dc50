package org.fedarium.scene;

import org.fedarium.simulation.StepRecord;

/// The formula of each phase as markup for [MathText], with this round's indices.
final class Formulas {
    private Formulas() {}

    static String of(StageView view) {
        StepRecord step = view.step();
        if (step == null) {
            return "θ_0";
        }
        int t = step.round();
        RoundSettings settings = RoundSettings.of(view);
        return switch (view.playhead().phase()) {
            case SELECT -> "S_{" + t + "} ⊆ {1, …, K}";
            case BROADCAST -> "y_k ← θ_{" + (t - 1) + "}";
            case TRAIN -> train(settings);
            case UPLOAD, AGGREGATE -> aggregate(settings, t);
            case EVALUATE -> "F(θ_{" + t + "})";
        };
    }

    private static String train(RoundSettings settings) {
        if (settings.isFedSgd()) {
            return "y ← y − η ∇F_k(y)";
        }
        return switch (settings.optimizer().kind()) {
            case "sgd" -> "y ← y − η ∇F_k(y; B)";
            case "adam" -> "y ← y − η m\u0302 / (√v\u0302 + ε)";
            default -> settings.optimizer().descriptor().formula();
        };
    }

    private static String aggregate(RoundSettings settings, int t) {
        String next = "θ_{" + t + "}";
        String last = "θ_{" + (t - 1) + "}";
        String sum = settings.exampleWeights() ? "Σ_k (n_k / n) " : "(1 / m) Σ_k ";
        boolean fullStep = settings.training().serverLearningRate() == 1;
        if (!settings.plainMean()) {
            return settings.algorithm().descriptor().formula();
        }
        return switch (settings.algorithm().kind()) {
            case "fedavg" ->
                    fullStep
                            ? next + " = " + sum + "θ_k"
                            : next + " = " + last + " + η_g " + sum + "(θ_k − " + last + ")";
            case "fedsgd" ->
                    settings.optimizer().kind().equals("sgd") && fullStep
                            ? next + " = " + last + " − η " + sum + "∇F_k(" + last + ")"
                            : next + " = " + sum + "θ_k";
            default -> settings.algorithm().descriptor().formula();
        };
    }
}
