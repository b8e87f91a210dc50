package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.scene.Surface.Cap;
import org.fedarium.simulation.StepRecord;

/// The card above the stage: the formula of the current phase, one sentence, and this round's
/// numbers lighting up as they arrive. Looks right from 92 pixels of height on; below 80 only its
/// first line is drawn.
public final class FormulaCard {
    private static final double INSET = 16;
    private static final double GAP = 24;
    private static final double SMALLEST_FORMULA = 12;

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
        double type = view.presenter() ? 1.25 : 1;
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

    private static void firstLine(
            Surface s,
            StageView view,
            Moment moment,
            double left,
            double right,
            double y,
            double type) {
        double size = 21 * type;
        MathText formula = fitting(s, Formulas.of(view), right - left);
        String sentence = FormulaSentence.of(view, moment);
        double textSize = 13 * type;
        double sentenceWidth = RichText.width(s, sentence, textSize);
        while (size > 17 && formula.width(s, size) + sentenceWidth + GAP > right - left) {
            size -= 1;
        }
        while (size > SMALLEST_FORMULA && formula.width(s, size) > right - left) {
            size -= 1;
        }
        s.save();
        // A formula too long even so ends at the card's edge instead of running over it.
        s.clip(left, y - 2 * size, right - left, 4 * size);
        double end = formula.paint(s, left, y + 0.3 * size, size, view.theme().color("ink"));
        s.restore();
        if (end + GAP / 2 + sentenceWidth <= right) {
            RichText.paint(
                    s,
                    sentence,
                    right - sentenceWidth,
                    y,
                    textSize,
                    view.theme().color("ink2"),
                    view.theme().color("ink"));
        }
    }

    /// A formula with conditions after a comma that is too long even in the smallest type is shown
    /// without them; the arithmetic of the aggregation has it whole.
    private static MathText fitting(Surface s, String formula, double width) {
        MathText whole = MathText.of(formula);
        int comma = formula.indexOf(", ");
        boolean fits = whole.width(s, SMALLEST_FORMULA) <= width;
        return fits || comma < 0 ? whole : MathText.of(formula.substring(0, comma) + ", \u2026");
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
