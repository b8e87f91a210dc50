package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.StepRecord;

/// The card above the stage: the formula of the current phase, one sentence, and this round's
/// numbers lighting up as they arrive. Looks right from 92 pixels of height on, from 112 on a size
/// larger; below 80 only its first line is drawn.
public final class FormulaCard {
    private static final double INSET = 16;
    private static final double GAP = 24;
    private static final double SMALLEST_FORMULA = 12;
    private static final double SMALLEST_TEXT = 12;
    private static final double STACKED = 16;
    private static final double ROOMY = 112;

    private FormulaCard() {}

    /// Draws the card into a rectangle.
    public static void paint(
            Surface s, StageView view, double x, double y, double width, double height) {
        paint(s, view, new Moment(view, StageLayout.of(view)), x, y, width, height);
    }

    /// @param moment of the view
    static void paint(
            Surface s,
            StageView view,
            Moment moment,
            double x,
            double y,
            double width,
            double height) {
        int paper = view.theme().color("surface");
        s.fillRound(x, y, width, height, 12, paper);
        s.setStroke(1, Cap.BUTT);
        s.strokeRound(x + 0.5, y + 0.5, width - 1, height - 1, 12, view.theme().color("line"));
        double type = view.presenter() ? 1.25 : height >= ROOMY ? 1.2 : 1;
        double left = x + INSET;
        double right = x + width - INSET;
        boolean twoRows = height >= 80;
        double chips = TermRow.HEIGHT * type;
        double firstRow = twoRows ? y + (height - chips - 14) / 2 : y + height / 2;
        firstLine(s, view, moment, left, right, firstRow, type);
        if (twoRows) {
            double top = y + height - 14 - chips;
            secondLine(s, view, moment, left, right, top, type);
        }
    }

    /// Formula and sentence beside each other; below each other where the row is too short for
    /// that.
    private static void firstLine(
            Surface s,
            StageView view,
            Moment moment,
            double left,
            double right,
            double y,
            double type) {
        double width = right - left;
        double size = 21 * type;
        MathText formula = fitting(s, Formulas.of(view), width);
        String sentence = FormulaSentence.of(view, moment);
        double textSize = 13 * type;
        double sentenceWidth = RichText.width(s, sentence, textSize);
        while (size > 17 * type && formula.width(s, size) + sentenceWidth + GAP > width) {
            size -= 1;
        }
        boolean beside = formula.width(s, size) + sentenceWidth + GAP <= width;
        // The sentence under the stage says the same where even that is too long for the card.
        boolean stacked = !beside && RichText.width(s, sentence, SMALLEST_TEXT * type) <= width;
        double most = stacked ? STACKED * type : size;
        size = Math.min(size, most);
        while (size > SMALLEST_FORMULA && formula.width(s, size) > width) {
            size -= 1;
        }
        while (stacked && sentenceWidth > width) {
            textSize = Math.max(SMALLEST_TEXT * type, textSize - 0.25);
            sentenceWidth = RichText.width(s, sentence, textSize);
        }
        double line = stacked ? y - 0.62 * STACKED * type : y;
        s.save();
        // A formula too long even so ends at the card's edge instead of running over it.
        s.clip(left, line - 2 * size, width, 4 * size);
        formula.paint(s, left, line + 0.3 * size, size, view.theme().color("ink"));
        s.restore();
        if (beside || stacked) {
            RichText.paint(
                    s,
                    sentence,
                    stacked ? left : right - sentenceWidth,
                    stacked ? y + 0.78 * STACKED * type : y,
                    textSize,
                    view.theme().color("ink2"),
                    view.theme().color("ink"));
        }
    }

    /// A formula that is too long even in the smallest type is shown without what follows its first
    /// comma, or else without its last words; the arithmetic of the aggregation has it whole.
    private static MathText fitting(Surface s, String formula, double width) {
        MathText text = MathText.of(formula);
        int comma = formula.indexOf(", ");
        if (comma > 0 && text.width(s, SMALLEST_FORMULA) > width) {
            text = MathText.of(formula.substring(0, comma) + ", \u2026");
        }
        for (int end = formula.length() - 1;
                end > 0 && text.width(s, SMALLEST_FORMULA) > width;
                end--) {
            if (isBetweenWords(formula, end)) {
                text = MathText.of(formula.substring(0, end).strip() + " \u2026");
            }
        }
        return text;
    }

    /// Chinese words stand without spaces. What is in braces stays together.
    private static boolean isBetweenWords(String formula, int at) {
        boolean gap = formula.charAt(at) == ' ' || Character.isIdeographic(formula.codePointAt(at));
        long open = formula.chars().limit(at).filter(c -> c == '{').count();
        long closed = formula.chars().limit(at).filter(c -> c == '}').count();
        return gap && open == closed;
    }

    private static void secondLine(
            Surface s,
            StageView view,
            Moment moment,
            double left,
            double right,
            double top,
            double type) {
        StepRecord step = view.step();
        Phase phase = view.playhead().phase();
        if (step == null || phase == Phase.BROADCAST || phase == Phase.TRAIN) {
            FactRow.paint(s, view, moment, left, right, top, type);
        } else if (phase == Phase.EVALUATE || view.rhythm() == Rhythm.MIXING) {
            FactRow.paint(s, view, moment, left, right, top, type);
        } else if (phase == Phase.SELECT) {
            CohortRow.paint(s, view, moment, left, right, top, type);
        } else {
            TermRow.paint(s, view, moment, left, right, top, type);
        }
    }
}
