package org.fedarium.aggregation;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.ParameterSpec;

/// The inequalities n >= a f + b under which robust rules withstand f dishonest clients.
final class Precondition {
    private Precondition() {}

    /// The parameter f.
    static ParameterSpec f(String help) {
        return ParameterSpec.integer("f", "Dishonest clients f", 0, 10_000, 1, help)
                .unit("clients");
    }

    /// Refuses n < a f + b with the numbers and what to change.
    static void check(String rule, int n, int f, int a, int b) {
        int needed = a * f + b;
        if (n >= needed) {
            return;
        }
        if (n < b) {
            throw BadInput.of(
                    "aggregation.precondition.few",
                    "aggregation.kind: {0} needs n >= {1} f + {2} updates: with f = {3} that is"
                            + " {4}, and {5} take part. Let at least {4} clients take part in every"
                            + " round, or use a mean.",
                    rule,
                    a,
                    b,
                    f,
                    needed,
                    n);
        }
        throw BadInput.of(
                "aggregation.precondition",
                "aggregation.f: {0} needs n >= {1} f + {2} updates: with f = {3} that is {4}, and"
                        + " {5} take part. Set f to {6} or less, or let at least {4} clients take"
                        + " part in every round.",
                rule,
                a,
                b,
                f,
                needed,
                n,
                (n - b) / a);
    }
}
