package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where numbers lie on a drawn chart, and which ones are near the pointer.
///
/// @param left,top,width,height the plot area in pixels
public record PlotGeometry(ChartData data, double left, double top, double width, double height) {

    public double pixelX(double x) {
        return left + data.x().position(x) * width;
    }

    public double pixelY(double y) {
        return top + height - data.y().position(y) * height;
    }

    public double valueX(double pixel) {
        return data.x().value((pixel - left) / width);
    }

    public boolean contains(double x, double y) {
        return x >= left && x <= left + width && y >= top && y <= top + height;
    }

    /// A point of a series.
    public record Hit(Series series, double x, double y) {}

    /// The point nearest to a pixel within `reach` pixels, or null.
    public @Nullable Hit nearest(double px, double py, double reach) {
        Hit best = null;
        double least = reach * reach;
        for (Series s : data.series()) {
            if (s.role() == Role.PULL) {
                continue;
            }
            for (int i = lowerBound(s.x(), valueX(px - reach)); i < s.size(); i++) {
                double dx = pixelX(s.x()[i]) - px;
                if (dx > reach) {
                    break;
                }
                double dy = pixelY(s.y()[i]) - py;
                if (dx * dx + dy * dy <= least) {
                    least = dx * dx + dy * dy;
                    best = new Hit(s, s.x()[i], s.y()[i]);
                }
            }
        }
        return best;
    }

    /// The value of every series at the drawn point nearest to x, highest on the screen first.
    /// Series without a point within `reach` pixels are left out, and of a client's pieces all but
    /// the nearest.
    public List<Hit> at(double x, double reach) {
        List<Hit> hits = new ArrayList<>();
        for (Series s : data.series()) {
            if (s.role() == Role.PULL || s.size() == 0) {
                continue;
            }
            if (s.role() == Role.OPTIMUM) {
                hits.add(new Hit(s, x, s.lastY()));
                continue;
            }
            int above = lowerBound(s.x(), x);
            int i = above;
            if (above == s.size() || above > 0 && x - s.x()[above - 1] < s.x()[above] - x) {
                i = above - 1;
            }
            if (Math.abs(pixelX(s.x()[i]) - pixelX(x)) <= reach) {
                addNearest(hits, new Hit(s, s.x()[i], s.y()[i]), x);
            }
        }
        hits.sort(Comparator.comparingDouble(h -> -h.y()));
        return hits;
    }

    private static void addNearest(List<Hit> hits, Hit next, double x) {
        Series series = next.series();
        for (int i = 0; series.role() == Role.CLIENT && i < hits.size(); i++) {
            Hit other = hits.get(i);
            boolean same = other.series().role() == Role.CLIENT;
            if (same && other.series().client() == series.client()) {
                if (Math.abs(next.x() - x) < Math.abs(other.x() - x)) {
                    hits.set(i, next);
                }
                return;
            }
        }
        hits.add(next);
    }

    private static int lowerBound(double[] sorted, double x) {
        int at = java.util.Arrays.binarySearch(sorted, x);
        return at >= 0 ? at : -at - 1;
    }
}
