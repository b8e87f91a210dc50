package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The server waits for K updates, whoever sends them, and makes a version of their mean; clients
/// that are still training go on with the version they have.
///
/// x <- x + eta_g (1 / K) sum s(v_i) Delta_i, Delta_i = y_i - (the version i pulled), v_i the
/// versions made since; s = 1 or (1 + v)^-a, a = 1/2 in the paper. The sum is divided by K, not by
/// the sum of the s: stale updates shrink the step.
///
/// Nguyen, Malik, Zhan, Yousefpour, Rabbat, Malek, Huba: Federated Learning with Buffered
/// Asynchronous Aggregation, AISTATS 2022, arXiv 2106.06639, Algorithm 1. There a client that has
/// sent is replaced at once; `after-flush` replaces it when the version is made. How many clients
/// train at the same time is the expected cohort of the participation. The server's step may be
/// any that keeps its state to itself (momentum, Adam).
public final class FedBuff implements Coordination {
    private static final String NONE = "none";
    private static final String POLYNOMIAL = "polynomial";
    private static final String AT_ONCE = "at-once";
    private static final String AFTER_FLUSH = "after-flush";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "coordination",
                "fedbuff",
                "Buffered asynchronous (FedBuff)",
                "The server makes a version as soon as a few updates have arrived, whoever sent"
                        + " them.",
                "θ⁺ = θ + η_g (1 / K) Σ_i s(v_i) Δ_i",
                "Nguyen et al., Federated Learning with Buffered Asynchronous Aggregation, AISTATS"
                        + " 2022, Algorithm 1",
                List.of(
                        ParameterSpec.integer(
                                        "buffer",
                                        "Buffer K",
                                        1,
                                        1000,
                                        3,
                                        "Updates that make a version; the paper uses 10.")
                                .unit("updates")
                                .restartOnly(),
                        ParameterSpec.choice(
                                "staleness",
                                "Staleness rule",
                                List.of(NONE, POLYNOMIAL),
                                POLYNOMIAL,
                                "How an update counts that is v versions old: none: fully;"
                                        + " polynomial: (1 + v)^−a."),
                        ParameterSpec.real(
                                        "a",
                                        "Staleness a",
                                        0,
                                        100,
                                        0.5,
                                        "Exponent of polynomial; 0.5 is 1 / √(1 + v), as in the"
                                                + " paper.")
                                .at(Level.MORE),
                        ParameterSpec.choice(
                                        "replacements",
                                        "Next clients",
                                        List.of(AT_ONCE, AFTER_FLUSH),
                                        AT_ONCE,
                                        "When another client starts for one that has sent: at-once,"
                                                + " or after-flush, when the version is made.")
                                .at(Level.MORE)
                                .restartOnly()));
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.VERSIONS;
    }

    @Override
    public Buffering buffering(Values values) {
        boolean aged = values.text("staleness").equals(POLYNOMIAL);
        return new Buffering(
                values.integer("buffer"),
                values.text("replacements").equals(AFTER_FLUSH),
                false,
                aged ? StalenessRules.polynomial(values.real("a")) : StalenessRules.CONSTANT);
    }

    @Override
    public @Nullable Note objectionTo(FederatedAlgorithm algorithm, Values values) {
        return Objections.acrossVersions(algorithm, values);
    }
}
