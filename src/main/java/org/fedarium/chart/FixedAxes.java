package org.fedarium.chart;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// JFreeChart axes that show exactly the range and the ticks of an [AxisScale].
final class FixedAxes {
    private static final double GAP = 8;
    // On the window's canvas Java2D does not know the bundled fonts and measures another, narrower
    // one; so a label counts as at least this share of the font's size per character.
    private static final double CHARACTER = 0.6;

    private FixedAxes() {}

    static ValueAxis of(AxisScale scale) {
        ValueAxis axis = scale.log() ? new Log(scale) : new Linear(scale);
        axis.setAutoRange(false);
        axis.setRange(scale.min(), scale.max());
        return axis;
    }

    private static List<NumberTick> ticks(AxisScale scale, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        boolean below = RectangleEdge.isTopOrBottom(edge);
        for (int i = 0; i < scale.ticks().length; i++) {
            String label = scale.labels().get(i);
            TextAnchor anchor = below ? belowTick(i, label) : TextAnchor.CENTER_RIGHT;
            ticks.add(new NumberTick(scale.ticks()[i], label, anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /// The first tick names the unit; it begins at the corner, away from the y axis's lowest
    /// number.
    private static TextAnchor belowTick(int index, String label) {
        boolean named = index == 0 && !label.chars().allMatch(Character::isDigit);
        return named ? TextAnchor.TOP_LEFT : TextAnchor.TOP_CENTER;
    }

    private static final class Linear extends NumberAxis {
        private static final long serialVersionUID = 1L;
        private final transient AxisScale scale;

        Linear(AxisScale scale) {
            this.scale = scale;
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            List<NumberTick> ticks = ticks(scale, edge);
            if (RectangleEdge.isTopOrBottom(edge) && ticks.size() > 2) {
                spareSecond(ticks, g2, area);
            }
            return ticks;
        }

        /// Where the named first tick reaches into the second, that stays without its number.
        private void spareSecond(List<NumberTick> ticks, Graphics2D g2, Rectangle2D area) {
            FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
            NumberTick second = ticks.get(1);
            double share = (second.getValue() - scale.min()) / (scale.max() - scale.min());
            double begin = share * area.getWidth() - metrics.stringWidth(second.getText()) / 2.0;
            String first = ticks.getFirst().getText();
            double least = ems(first) * getTickLabelFont().getSize2D();
            double end = Math.max(least, metrics.stringWidth(first));
            if (end + GAP > begin) {
                ticks.set(
                        1,
                        new NumberTick(
                                second.getNumber(),
                                "",
                                second.getTextAnchor(),
                                TextAnchor.CENTER,
                                0));
            }
        }
    }

    /// Least width in multiples of the font's size; Chinese signs are squares.
    private static double ems(String text) {
        return text.chars().mapToDouble(c -> c < 0x2E80 ? CHARACTER : 1).sum();
    }

    private static final class Log extends LogAxis {
        private static final long serialVersionUID = 1L;
        private final transient AxisScale scale;

        Log(AxisScale scale) {
            super(null);
            this.scale = scale;
        }

        @Override
        public List<NumberTick> refreshTicks(
                Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks(scale, edge);
        }
    }
}
