package org.fedarium.data;

/// What a client's examples look like to that client when its rule does more than deal them: other
/// labels, noisy or turned inputs. Applied to the raw data, before anything is standardised.
public interface Alteration {
    /// Every example is as it is in the data set.
    Alteration NONE =
            new Alteration() {
                @Override
                public int label(int client, int label) {
                    return label;
                }

                @Override
                public void inputs(int client, Part part, double[] x, int columns) {}
            };

    /// The share of a client's examples that is altered; each draws from its own stream.
    enum Part {
        TRAIN,
        VALIDATION,
        TEST
    }

    /// The class that the client sees in place of `label`.
    int label(int client, int label);

    /// Changes the inputs of all the client's examples of one part, in place.
    ///
    /// @param x row-major, in the order of the client's hand
    void inputs(int client, Part part, double[] x, int columns);
}
