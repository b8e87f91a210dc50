package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;

/// Clients in rows of ceil(sqrt n), as [org.fedarium.network.Graphs#grid] numbers them: neighbours
/// stand beside or below each other.
final class GridPlan {
    private static final double LARGEST = 0.3;

    private GridPlan() {}

    static StageLayout of(int n, double width, double height, boolean presenter) {
        double scale = StageLayout.scale(width, height);
        double foot = StageLayout.foot(width, height, presenter);
        int columns = (int) Math.ceil(Math.sqrt(n));
        int rows = (n + columns - 1) / columns;
        double cellWidth = width / (columns + 0.2);
        double cellHeight = (height - foot) / (rows + 0.1);
        Detail detail =
                n <= StageLayout.MOST_FULL
                        ? Detail.FULL
                        : n <= StageLayout.MOST_COMPACT ? Detail.COMPACT : Detail.FIELD;
        double most =
                switch (detail) {
                    case FULL -> StageLayout.FULL_RADIUS;
                    case COMPACT -> 31;
                    case FIELD -> 15;
                };
        double radius =
                Math.max(1, Math.min(most * scale, LARGEST * Math.min(cellWidth, cellHeight)));
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = width / 2 + (k % columns - (columns - 1) / 2.0) * cellWidth;
            y[k] = (height - foot) / 2 + (k / columns - (rows - 1) / 2.0) * cellHeight;
        }
        return new StageLayout(
                width,
                height,
                presenter,
                detail,
                scale,
                width / 2,
                (height - foot) / 2,
                0,
                radius,
                0,
                detail != Detail.FULL,
                foot,
                x,
                y);
    }
}
