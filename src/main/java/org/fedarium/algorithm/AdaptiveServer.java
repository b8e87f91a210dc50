package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;
import org.fedarium.math.NamedVectors;
import org.fedarium.math.Randomness;
import org.fedarium.model.Model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What FedAdagrad, FedAdam and FedYogi share: FedAvg on the clients, and on the server a step
/// scaled
/// per parameter by a second moment of the updates. They differ in how the second moment is kept.
///
/// m <- b1 m + (1 - b1) Delta;  v by the rule;  x+ = x + eta_g m / (sqrt(v) + tau), tau outside the
/// root, v = tau^2 at the start (as published: v_{-1} >= tau^2), m = 0.
///
/// Reddi et al.: Adaptive Federated Optimization, ICLR 2021, Algorithm 2. As published there is no
/// bias correction; Flower adds one to FedAdam with an exponent that starts at 2. The choice
/// `correction` offers both it and the standard one of Kingma and Ba.
abstract class AdaptiveServer implements FederatedAlgorithm {
    static final String CITATION =
            "Reddi et al., Adaptive Federated Optimization, ICLR 2021, Algorithm 2";
    private static final String MEAN = "m";
    private static final String SQUARE = "v";

    abstract double nextSquare(double v, double delta, double beta2);

    /// Factor on the server learning rate in a round.
    double correction(Values values, int round) {
        return 1;
    }

    double beta1(Values values) {
        return values.real("beta1");
    }

    static Descriptor descriptor(
            String id, String name, String summary, String formula, ParameterSpec... own) {
        List<ParameterSpec> parameters = new ArrayList<>(List.of(own));
        parameters.add(
                ParameterSpec.logReal(
                                "tau",
                                "τ",
                                1e-12,
                                1,
                                1e-3,
                                "Adaptivity: added to the root of the second moment.")
                        .at(Level.MORE));
        parameters.add(
                ParameterSpec.real(
                                "v0",
                                "First second moment",
                                -1,
                                100,
                                -1,
                                "Second moment before the first round; -1 means τ², as published.")
                        .at(Level.ALL));
        return new Descriptor("algorithm", id, name, summary, formula, CITATION, parameters);
    }

    static ParameterSpec beta(String id, String label, double value, String help) {
        return ParameterSpec.real(id, label, 0, 0.999999, value, help).at(Level.MORE);
    }

    @Override
    public List<String> serverState(Values values) {
        return List.of(MEAN, SQUARE);
    }

    @Override
    public void initialiseServer(
            NamedVectors server, Model model, double[] start, Values values, Randomness random) {
        double tau = values.real("tau");
        double v0 = values.real("v0");
        Arrays.fill(server.get(SQUARE), v0 < 0 ? tau * tau : v0);
    }

    @Override
    public void serverUpdate(ServerContext context) {
        Values values = context.values();
        double beta1 = beta1(values);
        double beta2 =
                context.values().descriptor().has("beta2") ? values.real("beta2") : Double.NaN;
        double tau = values.real("tau");
        double rate = context.training().serverLearningRate() * correction(values, context.round());
        double[] m = context.server().get(MEAN);
        double[] v = context.server().get(SQUARE);
        double[] delta = context.aggregate().get(0);
        double[] x = context.model();
        for (int i = 0; i < x.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * delta[i];
            v[i] = nextSquare(v[i], delta[i], beta2);
            x[i] += rate * m[i] / (Math.sqrt(v[i]) + tau);
        }
    }
}
