package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;

import java.util.List;

/// FedAvg whose clients are held back by a spring to the received model, so that they cannot drift
/// far on their own data.
///
/// y <- y - eta (grad F_k(y) + mu (y - x)); the square of the distance is meant:
/// h_k(y) = F_k(y) + mu/2 ||y - x||^2. With mu = 0 this is FedAvg.
///
/// Li, Sahu, Zaheer, Sanjabi, Talwalkar, Smith: Federated Optimization in Heterogeneous Networks,
/// MLSys 2020, Algorithm 2.
public final class FedProx implements FederatedAlgorithm {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "algorithm",
                "fedprox",
                "FedProx",
                "FedAvg with a spring that holds clients near the received model.",
                "y ← y − η (∇F_k(y) + μ (y − θ))",
                "Li et al., Federated Optimization in Heterogeneous Networks, MLSys 2020",
                List.of(
                        ParameterSpec.real(
                                        "mu",
                                        "Proximal term μ",
                                        0,
                                        1000,
                                        0.1,
                                        "Strength of the spring; 0 is FedAvg.")
                                .in(new Domain.Reals(0, 1000, false, Domain.Scale.LINEAR))));
    }

    @Override
    public Formulation formulas(Values values) {
        return Formulation.local("∇F + μ (y − θ)", "");
    }

    @Override
    public int localUpdate(LocalContext context) {
        double mu = context.values().real("mu");
        double[] x = context.received();
        return context.train(
                (y, gradient) -> {
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] += mu * (y[i] - x[i]);
                    }
                });
    }
}
