package org.fedarium.privacy;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.fedarium.catalog.BadInput;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.fedarium.model.Model;
import org.fedarium.model.ParameterLayout;

import java.util.Arrays;

/// Guesses inputs and labels whose gradient is the one that was sent: min over x', q' of
/// ||grad(x', softmax q') - g||^2.
///
/// Zhu, Liu, Han: Deep Leakage from Gradients, NeurIPS 2019, Algorithm 1. There by L-BFGS; here by
/// commons-math3's nonlinear conjugate gradients (Polak-Ribiere), from several Gaussian starts, the
/// closest gradient winning. After each start the labels found are made certain and the search goes
/// on: softmax reaches a label of probability 1 only at infinity. Needs a smooth network (tanh or
/// no hidden layer; ReLU has no second derivative) and works for small ones; whether it finds the
/// input depends on the start. Examples of a batch come in any order, because the gradient is a
/// mean.
public final class DeepLeakage {
    private static final double GOOD_ENOUGH = 1e-15;
    private static final double CERTAIN = 60;

    private DeepLeakage() {}

    /// @param inputs      one guess for each example
    /// @param labels      class probabilities of each guess
    /// @param distance    ||g(guess) - g||^2
    /// @param evaluations how often the distance was computed
    public record Guess(double[][] inputs, double[][] labels, double distance, int evaluations) {}

    /// @param gradient mean gradient over the batch without penalty, at `theta`
    /// @param batch    number of examples it is of
    /// @param starts   random starts at most; stops at an exact match
    /// @param effort   evaluations of the distance for each start, at most
    /// @throws BadInput for a network that is not a smooth classifier with biases
    public static Guess search(
            Model model,
            double[] theta,
            double[] gradient,
            int batch,
            int starts,
            int effort,
            RandomStream stream) {
        ParameterLayout layout = model.layout();
        long biases = layout.blocks().stream().filter(ParameterLayout.Block::isBias).count();
        if (!model.isSmooth() || model.outputs() < 2 || 2 * biases != layout.blocks().size()) {
            throw BadInput.of(
                    "inversion.smooth",
                    "gradient inversion by search: needs a classifier with biases and tanh between"
                            + " its layers; ReLU has no second derivative.");
        }
        GradientMatch match = new GradientMatch(layout, theta, gradient, batch);
        Search search = new Search(match);
        for (int s = 0; s < starts && search.best > GOOD_ENOUGH; s++) {
            double[] start = new double[match.size()];
            for (int i = 0; i < start.length; i++) {
                start[i] = Samplers.gaussian(stream);
            }
            search.from(start, effort);
            search.from(search.withCertainLabels(), effort);
        }
        return search.guess(batch);
    }

    /// Keeps the best point that any start has met.
    private static final class Search {
        private final GradientMatch match;
        private double[] point;
        private double best = Double.POSITIVE_INFINITY;
        private int evaluations;

        Search(GradientMatch match) {
            this.match = match;
            this.point = new double[match.size()];
        }

        void from(double[] start, int effort) {
            var optimizer =
                    new NonLinearConjugateGradientOptimizer(
                            NonLinearConjugateGradientOptimizer.Formula.POLAK_RIBIERE,
                            new SimpleValueChecker(1e-10, 1e-30));
            try {
                optimizer.optimize(
                        new ObjectiveFunction(this::distance),
                        new ObjectiveFunctionGradient(match::derivative),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new MaxEval(effort));
            } catch (MathIllegalStateException e) {
                // Out of evaluations, or a line search that found no bracket: the best point stays.
            }
        }

        /// The best point with the most probable class of each guess raised to probability 1.
        double[] withCertainLabels() {
            double[] next = point.clone();
            int width = match.inputs() + match.classes();
            for (int from = match.inputs(); from < next.length; from += width) {
                int likely = from;
                for (int k = from + 1; k < from + match.classes(); k++) {
                    likely = next[k] > next[likely] ? k : likely;
                }
                Arrays.fill(next, from, from + match.classes(), 0);
                next[likely] = CERTAIN;
            }
            return next;
        }

        private double distance(double[] at) {
            evaluations++;
            double d = match.distance(at);
            if (d < best) {
                best = d;
                point = at.clone();
            }
            return d;
        }

        Guess guess(int batch) {
            double[][] inputs = new double[batch][];
            double[][] labels = new double[batch][];
            int width = match.inputs() + match.classes();
            for (int b = 0; b < batch; b++) {
                inputs[b] = Arrays.copyOfRange(point, b * width, b * width + match.inputs());
                labels[b] = match.label(point, b);
            }
            return new Guess(inputs, labels, best, evaluations);
        }
    }
}
