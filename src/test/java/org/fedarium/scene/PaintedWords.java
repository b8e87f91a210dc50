package org.fedarium.scene;

import org.fedarium.scene.RecordingSurface.Op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds words of the panel with an aggregation's arithmetic that leave the panel or touch other
/// words or bars. Letters are taken to be 0.6 of their size wide, those of
/// formulas 0.5, about as wide as those of the program.
public final class PaintedWords {
    private static final double SLACK = 1;
    private static final double INSET = 16;
    // Digits of the formulas' type are half as wide as they are high, its letters hardly more.
    private static final double FORMULA = 0.5;

    private PaintedWords() {}

    /// One line for each fault.
    public static List<String> faults(ArithmeticView view) {
        RecordingSurface surface = new RecordingSurface(FORMULA);
        ArithmeticPainter.paint(surface, view);
        List<Op> words = new ArrayList<>();
        double[] clip = null;
        for (Op op : surface.ops) {
            switch (op.kind()) {
                case "clip" -> clip = op.box();
                // The line above the result is the first drawn after the rows.
                case "line" -> clip = isRule(op, view) ? null : clip;
                case "text" -> {
                    Op seen = clip == null ? op : clipped(op, clip);
                    if (seen.box()[3] - seen.box()[1] > SLACK && !op.text().isBlank()) {
                        words.add(seen);
                    }
                }
                default -> {
                    // Not a word.
                }
            }
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            double[] box = words.get(i).box();
            if (box[0] < -SLACK
                    || box[1] < -SLACK
                    || box[2] > view.width() + SLACK
                    || box[3] > view.height() + SLACK) {
                faults.add(
                        "leaves %.0f x %.0f: \"%s\" %s"
                                .formatted(
                                        view.width(),
                                        view.height(),
                                        words.get(i).text(),
                                        Arrays.toString(box)));
            }
            for (int j = 0; j < i; j++) {
                // Signs of a formula stand above and below each other.
                boolean sign = words.get(i).text().length() < 3 && words.get(j).text().length() < 3;
                if (!sign && touch(box, words.get(j).box())) {
                    faults.add(
                            "\"%s\" on \"%s\"".formatted(words.get(i).text(), words.get(j).text()));
                }
            }
        }
        return faults;
    }

    private static boolean isRule(Op line, ArithmeticView view) {
        return line.values()[0] == INSET && line.values()[2] == view.width() - INSET;
    }

    private static Op clipped(Op op, double[] clip) {
        double[] box = op.box().clone();
        box[1] = Math.max(box[1], clip[1]);
        box[3] = Math.min(box[3], clip[3]);
        return new Op(op.kind(), op.values(), box, op.width(), op.color(), op.text());
    }

    private static boolean touch(double[] a, double[] b) {
        return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > SLACK
                && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > SLACK;
    }
}
