package org.fedarium.scene;

/// A field in rows and columns, as square as its cells allow, with the server at its left. Dots say
/// by themselves what they do: no links run through them.
final class BlockPlan {
    // Distance of two dots, in radii.
    private static final double PITCH = 2.28;

    private BlockPlan() {}

    static StageLayout of(StageSize size) {
        int n = size.clients();
        double margin = 16;
        double server = size.wantedServer();
        double aside = 2 * ServerSpot.EDGE * server;
        double width = Math.max(1, size.width() - aside - 3 * margin);
        double height = Math.max(1, size.height() - size.foot() - 2 * margin);
        int columns = columns(n, width, height);
        int rows = (n + columns - 1) / columns;
        double pitch =
                Math.min(Math.min(width / columns, height / rows), PITCH * size.largestRadius());
        double radius = Math.max(0.5, pitch / PITCH);
        double used = aside + margin + columns * pitch;
        double left = (size.width() - used) / 2;
        double middle = (size.height() - size.foot()) / 2;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = left + aside + margin + (k % columns + 0.5) * pitch;
            y[k] = middle + (k / columns - (rows - 1) / 2.0) * pitch;
        }
        ServerSpot spot = ServerSpot.facing(left + aside / 2, middle, server, Math.PI / 2, Math.PI);
        return new StageLayout(size, spot, radius, Captions.NONE, 0, x, y);
    }

    /// The number of columns with the largest cells, the least of them.
    private static int columns(int n, double width, double height) {
        int best = 1;
        double most = 0;
        for (int columns = 1; columns <= n; columns++) {
            int rows = (n + columns - 1) / columns;
            double pitch = Math.min(width / columns, height / rows);
            if (pitch > most + 1e-9) {
                most = pitch;
                best = columns;
            }
        }
        return best;
    }
}
