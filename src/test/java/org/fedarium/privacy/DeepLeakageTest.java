package org.fedarium.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.fedarium.model.Model;
import org.fedarium.model.ModelFamily;
import org.fedarium.model.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

class DeepLeakageTest {
    private static Model mlp(String activation, Long... hidden) {
        ModelFamily family = Models.ALL.find("mlp");
        Values values =
                Values.defaults(family.describe())
                        .with("hidden", List.of(hidden))
                        .with("activation", activation);
        return family.build(values, Task.CLASSIFICATION, 4, 3);
    }

    private static double[] start(Model model, long seed) {
        double[] theta = new double[model.layout().size()];
        RandomStream stream = new RandomStream(seed);
        for (int i = 0; i < theta.length; i++) {
            theta[i] = 0.6 * Samplers.gaussian(stream);
        }
        return theta;
    }

    private static double[] gradient(Model model, double[] theta, Examples batch) {
        double[] gradient = new double[theta.length];
        int[] order = IntStream.range(0, batch.rows()).toArray();
        model.newKernel().gradient(theta, batch, order, 0, batch.rows(), gradient);
        return gradient;
    }

    private static Examples batch(long seed, int rows) {
        RandomStream stream = new RandomStream(seed);
        double[] x = new double[4 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < x.length; i++) {
            x[i] = Samplers.gaussian(stream);
        }
        for (int i = 0; i < rows; i++) {
            labels[i] = i % 3;
        }
        return new Examples(x, rows, 4, labels, new double[0]);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 20})
    void theDerivativeAgreesWithDifferences(long hidden) {
        Model model = mlp("tanh", hidden, 4L);
        double[] theta = start(model, 1);
        double[] target = gradient(model, theta, batch(2, 2));
        GradientMatch match = new GradientMatch(model.layout(), theta, target, 2);
        RandomStream stream = new RandomStream(3);
        double[] point = new double[match.size()];
        for (int i = 0; i < point.length; i++) {
            point[i] = Samplers.gaussian(stream);
        }
        double[] derivative = match.derivative(point);
        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double difference = (match.distance(up) - match.distance(down)) / 2e-5;
            assertThat(derivative[i]).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void theGradientOfTheTrueExampleMatches() {
        Model model = mlp("tanh", 6L);
        double[] theta = start(model, 4);
        Examples one = batch(5, 1);
        double[] target = gradient(model, theta, one);
        GradientMatch match = new GradientMatch(model.layout(), theta, target, 1);
        double[] point = new double[7];
        System.arraycopy(one.x(), 0, point, 0, 4);
        point[4] = 60;
        assertThat(match.distance(point)).isLessThan(1e-25);
    }

    @Test
    void theInputOfATinyTanhNetworkIsFound() {
        int found = 0;
        for (int seed = 1; seed <= 5; seed++) {
            Model model = mlp("tanh", 6L);
            double[] theta = start(model, seed);
            Examples one = batch(10 + seed, 1);
            double[] target = gradient(model, theta, one);
            DeepLeakage.Guess guess =
                    DeepLeakage.search(model, theta, target, 1, 10, 20_000, new RandomStream(seed));
            double error = 0;
            for (int i = 0; i < 4; i++) {
                error = Math.max(error, Math.abs(guess.inputs()[0][i] - one.x()[i]));
            }
            found += error < 1e-6 ? 1 : 0;
        }
        assertThat(found).isEqualTo(5);
    }

    @Test
    void reluIsRefused() {
        Model model = mlp("relu", 6L);
        double[] theta = start(model, 1);
        assertThatThrownBy(
                        () ->
                                DeepLeakage.search(
                                        model, theta, theta, 1, 1, 10, new RandomStream(1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("ReLU");
    }
}
