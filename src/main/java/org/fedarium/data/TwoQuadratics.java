package org.fedarium.data;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Two clients whose losses are parabolas: F_i(w) = a_i / 2 (w - c_i)^2. One example x = sqrt(a),
/// y = sqrt(a) c per client makes linear regression without intercept exactly that, so everything
/// that FedAvg does can be computed by hand.
///
/// With E full-batch steps of rate eta FedAvg goes to sum s_i c_i / sum s_i, s_i = 1 - (1 - eta
/// a_i)^E; compare Charles, Konecny, Convergence and Accuracy Trade-Offs in Federated Learning and
/// Meta-Learning, AISTATS 2021.
public final class TwoQuadratics implements DataSource {
    @Override
    public Descriptor describe() {
        return new Descriptor(
                "data",
                "two-quadratics",
                "Two parabolas",
                "Two clients with one example each, whose losses are parabolas with other centres.",
                "F_i(w) = a_i / 2 (w − c_i)²",
                "Charles, Konečný, Convergence and Accuracy Trade-Offs in Federated Learning and"
                        + " Meta-Learning, AISTATS 2021",
                Preparation.after(
                        curvature("a1", "Curvature a₁", 1),
                        centre("c1", "Centre c₁", 0),
                        curvature("a2", "Curvature a₂", 4),
                        centre("c2", "Centre c₂", 10)));
    }

    private static ParameterSpec curvature(String id, String label, double value) {
        return ParameterSpec.logReal(id, label, 0.01, 100, value, "How steep the parabola is.");
    }

    private static ParameterSpec centre(String id, String label, double value) {
        return ParameterSpec.real(id, label, -100, 100, value, "Where the client's optimum is.");
    }

    @Override
    public @Nullable Task task() {
        return Task.REGRESSION;
    }

    @Override
    public Dataset load(Values values, DataFiles files, RandomStream stream) {
        double[] x = {Math.sqrt(values.real("a1")), Math.sqrt(values.real("a2"))};
        double[] y = {x[0] * values.real("c1"), x[1] * values.real("c2")};
        return new Dataset(
                "two-quadratics",
                "Two parabolas",
                Task.REGRESSION,
                "y",
                List.of("x"),
                List.of(),
                new Examples(x, 2, 1, new int[0], y),
                new int[] {0, 1},
                List.of("C1", "C2"),
                null,
                List.of());
    }
}
