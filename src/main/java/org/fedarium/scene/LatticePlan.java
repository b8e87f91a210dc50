package org.fedarium.scene;

/// The clients of a graph that is a grid, in rows of ceil(sqrt n), as
/// [org.fedarium.network.Graphs#grid] numbers them: neighbours stand beside or below each other.
final class LatticePlan {
    private static final double LARGEST = 0.3;

    private LatticePlan() {}

    static StageLayout of(StageSize size) {
        int n = size.clients();
        int columns = (int) Math.ceil(Math.sqrt(n));
        int rows = (n + columns - 1) / columns;
        double width = size.width();
        double height = size.height() - size.foot();
        double cellWidth = width / (columns + 0.2);
        double cellHeight = height / (rows + 0.1);
        double radius =
                Math.max(
                        1,
                        Math.min(size.largestRadius(), LARGEST * Math.min(cellWidth, cellHeight)));
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = width / 2 + (k % columns - (columns - 1) / 2.0) * cellWidth;
            y[k] = height / 2 + (k / columns - (rows - 1) / 2.0) * cellHeight;
        }
        ServerSpot none = ServerSpot.whole(width / 2, height / 2, 0);
        return new StageLayout(size, none, radius, Captions.NONE, 0, x, y);
    }
}
