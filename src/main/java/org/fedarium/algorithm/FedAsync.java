package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The server waits for nobody: whenever a client's model arrives, the global model moves towards
/// it, less far the older the version it was trained from.
///
/// x <- (1 - a_t) x + a_t y, a_t = alpha s(v), v the versions made since the client pulled; s is
/// constant 1, polynomial (v + 1)^-a, or hinge: 1 for v <= b, else 1 / (a (v - b) + 1).
///
/// Xie, Koyejo, Gupta: Asynchronous Federated Optimization, arXiv 1903.03934, 2019, Algorithm 1.
/// Its clients minimise F_k(y) + rho/2 ||y - x||^2: that is FedProx with mu = rho, chosen as the
/// algorithm. How many clients train at the same time is the expected cohort of the participation.
public final class FedAsync implements Coordination {
    private static final String CONSTANT = "constant";
    private static final String POLYNOMIAL = "polynomial";
    private static final String HINGE = "hinge";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "coordination",
                "fedasync",
                "Asynchronous (FedAsync)",
                "The server moves the model towards each client's model as it arrives; old ones"
                        + " count less. With algorithm fedprox the clients train as in the paper.",
                "θ ← (1 − α_t) θ + α_t y, α_t = α s(versions since the pull)",
                "Xie, Koyejo, Gupta, Asynchronous Federated Optimization, arXiv 1903.03934, 2019,"
                        + " Algorithm 1",
                List.of(
                        ParameterSpec.logReal(
                                "alpha",
                                "Mixing weight α",
                                1e-3,
                                1,
                                0.6,
                                "How far the model moves towards a fresh client model; 1 replaces"
                                        + " it."),
                        ParameterSpec.choice(
                                "staleness",
                                "Staleness rule",
                                List.of(CONSTANT, POLYNOMIAL, HINGE),
                                POLYNOMIAL,
                                "How α shrinks with versions v since the pull: constant: not at all;"
                                        + " polynomial: (v + 1)^−a; hinge: after b versions, as"
                                        + " 1 / (a (v − b) + 1)."),
                        ParameterSpec.real(
                                "a",
                                "Staleness a",
                                0,
                                100,
                                0.5,
                                "How fast α shrinks with staleness; not used by constant."),
                        ParameterSpec.integer(
                                "b",
                                "Staleness b",
                                0,
                                1000,
                                4,
                                "Only with hinge: versions that make no difference.")));
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.VERSIONS;
    }

    @Override
    public Buffering buffering(Values values) {
        double alpha = values.real("alpha");
        Staleness rule = rule(values);
        return new Buffering(1, false, true, versions -> alpha * rule.of(versions));
    }

    private static Staleness rule(Values values) {
        return switch (values.text("staleness")) {
            case POLYNOMIAL -> StalenessRules.polynomial(values.real("a"));
            case HINGE -> StalenessRules.hinge(values.real("a"), values.integer("b"));
            default -> StalenessRules.CONSTANT;
        };
    }

    @Override
    public @Nullable Note objectionTo(FederatedAlgorithm algorithm, Values values) {
        return Objections.oneByOne(algorithm, values);
    }
}
