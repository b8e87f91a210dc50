package org.fedarium.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

class GradientTest {
    private static final int INPUTS = 5;
    private static final int ROWS = 77;

    static Stream<Arguments> models() {
        Values linear = Values.defaults(new LinearRegression().describe());
        Values softmax = Values.defaults(new SoftmaxRegression().describe());
        Values mlp = Values.defaults(new MultilayerPerceptron().describe());
        return Stream.of(
                Arguments.of("linear", new LinearRegression(), linear, Task.REGRESSION, 1),
                Arguments.of(
                        "linear without intercept, with L2",
                        new LinearRegression(),
                        linear.with("intercept", false).with("l2", 0.3),
                        Task.REGRESSION,
                        1),
                Arguments.of("softmax", new SoftmaxRegression(), softmax, Task.CLASSIFICATION, 4),
                Arguments.of(
                        "softmax with many classes and L2",
                        new SoftmaxRegression(),
                        softmax.with("l2", 0.1),
                        Task.CLASSIFICATION,
                        19),
                Arguments.of(
                        "relu network",
                        new MultilayerPerceptron(),
                        mlp.with("hidden", List.of(20L, 7L)),
                        Task.CLASSIFICATION,
                        3),
                Arguments.of(
                        "tanh network for a number",
                        new MultilayerPerceptron(),
                        mlp.with("hidden", List.of(17L))
                                .with("activation", "tanh")
                                .with("l2", 0.05),
                        Task.REGRESSION,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void theGradientAgreesWithFiniteDifferences(
            String name, ModelFamily family, Values values, Task task, int outputs) {
        RandomStream stream = new RandomStream(42);
        Model model = family.build(values, task, INPUTS, outputs);
        Examples examples = examples(stream, task, outputs);
        double[] theta = new double[model.layout().size()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = 0.5 * Samplers.gaussian(stream);
        }
        int[] order = stream.permutation(ROWS);
        Model.Kernel kernel = model.newKernel();
        double[] gradient = new double[theta.length];
        kernel.gradient(theta, examples, order, 3, 73, gradient);

        double h = 1e-5;
        for (int i = 0; i < theta.length; i++) {
            double kept = theta[i];
            theta[i] = kept + h;
            double up = kernel.batchLoss(theta, examples, order, 3, 73) + kernel.penalty(theta);
            theta[i] = kept - h;
            double down = kernel.batchLoss(theta, examples, order, 3, 73) + kernel.penalty(theta);
            theta[i] = kept;
            assertThat(gradient[i])
                    .as("%s, parameter %s", name, model.layout().nameOf(i))
                    .isCloseTo((up - down) / (2 * h), within(2e-7));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void lossesOfRowsAddUpToTheBatchLoss(
            String name, ModelFamily family, Values values, Task task, int outputs) {
        RandomStream stream = new RandomStream(7);
        Model model = family.build(values, task, INPUTS, outputs);
        Examples examples = examples(stream, task, outputs);
        double[] theta = new double[model.layout().size()];
        model.initialise(theta, stream);
        int[] order = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            order[i] = i;
        }
        Model.Kernel kernel = model.newKernel();
        double mean = kernel.batchLoss(theta, examples, order, 0, ROWS);
        double sum =
                kernel.lossSum(theta, examples, 0, 30) + kernel.lossSum(theta, examples, 30, ROWS);
        assertThat(sum / ROWS).as(name).isCloseTo(mean, within(1e-12));
    }

    private static Examples examples(RandomStream stream, Task task, int outputs) {
        double[] x = new double[ROWS * INPUTS];
        for (int i = 0; i < x.length; i++) {
            x[i] = Samplers.gaussian(stream);
        }
        boolean classes = task == Task.CLASSIFICATION;
        int[] labels = new int[classes ? ROWS : 0];
        double[] targets = new double[classes ? 0 : ROWS];
        for (int i = 0; i < ROWS; i++) {
            if (classes) {
                labels[i] = stream.nextInt(outputs);
            } else {
                targets[i] = Samplers.gaussian(stream);
            }
        }
        return new Examples(x, ROWS, INPUTS, labels, targets);
    }
}
