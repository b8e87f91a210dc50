package org.fedarium.partition;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.data.Standardiser;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;

import java.util.List;

/// Feature shift by noise (NIID-Bench): equal parts, but client i = 0..K-1 sees its inputs with
/// Gaussian noise that grows with i. The first client sees clean data, the last the most noise.
///
/// x_j <- x_j + s_j N(0, d_i^2), d_i = sigma i / (K - 1).
///
/// s_j is the standard deviation of input j over all training examples, so that sigma means the
/// same for grams and for pixels; constant inputs stay as they are. (NIID-Bench's images are scaled
/// to a common range instead.)
///
/// The sources disagree on the size: the code of NIID-Bench takes sigma i / (K - 1) as the standard
/// deviation (`deviation`, the default here); its README calls sigma the maximum variance and the
/// paper writes Gau(sigma i / K), which `variance` follows with d_i^2 = sigma i / (K - 1).
///
/// Li, Diao, Chen, He: Federated Learning on Non-IID Data Silos: An Experimental Study, ICDE 2022.
public final class FeatureNoise implements Partition {
    private static final String DEVIATION = "deviation";

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "partition",
                "feature-noise",
                "Noisy inputs",
                "Equal parts, but each client's inputs are noisier than those of the one before.",
                "x ← x + s N(0, d_i²), d_i = σ i / (K − 1), i = 0 … K − 1",
                "Li, Diao, Chen, He, Federated Learning on Non-IID Data Silos, ICDE 2022",
                List.of(
                        IidPartition.CLIENTS,
                        ParameterSpec.real(
                                        "noise",
                                        "Most noise σ",
                                        0,
                                        10,
                                        1,
                                        "The last client's noise, in standard deviations of each"
                                                + " input.")
                                .unit("standard deviations"),
                        ParameterSpec.choice(
                                        "spread",
                                        "σ means",
                                        List.of(DEVIATION, "variance"),
                                        DEVIATION,
                                        "Whether σ i / (K − 1) is the noise's standard deviation"
                                                + " (NIID-Bench's code) or its variance (its"
                                                + " README).")
                                .at(ParameterSpec.Level.MORE)));
    }

    @Override
    public Dealer prepare(Request request, Values values, RandomStream stream) {
        int clients = values.integer("clients");
        double sigma = values.real("noise");
        boolean deviation = values.text("spread").equals(DEVIATION);
        double[] scale = Standardiser.deviations(request.examples(), request.train());
        return new EvenDealer(clients) {
            @Override
            public boolean alters() {
                return true;
            }

            @Override
            public void alter(int client, double[] x, int columns, RandomStream own) {
                double size = level(sigma, client, clients, deviation);
                if (size > 0) {
                    for (int i = 0; i < x.length; i++) {
                        x[i] += size * scale[i % columns] * Samplers.gaussian(own);
                    }
                }
            }
        };
    }

    /// The noise's standard deviation at a client, from 0.
    static double level(double sigma, int client, int clients, boolean deviation) {
        double part = clients == 1 ? 0 : sigma * client / (clients - 1);
        return deviation ? part : Math.sqrt(part);
    }
}
