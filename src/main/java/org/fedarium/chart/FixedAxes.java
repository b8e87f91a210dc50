package org.fedarium.chart;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// JFreeChart axes that show exactly the range and the ticks of an [AxisScale].
final class FixedAxes {
    private FixedAxes() {}

    static ValueAxis of(AxisScale scale) {
        ValueAxis axis = scale.log() ? new Log(scale) : new Linear(scale);
        axis.setAutoRange(false);
        axis.setRange(scale.min(), scale.max());
        return axis;
    }

    private static List<NumberTick> ticks(AxisScale scale, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        TextAnchor anchor =
                RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        for (int i = 0; i < scale.ticks().length; i++) {
            double value = scale.ticks()[i];
            ticks.add(new NumberTick(value, scale.labels().get(i), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
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
            return ticks(scale, edge);
        }
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
