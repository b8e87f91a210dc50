package org.fedarium.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    /// @param number only its value is shown, because the column is low
    record Cell(int tile, double x, double y, double width, double height, boolean number) {}

    /// @param kinds   of the plots, in their order
    /// @param chosen  the plot shown where there is room for one
    /// @param numberHeight height of a plot that is only a number
    static PlotLayout of(
            List<PlotKind> kinds,
            int chosen,
            double width,
            double height,
            boolean presenting,
            double numberHeight) {
        if (kinds.isEmpty()) {
            return new PlotLayout(false, List.of(), height);
        }
        if (width < NARROW) {
            int shown = Math.max(0, Math.min(chosen, kinds.size() - 1));
            return new PlotLayout(
                    true, List.of(new Cell(shown, 0, 0, width, height, false)), height);
        }
        boolean low = presenting || height < LOW && kinds.size() <= NUMBERS;
        if (!presenting && width >= WIDE && height >= LOW && kinds.size() > 1) {
            return inColumns(kinds, width, height);
        }
        int n = kinds.size();
        double[] shares = new double[n];
        double[] least = new double[n];
        double fixed = 0;
        for (int i = 0; i < n; i++) {
            boolean number = low && n > 1 && kinds.get(i).id().equals("metric");
            shares[i] = number ? 0 : kinds.get(i).share();
            least[i] = number ? numberHeight : low ? 0 : kinds.get(i).least();
            fixed += number ? numberHeight : 0;
        }
        double[] heights = heights(shares, least, Math.max(height, fixed));
        List<Cell> cells = new ArrayList<>();
        double y = 0;
        for (int i = 0; i < n; i++) {
            cells.add(new Cell(i, 0, y, width, heights[i], shares[i] == 0));
            y += heights[i];
        }
        return new PlotLayout(false, List.copyOf(cells), Math.max(height, y));
    }

    /// Pairs side by side; an odd last one has a row to itself.
    private static PlotLayout inColumns(List<PlotKind> kinds, double width, double height) {
        int rows = (kinds.size() + 1) / 2;
        double[] shares = new double[rows];
        double[] least = new double[rows];
        for (int i = 0; i < kinds.size(); i++) {
            // Plots of two columns are low for their width, so rows differ less than in one.
            shares[i / 2] = Math.max(shares[i / 2], 30 + kinds.get(i).share());
            least[i / 2] = Math.max(least[i / 2], kinds.get(i).least());
        }
        double[] heights = heights(shares, least, height);
        List<Cell> cells = new ArrayList<>();
        double y = 0;
        double half = Math.floor(width / 2);
        for (int i = 0; i < kinds.size(); i++) {
            boolean alone = i == kinds.size() - 1 && i % 2 == 0;
            double w = alone ? width : i % 2 == 0 ? half : width - half;
            cells.add(new Cell(i, i % 2 == 0 ? 0 : half, y, w, heights[i / 2], false));
            if (i % 2 == 1 || alone) {
                y += heights[i / 2];
            }
        }
        return new PlotLayout(false, List.copyOf(cells), Math.max(height, y));
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
