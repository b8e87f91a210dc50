package org.fedarium.model;

import org.fedarium.data.Examples;
import org.fedarium.data.FederatedData;
import org.fedarium.data.Task;
import org.fedarium.math.Statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Measures a model on the pooled data: the global training, validation and test values that a step
/// carries, in the order of [#specs]. A value without data is NaN.
///
/// Training values include the L2 penalty in the loss, because that is what is minimised.
public final class Metrics {
    /// Confusion matrices of more classes than this are not kept.
    public static final int MAX_CONFUSION_CLASSES = 64;

    private final FederatedData data;
    private final Model model;
    private final double targetScale;
    private final int rareClass;
    private final List<MetricSpec> specs;

    /// @param targetScale factor from the model's target unit to the data's (the deviation by which
    ///     targets were divided), so that errors are reported in the data's unit
    public Metrics(FederatedData data, Model model, double targetScale, String targetUnit) {
        this.data = data;
        this.model = model;
        this.targetScale = targetScale;
        this.rareClass = rarestClass(data);
        this.specs = specs(data, rareClass, targetUnit);
    }

    public List<MetricSpec> specs() {
        return specs;
    }

    /// All values for one parameter vector. `kernel` belongs to the calling thread.
    public double[] measure(double[] theta, Model.Kernel kernel, int[] confusion) {
        double[] values = new double[specs.size()];
        Arrays.fill(values, Double.NaN);
        if (model.task() == Task.CLASSIFICATION) {
            classification(theta, kernel, values, confusion);
        } else {
            regression(theta, kernel, values);
        }
        return values;
    }

    private void classification(
            double[] theta, Model.Kernel kernel, double[] values, int[] confusion) {
        int classes = model.outputs();
        double[] p = predict(theta, kernel, data.train());
        values[0] = meanLogLoss(p, data.train(), classes) + kernel.penalty(theta);
        values[3] = accuracy(p, data.train(), classes);
        if (data.validation().rows() > 0) {
            p = predict(theta, kernel, data.validation());
            values[1] = meanLogLoss(p, data.validation(), classes);
            values[4] = accuracy(p, data.validation(), classes);
        }
        Examples test = data.test();
        if (test.rows() > 0) {
            p = predict(theta, kernel, test);
            values[2] = meanLogLoss(p, test, classes);
            values[5] = accuracy(p, test, classes);
            values[6] = areaUnderCurve(p, test, classes);
            values[7] = recall(p, test, classes);
            if (confusion.length > 0) {
                Arrays.fill(confusion, 0);
                for (int i = 0; i < test.rows(); i++) {
                    confusion[test.labels()[i] * classes + predicted(p, i, classes)]++;
                }
            }
        }
    }

    private void regression(double[] theta, Model.Kernel kernel, double[] values) {
        double[] train = squares(predict(theta, kernel, data.train()), data.train());
        values[0] = 0.5 * train[0] + kernel.penalty(theta);
        values[3] = 1 - train[0] / train[2];
        if (data.validation().rows() > 0) {
            double[] v = squares(predict(theta, kernel, data.validation()), data.validation());
            values[1] = 0.5 * v[0];
            values[4] = 1 - v[0] / v[2];
        }
        if (data.test().rows() > 0) {
            double[] test = squares(predict(theta, kernel, data.test()), data.test());
            values[2] = 0.5 * test[0];
            values[5] = 1 - test[0] / test[2];
            values[6] = test[0] * targetScale * targetScale;
            values[7] = Math.sqrt(test[0]) * targetScale;
            values[8] = test[1] * targetScale;
        }
    }

    private double[] predict(double[] theta, Model.Kernel kernel, Examples examples) {
        double[] out = new double[examples.rows() * model.outputs()];
        kernel.predict(theta, examples, 0, examples.rows(), out);
        return out;
    }

    private static double meanLogLoss(double[] p, Examples examples, int classes) {
        double sum = 0;
        for (int i = 0; i < examples.rows(); i++) {
            // The smallest normal number stands for an underflowed probability: loss 708 nats.
            double likelihood = p[i * classes + examples.labels()[i]];
            sum -= StrictMath.log(likelihood < Double.MIN_NORMAL ? Double.MIN_NORMAL : likelihood);
        }
        return sum / examples.rows();
    }

    private static int predicted(double[] p, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (p[row * classes + k] > p[row * classes + best]) {
                best = k;
            }
        }
        return best;
    }

    private static double accuracy(double[] p, Examples examples, int classes) {
        int right = 0;
        for (int i = 0; i < examples.rows(); i++) {
            if (predicted(p, i, classes) == examples.labels()[i]) {
                right++;
            }
        }
        return (double) right / examples.rows();
    }

    private double areaUnderCurve(double[] p, Examples test, int classes) {
        if (classes == 2) {
            return areaOf(p, test, classes, rareClass);
        }
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < classes; k++) {
            double area = areaOf(p, test, classes, k);
            if (!Double.isNaN(area)) {
                sum += area;
                counted++;
            }
        }
        return sum / counted;
    }

    private static double areaOf(double[] p, Examples test, int classes, int positive) {
        double[] score = new double[test.rows()];
        boolean[] isPositive = new boolean[test.rows()];
        for (int i = 0; i < score.length; i++) {
            score[i] = p[i * classes + positive];
            isPositive[i] = test.labels()[i] == positive;
        }
        return Statistics.areaUnderCurve(score, isPositive);
    }

    private double recall(double[] p, Examples test, int classes) {
        int[] count = new int[classes];
        int[] found = new int[classes];
        for (int i = 0; i < test.rows(); i++) {
            int label = test.labels()[i];
            count[label]++;
            if (predicted(p, i, classes) == label) {
                found[label]++;
            }
        }
        if (classes == 2) {
            return (double) found[rareClass] / count[rareClass];
        }
        double sum = 0;
        int counted = 0;
        for (int k = 0; k < classes; k++) {
            if (count[k] > 0) {
                sum += (double) found[k] / count[k];
                counted++;
            }
        }
        return sum / counted;
    }

    /// Mean squared error, mean absolute error, and mean squared deviation from the mean.
    private static double[] squares(double[] predicted, Examples examples) {
        int n = examples.rows();
        double mean = Statistics.mean(examples.targets());
        double[] sums = new double[3];
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - examples.targets()[i];
            double deviation = examples.targets()[i] - mean;
            sums[0] += error * error;
            sums[1] += Math.abs(error);
            sums[2] += deviation * deviation;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= n;
        }
        return sums;
    }

    private static int rarestClass(FederatedData data) {
        int[] count = new int[Math.max(1, data.classNames().size())];
        for (int label : data.train().labels()) {
            count[label]++;
        }
        int rare = 0;
        for (int k = 1; k < count.length; k++) {
            if (count[k] < count[rare]) {
                rare = k;
            }
        }
        return rare;
    }

    private static List<MetricSpec> specs(FederatedData data, int rare, String unit) {
        List<MetricSpec> specs = new ArrayList<>();
        boolean classes = data.task() == Task.CLASSIFICATION;
        String loss = classes ? "mean of −log p(true class)" : "mean of 1/2 (ŷ − y)²";
        String lossUnit = classes ? "nats" : "";
        specs.add(
                new MetricSpec(
                        "trainLoss",
                        "Loss of the global model on the pooled training data, with L2 penalty",
                        loss + " + 1/2 l2 ‖W‖²",
                        lossUnit,
                        false,
                        false));
        for (String part : List.of("validation", "test")) {
            specs.add(
                    new MetricSpec(
                            part + "Loss",
                            "Loss of the global model on the pooled " + part + " data",
                            loss,
                            lossUnit,
                            false,
                            false));
        }
        for (String part : List.of("train", "validation", "test")) {
            String where = " of the global model on the pooled " + wordFor(part) + " data";
            specs.add(
                    classes
                            ? new MetricSpec(
                                    part + "Accuracy",
                                    "Accuracy" + where,
                                    "share of examples whose most probable class is the true one",
                                    "",
                                    true,
                                    true)
                            : new MetricSpec(
                                    part + "R2",
                                    "R²" + where,
                                    "1 − Σ(ŷ − y)² / Σ(y − ȳ)²",
                                    "",
                                    false,
                                    true));
        }
        if (classes) {
            addTestClassMetrics(specs, data, rare);
        } else {
            addTestErrors(specs, unit);
        }
        return List.copyOf(specs);
    }

    private static String wordFor(String part) {
        return part.equals("train") ? "training" : part;
    }

    private static void addTestClassMetrics(List<MetricSpec> specs, FederatedData data, int rare) {
        boolean binary = data.classNames().size() == 2;
        String positive = binary ? data.classNames().get(rare) : "";
        specs.add(
                new MetricSpec(
                        "testAuc",
                        binary
                                ? "AUC for \"" + positive + "\" on the pooled test data"
                                : "AUC, mean over classes against the rest, pooled test data",
                        "share of (positive, negative) pairs that the model orders right",
                        "",
                        false,
                        true));
        specs.add(
                new MetricSpec(
                        "testRecall",
                        binary
                                ? "Recall of \"" + positive + "\" on the pooled test data"
                                : "Recall, mean over classes, pooled test data",
                        "true positives / (true positives + false negatives)",
                        "",
                        true,
                        true));
    }

    private static void addTestErrors(List<MetricSpec> specs, String unit) {
        specs.add(error("testMse", "Mean squared error", "mean of (ŷ − y)²", unit, "²"));
        specs.add(error("testRmse", "Root mean squared error", "√ mean of (ŷ − y)²", unit, ""));
        specs.add(error("testMae", "Mean absolute error", "mean of |ŷ − y|", unit, ""));
    }

    private static MetricSpec error(
            String id, String name, String formula, String unit, String power) {
        return new MetricSpec(
                id,
                name + " of the global model on the pooled test data",
                formula,
                unit.isEmpty() ? "" : unit + power,
                false,
                false);
    }
}
