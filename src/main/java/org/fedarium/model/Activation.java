package org.fedarium.model;

/// The nonlinearity between layers.
enum Activation {
    RELU(2),
    TANH(1);

    private final double gain;

    Activation(double gain) {
        this.gain = gain;
    }

    /// Variance gain of the random start.
    double gain() {
        return gain;
    }

    /// Replaces z by the activation, in place.
    void apply(double[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = this == RELU ? Math.max(0, z[i]) : StrictMath.tanh(z[i]);
        }
    }

    /// Multiplies the derivative by a, `da`, with the derivative of the activation, given its
    /// value.
    void chain(double[] a, double[] da, int length) {
        for (int i = 0; i < length; i++) {
            da[i] *= this == RELU ? (a[i] > 0 ? 1 : 0) : 1 - a[i] * a[i];
        }
    }
}
