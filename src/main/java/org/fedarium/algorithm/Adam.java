package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.catalog.Values;

import java.util.Arrays;
import java.util.List;

/// Adam on the client, with bias correction, its moments reset at every local update.
///
/// m = b1 m + (1 - b1) g, v = b2 v + (1 - b2) g^2, y <- y - eta mHat / (sqrt(vHat) + eps), with
/// mHat = m / (1 - b1^t), vHat = v / (1 - b2^t), t = 1, 2, ... counting the steps of this update.
///
/// Kingma, Ba: Adam: A Method for Stochastic Optimization, ICLR 2015, Algorithm 1.
public final class Adam implements Optimizer {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "optimizer",
                "adam",
                "Adam",
                "Steps scaled per parameter by running moments of the gradient.",
                "y ← y − η m̂ / (√v̂ + ε)",
                "Kingma, Ba, Adam: A Method for Stochastic Optimization, ICLR 2015",
                List.of(
                        decay("beta1", "β₁", 0.9, "Decay of the mean of gradients."),
                        decay("beta2", "β₂", 0.999, "Decay of the mean of squared gradients."),
                        ParameterSpec.logReal(
                                        "epsilon",
                                        "ε",
                                        1e-12,
                                        0.1,
                                        1e-8,
                                        "Added to the denominator, outside the square root.")
                                .at(Level.MORE)));
    }

    private static ParameterSpec decay(String id, String label, double value, String help) {
        return ParameterSpec.real(id, label, 0, 0.999999, value, help)
                .in(new Domain.Reals(0, 0.999999, false, Domain.Scale.LINEAR))
                .at(Level.MORE);
    }

    @Override
    public Stepper newStepper(int size, Values values) {
        return new AdamStepper(
                size, values.real("beta1"), values.real("beta2"), values.real("epsilon"));
    }

    private static final class AdamStepper implements Stepper {
        private final double beta1;
        private final double beta2;
        private final double epsilon;
        private final double[] m;
        private final double[] v;
        private double power1;
        private double power2;

        AdamStepper(int size, double beta1, double beta2, double epsilon) {
            this.beta1 = beta1;
            this.beta2 = beta2;
            this.epsilon = epsilon;
            m = new double[size];
            v = new double[size];
        }

        @Override
        public void reset() {
            Arrays.fill(m, 0);
            Arrays.fill(v, 0);
            power1 = 1;
            power2 = 1;
        }

        @Override
        public void step(double[] y, double[] gradient, double learningRate) {
            power1 *= beta1;
            power2 *= beta2;
            double correction1 = 1 - power1;
            double correction2 = 1 - power2;
            for (int i = 0; i < y.length; i++) {
                double g = gradient[i];
                m[i] = beta1 * m[i] + (1 - beta1) * g;
                v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                double mean = m[i] / correction1;
                double square = v[i] / correction2;
                y[i] -= learningRate * mean / (Math.sqrt(square) + epsilon);
            }
        }
    }
}
