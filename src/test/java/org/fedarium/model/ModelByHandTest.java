package org.fedarium.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.fedarium.data.Examples;
import org.fedarium.data.Task;
import org.junit.jupiter.api.Test;

class ModelByHandTest {

    @Test
    void linearRegressionHasHalfTheSquaredErrorAsLoss() {
        Model model =
                new LinearRegression()
                        .build(
                                Values.defaults(new LinearRegression().describe()),
                                Task.REGRESSION,
                                2,
                                1);
        // w = (2, -1), b = 0.5; x = (3, 4): prediction 2.5, target 1: error 1.5.
        double[] theta = {2, -1, 0.5};
        Examples one = new Examples(new double[] {3, 4}, 1, 2, new int[0], new double[] {1});
        double[] gradient = new double[3];
        Model.Kernel kernel = model.newKernel();
        kernel.gradient(theta, one, new int[] {0}, 0, 1, gradient);
        assertThat(kernel.lossSum(theta, one, 0, 1)).isEqualTo(1.125);
        assertThat(gradient).containsExactly(4.5, 6, 1.5);
        assertThat(model.layout().names()).containsExactly("W1[1,1]", "W1[1,2]", "b1[1]");
    }

    @Test
    void softmaxOfTheKnownInversionCaseHasThePublishedBiasGradient() {
        // known answer gradient_inversion_softmax_batch1
        double[] theta = {
            0.1, 0.2, -0.3, 0.4, -0.5, 0.6, -0.2, 0.3, 0.1, 0.0, 0.1, -0.1, 0.1, 0.0, -0.1, 0.2
        };
        Model model =
                new SoftmaxRegression()
                        .build(
                                Values.defaults(new SoftmaxRegression().describe()),
                                Task.CLASSIFICATION,
                                3,
                                4);
        Examples one = new Examples(new double[] {0.5, -1, 2}, 1, 3, new int[] {2}, new double[0]);
        double[] gradient = new double[16];
        model.newKernel().gradient(theta, one, new int[] {0}, 0, 1, gradient);
        assertThat(gradient[12]).isCloseTo(0.05896426549711703, within(1e-12));
        assertThat(gradient[13]).isCloseTo(0.7551614676900746, within(1e-12));
        assertThat(gradient[14]).isCloseTo(-0.9163257243064042, within(1e-12));
        assertThat(gradient[15]).isCloseTo(0.10219999111921241, within(1e-12));
        assertThat(gradient[0]).isCloseTo(0.029482132748558515, within(1e-12));
    }

    @Test
    void aHugeLogitDoesNotOverflow() {
        Model model =
                new SoftmaxRegression()
                        .build(
                                Values.defaults(new SoftmaxRegression().describe()),
                                Task.CLASSIFICATION,
                                1,
                                2);
        Examples one = new Examples(new double[] {1}, 1, 1, new int[] {1}, new double[0]);
        double[] theta = {5000, -5000, 0, 0};
        assertThat(model.newKernel().lossSum(theta, one, 0, 1)).isEqualTo(10_000);
    }

    @Test
    void parametersOfWideLayersAreNamedByOutputAndInputWhateverTheirStorage() {
        Model model =
                new MultilayerPerceptron()
                        .build(
                                Values.defaults(new MultilayerPerceptron().describe()),
                                Task.CLASSIFICATION,
                                3,
                                2);
        ParameterLayout layout = model.layout();
        assertThat(layout.block("W1").inputMajor()).isTrue();
        assertThat(layout.nameOf(layout.block("W1").index(5, 2))).isEqualTo("W1[6,3]");
        assertThat(layout.nameOf(layout.block("W2").index(1, 63))).isEqualTo("W2[2,64]");
        assertThat(layout.nameOf(layout.block("b2").index(0, 1))).isEqualTo("b2[2]");
    }
}
