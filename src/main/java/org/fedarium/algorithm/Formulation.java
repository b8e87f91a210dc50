package org.fedarium.algorithm;

/// What an algorithm changes, in formulas for the stage. `θ` is the received model, `θ⁺` the next
/// one, `Δ` the combined update.
///
/// @param gradient what a local step uses in place of the batch gradient, written `∇F`
/// @param besides  what else a client does in its local work, or empty
/// @param symbol   the letter of what a client sends and the rule combines
/// @param sent     the definition of what is sent when it is not `Δ_k = θ_k − θ`, or empty
/// @param server   the server's step, or empty for that of FedAvg, `θ⁺ = θ + η_g Δ`
public record Formulation(
        String gradient, String besides, String symbol, String sent, String server) {
    public static final Formulation FEDAVG = new Formulation("∇F", "", "Δ", "", "");

    static Formulation local(String gradient, String besides) {
        return new Formulation(gradient, besides, "Δ", "", "");
    }

    static Formulation server(String server) {
        return new Formulation("∇F", "", "Δ", "", server);
    }

    Formulation withServer(String step) {
        return new Formulation(gradient, besides, symbol, sent, step);
    }
}
