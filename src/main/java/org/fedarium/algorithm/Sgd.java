package org.fedarium.algorithm;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Values;

import java.util.List;

/// Plain stochastic gradient descent: y <- y - eta g.
public final class Sgd implements Optimizer {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "optimizer",
                "sgd",
                "SGD",
                "A step against the gradient of one batch.",
                "y ← y − η g",
                "Robbins, Monro, A Stochastic Approximation Method, 1951",
                List.of());
    }

    @Override
    public Stepper newStepper(int size, Values values) {
        return new Stepper() {
            @Override
            public void reset() {
                // Nothing is remembered.
            }

            @Override
            public void step(double[] y, double[] gradient, double learningRate) {
                for (int i = 0; i < y.length; i++) {
                    y[i] -= learningRate * gradient[i];
                }
            }
        };
    }
}
