package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// FCUBE of NIID-Bench: points of the cube [-1, 1]^3, class 0 where x1 > 0, class 1 where x1 < 0.
/// Each of four natural clients owns two octants that are opposite each other, so all have both
/// classes equally often and yet see different inputs: feature shift without label skew.
///
/// Client k: (u1, s2 u2, s3 u3) of class 0 and its mirror image through the origin, a draw of its
/// own, of class 1, in turns; u uniform in (0, 1)^3; (s2, s3) = (+,+), (+,-), (-,+), (-,-).
///
/// NIID-Bench makes 1,000 training points per client and 1,000 test points from the whole cube.
/// Here the test share is taken from the clients' own points, whose union covers the cube evenly:
/// with 1,250 per client and a fifth held out the numbers are the same.
///
/// Li, Diao, Chen, He: Federated Learning on Non-IID Data Silos: An Experimental Study, ICDE 2022.
public final class Fcube implements DataSource {
    private static final int CLIENTS = 4;

    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "fcube",
                "FCUBE",
                "Points of a cube; each of four clients owns two opposite corners.",
                "y = 0 where x₁ > 0, else 1; client k owns an octant and its mirror image",
                "Li, Diao, Chen, He, Federated Learning on Non-IID Data Silos, ICDE 2022",
                Preparation.after(
                        ParameterSpec.integer(
                                        "examples",
                                        "Examples per client",
                                        10,
                                        100_000,
                                        1250,
                                        "How many points each client owns.")
                                .unit("examples")));
    }

    @Override
    public @Nullable Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        int each = values.integer("examples");
        RandomStream[] streams = stream.split(CLIENTS);
        double[] x = new double[CLIENTS * each * 3];
        int[] labels = new int[CLIENTS * each];
        int[] groups = new int[CLIENTS * each];
        for (int k = 0; k < CLIENTS; k++) {
            int[] sign = {1, k > 1 ? -1 : 1, k % 2 == 1 ? -1 : 1};
            for (int i = 0; i < each; i++) {
                int row = k * each + i;
                labels[row] = i % 2;
                groups[row] = k;
                for (int j = 0; j < 3; j++) {
                    double u = sign[j] * streams[k].nextOpenDouble();
                    x[3 * row + j] = labels[row] == 0 ? u : -u;
                }
            }
        }
        return new Dataset(
                "fcube",
                "FCUBE",
                Task.CLASSIFICATION,
                "class",
                Plane.numbered("x", 3),
                List.of("0", "1"),
                new Examples(x, CLIENTS * each, 3, labels, new double[0]),
                groups,
                Plane.numbered("C", CLIENTS),
                null,
                List.of(Plane.NOTE));
    }
}
