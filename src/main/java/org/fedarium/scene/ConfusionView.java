package org.fedarium.scene;

import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.StepRecord;

import java.util.Arrays;

/// The test set's confusion matrix of the global model after one step.
///
/// @param round  the step
/// @param counts [true class * classes + predicted class] test examples; empty for regression,
///     without test data, or when there are too many classes to keep it
/// @param pointed the row and the column pointed at
public record ConfusionView(RunInfo info, int round, int[] counts, ClassPair pointed) {

    public static ConfusionView of(StepRecord step, RunInfo info) {
        return new ConfusionView(info, step.round(), step.confusion(), ClassPair.NONE);
    }

    /// The same with a row and a column marked; classes that the matrix lacks mark nothing.
    public ConfusionView pointedAt(ClassPair pair) {
        return new ConfusionView(info, round, counts, pair.within(classes()));
    }

    /// True when there is no such matrix.
    public boolean isEmpty() {
        return counts.length == 0;
    }

    public int classes() {
        return isEmpty() ? 0 : info.dataset().classes();
    }

    public int count(int truth, int predicted) {
        return counts[truth * classes() + predicted];
    }

    public int ofTrue(int truth) {
        int sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += count(truth, c);
        }
        return sum;
    }

    public int ofPredicted(int predicted) {
        int sum = 0;
        for (int r = 0; r < classes(); r++) {
            sum += count(r, predicted);
        }
        return sum;
    }

    public int total() {
        return Arrays.stream(counts).sum();
    }

    public int right() {
        int sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += count(c, c);
        }
        return sum;
    }

    public double accuracy() {
        return (double) right() / total();
    }

    /// Share of the examples of a class that got some class; NaN when the class has none.
    public double share(int truth, int predicted) {
        return (double) count(truth, predicted) / ofTrue(truth);
    }

    public double recall(int truth) {
        return share(truth, truth);
    }

    /// Share of right ones among the examples that got a class; NaN when none did.
    public double precision(int predicted) {
        return (double) count(predicted, predicted) / ofPredicted(predicted);
    }

    public String name(int index) {
        return info.dataset().classNames().get(index);
    }

    private Texts words(Texts texts) {
        return texts.variant(info.rhythm().name());
    }

    /// What the picture shows, for below it; of a pointed-at entry its number in words.
    public String caption(Texts texts) {
        return pointed.isNone()
                ? words(texts).get("plot.confusion.caption", round)
                : tell(texts, pointed.truth() * classes() + pointed.predicted());
    }

    /// The main numbers in one sentence.
    public String spoken(Texts texts) {
        if (isEmpty()) {
            return texts.get("plot.confusion.none");
        }
        int worst = -1;
        int error = -1;
        for (int i = 0; i < counts.length; i++) {
            int truth = i / classes();
            if (i % classes() != truth) {
                error = error < 0 || counts[i] > counts[error] ? i : error;
            } else if (ofTrue(truth) > 0 && (worst < 0 || recall(truth) < recall(worst))) {
                worst = truth;
            }
        }
        String most =
                error < 0 || counts[error] == 0
                        ? texts.get("plot.confusion.spoken.perfect")
                        : texts.get(
                                "plot.confusion.spoken.error",
                                name(error / classes()),
                                name(error % classes()),
                                counts[error]);
        return words(texts)
                .get(
                        "plot.confusion.spoken",
                        round,
                        Numbers.percent(accuracy()),
                        right(),
                        total(),
                        worst < 0 ? "\u2013" : name(worst),
                        worst < 0 ? "\u2013" : Numbers.percent(recall(worst)),
                        most);
    }

    /// One entry in words, with the full names of its classes.
    public String tell(Texts texts, int entry) {
        int truth = entry / classes();
        int predicted = entry % classes();
        return texts.get(
                "plot.confusion.cell",
                name(truth),
                name(predicted),
                counts[entry],
                ofTrue(truth),
                Numbers.percent(share(truth, predicted)));
    }
}
