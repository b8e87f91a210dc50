package org.fedarium.privacy;

import org.fedarium.catalog.BadInput;
import org.fedarium.privacy.RdpAccountant.Guarantee;

import java.util.List;

/// What may be said about privacy, in one sentence: epsilon with everything it depends on, or that
/// the run is not private and why. An epsilon is never shown without a statement.
///
/// @param isPrivate whether the sentence is a promise
/// @param code      key of the sentence, `privacy.statement.<code>`
/// @param template  English sentence with `{0}`, `{1}`, ...
/// @param arguments what fills the template
public record Statement(boolean isPrivate, String code, String template, List<String> arguments) {

    public Statement {
        arguments = List.copyOf(arguments);
    }

    /// How clients are drawn.
    public enum Sampling {
        POISSON,
        FIXED_SIZE
    }

    /// What a run does to its updates.
    ///
    /// @param equalWeights false when clients count by their example counts
    /// @param bound        clipping bound S; 0 when updates are not clipped
    /// @param noise        noise multiplier z; 0 without noise
    public record Mechanism(boolean equalWeights, Sampling sampling, double bound, double noise) {}

    /// The statement after some rounds. The first condition that fails is named.
    ///
    /// @param spent what the accountant says; used only when every condition holds
    public static Statement of(Mechanism mechanism, long rounds, Guarantee spent) {
        if (mechanism.bound() <= 0) {
            return no(
                    "no-clipping",
                    "Not private: updates are not clipped, so one client can move the model"
                            + " without limit and no amount of noise hides it.");
        }
        if (mechanism.noise() <= 0) {
            return no(
                    "no-noise",
                    "Not private: updates are clipped but get no noise, and clipping alone"
                            + " promises nothing.");
        }
        if (!mechanism.equalWeights()) {
            return no(
                    "example-weights",
                    "Not private: clients count by their example counts, so one client's"
                            + " influence is not bounded by the clipping bound; use equal"
                            + " weights.");
        }
        if (mechanism.sampling() == Sampling.FIXED_SIZE) {
            return no(
                    "fixed-size",
                    "Not private by this accountant: it holds for Poisson sampling, where every"
                            + " client joins by its own coin; a cohort of fixed size needs"
                            + " another bound with twice the sensitivity.");
        }
        if (!(spent.epsilon() < Double.POSITIVE_INFINITY)) {
            return no(
                    "infinite",
                    "Not private: no order gives a finite epsilon for this noise and number of"
                            + " rounds.");
        }
        return new Statement(
                true,
                "private",
                "After {0} rounds the released models are ({1}, {2})-differentially private for"
                        + " adding or removing one client with all its examples, against"
                        + " whoever sees the models but not the updates.",
                List.of(
                        Long.toString(rounds),
                        Double.toString(spent.epsilon()),
                        Double.toString(spent.delta())));
    }

    private static Statement no(String code, String sentence) {
        return new Statement(false, code, sentence, List.of());
    }

    /// The English sentence.
    public String sentence() {
        return BadInput.fill(template, arguments);
    }
}
