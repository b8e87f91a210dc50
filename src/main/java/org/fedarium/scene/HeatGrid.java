package org.fedarium.scene;

/// Where the cells of a coloured table lie: rows from the top, columns from the left, in pixels.
///
/// @param wide width of a cell with its gap
/// @param high height of a cell with its gap
record HeatGrid(double left, double top, int rows, int columns, double wide, double high) {
    private static final double GAPS_FROM = 8;

    double x(int column) {
        return left + column * wide;
    }

    double y(int row) {
        return top + row * high;
    }

    double right() {
        return x(columns);
    }

    double bottom() {
        return y(rows);
    }

    /// The row at y, or -1.
    int rowAt(double y) {
        int row = (int) Math.floor((y - top) / high);
        return row >= 0 && row < rows ? row : -1;
    }

    /// The column at x, or -1.
    int columnAt(double x) {
        int column = (int) Math.floor((x - left) / wide);
        return column >= 0 && column < columns ? column : -1;
    }

    /// row * columns + column of the cell at a point, or -1.
    int cellAt(double x, double y) {
        int row = rowAt(y);
        int column = columnAt(x);
        return row < 0 || column < 0 ? -1 : row * columns + column;
    }

    /// True when cells are so large that a gap between them helps.
    boolean hasGaps() {
        return Math.min(wide, high) >= GAPS_FROM;
    }

    /// Fills all cells with their colours, row by row.
    void fill(Surface s, int[] colors) {
        if (!hasGaps()) {
            s.image(colors, columns, rows, left, top, columns * wide, rows * high, false);
            return;
        }
        for (int i = 0; i < colors.length; i++) {
            s.fillRect(x(i % columns), y(i / columns), wide - 1, high - 1, colors[i]);
        }
    }

    /// A frame around some cells, set off from them.
    void outline(
            Surface s, PictureLook look, int row, int column, int down, int across, double width) {
        double gap = hasGaps() ? 1 : 0;
        double w = across * wide - gap;
        double h = down * high - gap;
        // Thinner where cells are small, so that they are still seen.
        double line = hasGaps() ? width : Math.min(width, 1.2);
        s.setStroke(line + (hasGaps() ? 2 : 1), Surface.Cap.BUTT);
        s.strokeRound(x(column), y(row), w, h, 0, look.color("surface"));
        s.setStroke(line, Surface.Cap.BUTT);
        s.strokeRound(x(column), y(row), w, h, 0, look.color("ink"));
    }

    /// Every how many rows or columns a label of this size has room.
    static int every(double label, double pitch) {
        int needed = (int) Math.ceil(label / pitch);
        for (int nice : new int[] {1, 2, 5, 10, 20, 50}) {
            if (nice >= needed) {
                return nice;
            }
        }
        return 100;
    }
}
