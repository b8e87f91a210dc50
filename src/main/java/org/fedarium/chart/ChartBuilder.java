package org.fedarium.chart;

import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Turns [ChartData] into a themed JFreeChart: horizontal grid only, an x axis line, no legend,
/// texts at the line ends, the future shaded.
public final class ChartBuilder {
    /// Room for the numbers of the y axis, the same for all charts, so that they are aligned.
    private static final double LEFT = 45;

    private static final double BOTTOM = 26;
    private static final double TOP = 8;
    private static final double RIGHT = 16;

    private ChartBuilder() {}

    /// A new chart; notifications are off, so it may be drawn by any one thread.
    public static JFreeChart build(ChartData data, ChartStyle style) {
        List<Series> series =
                data.series().stream().filter(s -> style.live() || !s.live()).toList();
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (Series s : series) {
            dataset.addSeries(s.id(), new double[][] {s.x(), s.y()});
        }
        ValueAxis x = FixedAxes.of(data.x());
        ValueAxis y = FixedAxes.of(data.y());
        CurveRenderer renderer = new CurveRenderer(series, data.identity(), style);
        XYPlot plot = new XYPlot(dataset, x, y, renderer);
        plot.setNotify(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        Furniture furniture = new Furniture(data, style);
        renderer.addAnnotation(furniture.below(), Layer.BACKGROUND);
        renderer.addAnnotation(furniture.above(), Layer.FOREGROUND);
        dress(plot, x, y, data, style);
        JFreeChart chart = new FreshChart(plot, style);
        chart.setNotify(false);
        chart.setBackgroundPaint(style.background());
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        if (style.titled()) {
            addTitles(chart, data, style);
        }
        return chart;
    }

    /// FXGraphics2D remembers the font, paint and stroke set last and skips setting them again, but
    /// the canvas beneath forgets them between two drawings. Setting others first makes it forget
    /// too.
    private static final class FreshChart extends JFreeChart {
        private static final long serialVersionUID = 1L;
        private static final Font OTHER = new Font(Font.SERIF, Font.ITALIC, 1);

        FreshChart(XYPlot plot, ChartStyle style) {
            super(null, style.titleFont(), plot, false);
        }

        @Override
        public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, ChartRenderingInfo info) {
            g2.setFont(OTHER);
            g2.setPaint(Color.MAGENTA);
            g2.setStroke(new BasicStroke(0.123f));
            super.draw(g2, area, anchor, info);
        }
    }

    private static void dress(
            XYPlot plot, ValueAxis x, ValueAxis y, ChartData data, ChartStyle style) {
        double s = style.scale();
        plot.setBackgroundPaint(style.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(data.xGrid());
        for (ValueAxis axis : List.of(x, y)) {
            axis.setTickLabelFont(style.font());
            axis.setTickLabelPaint(style.color("ink3"));
            axis.setAxisLinePaint(style.color("axis"));
            axis.setAxisLineStroke(new BasicStroke(1));
        }
        plot.setRangeGridlinePaint(style.color("grid"));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setDomainGridlinePaint(style.color("grid"));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        y.setAxisLineVisible(false);
        y.setTickMarksVisible(false);
        // JFreeChart reads the left inset as the gap between the numbers and an axis to their
        // right.
        y.setTickLabelInsets(new RectangleInsets(0, 7 * s, 0, 0));
        x.setTickMarksVisible(true);
        x.setTickMarkPaint(style.color("axis"));
        x.setTickMarkOutsideLength((float) (4 * s));
        x.setTickLabelInsets(new RectangleInsets(3 * s, 0, 0, 0));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(TOP * s, 0, 0, rightRoom(data) * s));
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(BOTTOM * s);
        plot.setFixedDomainAxisSpace(bottom, false);
        AxisSpace left = new AxisSpace();
        left.setLeft(leftRoom(data) * s);
        plot.setFixedRangeAxisSpace(left, false);
    }

    /// Room left of the plot at scale 1: wider only when a number needs it.
    private static double leftRoom(ChartData data) {
        int longest = data.y().labels().stream().mapToInt(String::length).max().orElse(0);
        return Math.max(LEFT, 14 + 7.2 * longest);
    }

    /// Room for the right half of the last round's number, and for the names of classes.
    private static double rightRoom(ChartData data) {
        int length = data.x().labels().getLast().length();
        return Math.max(Math.max(RIGHT, 4 + 3.6 * length), 4 + Labels.classRoom(data));
    }

    private static void addTitles(JFreeChart chart, ChartData data, ChartStyle style) {
        double s = style.scale();
        TextTitle title = new TextTitle(data.title(), style.titleFont());
        title.setPaint(style.color("ink"));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(12 * s, 16 * s, 0, 16 * s));
        chart.setTitle(title);
        TextTitle caption = new TextTitle(data.caption(), style.font());
        caption.setPaint(style.color("ink3"));
        caption.setTextAlignment(HorizontalAlignment.LEFT);
        caption.setHorizontalAlignment(HorizontalAlignment.LEFT);
        caption.setPadding(new RectangleInsets(2 * s, 16 * s, 4 * s, 16 * s));
        chart.addSubtitle(caption);
        chart.setPadding(new RectangleInsets(0, 0, 6 * s, 4 * s));
    }
}
