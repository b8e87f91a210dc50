package org.fedarium.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How the plots share the right column.
///
/// @param tabs   one plot at a time (windows under 1280 wide)
/// @param cells  where the plots stand; with tabs only the chosen one
/// @param height of all of them together, at least that of the column
record PlotLayout(boolean tabs, List<Cell> cells, double height) {
    private static final double NARROW = 400;
    private static final double WIDE = 600;
    private static final double LOW = 650;
    private static final int NUMBERS = 3;

    /// Lines over steps that stand upright say less than lying ones: most height per width.
    static final double UPRIGHT = 1.1;
    private static final double ALONE = 1.45;

    /// A plot with the face it shows.
    ///
    /// @param lines it shows lines over steps
    record Plot(PlotKind kind, boolean lines) {
        /// Most height at a width.
        private double most(double width) {
            return lines ? Math.floor(UPRIGHT * width) : Double.POSITIVE_INFINITY;
        }
    }

    /// @param number only its value is shown, because the column is low
    record Cell(int tile, double x, double y, double width, double height, boolean number) {}

    /// @param plots   in their order
    /// @param chosen  the plot shown where there is room for one
    /// @param numberHeight height of a plot that is only a number
    static PlotLayout of(
            List<Plot> plots,
            int chosen,
            double width,
            double height,
            boolean presenting,
            double numberHeight) {
        if (plots.isEmpty()) {
            return new PlotLayout(false, List.of(), height);
        }
        if (width < NARROW) {
            int shown = Math.max(0, Math.min(chosen, plots.size() - 1));
            // A plot that stands alone may be taller: else much of its column would be empty.
            double high = Math.min(height, plots.get(shown).most(ALONE * width));
            return new PlotLayout(true, List.of(new Cell(shown, 0, 0, width, high, false)), height);
        }
        boolean low = presenting || height < LOW && plots.size() <= NUMBERS;
        boolean wide = !presenting && width >= WIDE && height >= LOW;
        // One column has the widest plots; two are for more plots than it has room for.
        if (wide && plots.stream().mapToDouble(p -> p.kind().least()).sum() > height) {
            return inColumns(plots, width, height);
        }
        int n = plots.size();
        double[] shares = new double[n];
        double[] least = new double[n];
        double[] most = new double[n];
        double fixed = 0;
        for (int i = 0; i < n; i++) {
            PlotKind kind = plots.get(i).kind();
            boolean number = low && n > 1 && kind.id().equals("metric");
            shares[i] = number ? 0 : kind.share();
            least[i] = number ? numberHeight : low ? 0 : kind.least();
            most[i] = plots.get(i).most(width);
            fixed += number ? numberHeight : 0;
        }
        double[] heights = heights(shares, least, most, Math.max(height, fixed));
        List<Cell> cells = new ArrayList<>();
        double y = 0;
        for (int i = 0; i < n; i++) {
            cells.add(new Cell(i, 0, y, width, heights[i], shares[i] == 0));
            y += heights[i];
        }
        return new PlotLayout(false, List.copyOf(cells), Math.max(height, y));
    }

    /// Pairs side by side; an odd last one has a row to itself.
    private static PlotLayout inColumns(List<Plot> plots, double width, double height) {
        int rows = (plots.size() + 1) / 2;
        double half = Math.floor(width / 2);
        double[] shares = new double[rows];
        double[] least = new double[rows];
        double[] most = new double[rows];
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        for (int i = 0; i < plots.size(); i++) {
            PlotKind kind = plots.get(i).kind();
            boolean alone = i == plots.size() - 1 && i % 2 == 0;
            // Plots of two columns are low for their width, so rows differ less than in one.
            shares[i / 2] = Math.max(shares[i / 2], 30 + kind.share());
            least[i / 2] = Math.max(least[i / 2], kind.least());
            most[i / 2] = Math.min(most[i / 2], plots.get(i).most(alone ? width : half));
        }
        double[] heights = heights(shares, least, most, height);
        List<Cell> cells = new ArrayList<>();
        double y = 0;
        for (int i = 0; i < plots.size(); i++) {
            boolean alone = i == plots.size() - 1 && i % 2 == 0;
            double w = alone ? width : i % 2 == 0 ? half : width - half;
            cells.add(new Cell(i, i % 2 == 0 ? 0 : half, y, w, heights[i / 2], false));
            if (i % 2 == 1 || alone) {
                y += heights[i / 2];
            }
        }
        return new PlotLayout(false, List.copyOf(cells), Math.max(height, y));
    }

    /// Heights in the ratio of the shares within bounds: what one may not have goes to the others,
    /// and what none may have stays empty. Whole pixels where the bounds are.
    static double[] heights(double[] shares, double[] least, double[] most, double height) {
        int n = shares.length;
        boolean[] full = new boolean[n];
        while (true) {
            double[] result = most.clone();
            int[] open = IntStream.range(0, n).filter(i -> !full[i]).toArray();
            double used =
                    IntStream.range(0, n).filter(i -> full[i]).mapToDouble(i -> most[i]).sum();
            double[] rest =
                    heights(
                            Arrays.stream(open).mapToDouble(i -> shares[i]).toArray(),
                            Arrays.stream(open).mapToDouble(i -> least[i]).toArray(),
                            height - used);
            boolean again = false;
            for (int k = 0; k < open.length; k++) {
                int i = open[k];
                result[i] = rest[k];
                full[i] = rest[k] > most[i];
                again |= full[i];
            }
            if (!again) {
                return result;
            }
        }
    }

    /// Heights in the ratio of the shares, none below its least; together the height when it is
    /// enough for that, else the sum of the least ones. Whole pixels.
    static double[] heights(double[] shares, double[] least, double height) {
        int n = shares.length;
        double[] result = least.clone();
        boolean[] held = new boolean[n];
        while (true) {
            double free = height;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                free -= held[i] ? least[i] : 0;
                sum += held[i] ? 0 : shares[i];
            }
            boolean again = false;
            for (int i = 0; i < n; i++) {
                if (!held[i] && (sum == 0 || free * shares[i] / sum < least[i])) {
                    held[i] = true;
                    again = true;
                }
            }
            if (!again) {
                double used = 0;
                int last = -1;
                for (int i = 0; i < n; i++) {
                    result[i] = held[i] ? least[i] : Math.floor(free * shares[i] / sum);
                    used += result[i];
                    last = held[i] ? last : i;
                }
                if (last >= 0) {
                    result[last] += Math.floor(height - used);
                }
                return result;
            }
            if (Arrays.equals(held, filled(n))) {
                return least.clone();
            }
        }
    }

    private static boolean[] filled(int n) {
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        return all;
    }
}
