package org.fedarium.scene;

import org.fedarium.scene.Captions.Place;
import org.fedarium.scene.StageLayout.Detail;
import org.jspecify.annotations.Nullable;

/// Up to 60 clients in rows and columns, with the server above a single row, else between the upper
/// and the lower rows: the links of the rows next to it are free, and those of the others run
/// between the columns.
final class RowsPlan {
    private static final int MOST_FULL_COLUMNS = 6;
    private static final int MOST_COLUMNS = 15;
    // How far rows, columns and links may be stretched where there is room.
    private static final double LOOSE = 1.7;
    private static final double LONGEST_LINK = 2.6;
    // How small clients may become so that there are as many rows above as below.
    private static final double EVEN = 0.55;

    private final StageSize size;
    private final double scale;
    private final int n;
    private final boolean full;

    RowsPlan(StageSize size) {
        this.size = size;
        this.scale = size.scale();
        this.n = size.clients();
        this.full = size.detail() == Detail.FULL;
    }

    StageLayout layout() {
        StageLayout found = null;
        double largest = size.largestRadius();
        if (full) {
            found = search(largest, 34 * scale, 2);
            found = found == null ? search(largest, 29 * scale, 1) : found;
        } else {
            found = search(largest, 17, 1);
        }
        found = found == null ? search(largest, 1, 0) : found;
        // A stage too small for anything is drawn anyway, without promises.
        return found == null ? build(1, 0, n, 0.2) : found;
    }

    /// As many rows above as below where that is possible: then links land on their own side.
    private @Nullable StageLayout search(double from, double to, int lines) {
        double least = Math.max(to, EVEN * from);
        StageLayout even = search(from, least, lines, true);
        return even == null ? search(from, to, lines, false) : even;
    }

    private @Nullable StageLayout search(double from, double to, int lines, boolean even) {
        for (double radius = from; radius >= to; radius -= 0.5) {
            double room = size.width() - 2 * edge(radius, lines);
            int most = 1 + (int) Math.max(0, Math.floor(room / cell(radius, lines)));
            int columns = columns(Math.min(most, full ? MOST_FULL_COLUMNS : MOST_COLUMNS), even);
            double spare = spare(radius, lines, columns, size.wantedServer());
            double server = size.wantedServer() + Math.min(0, spare) / (2 * ServerSpot.EDGE);
            if (server >= size.leastServer() && !(even && isUneven(columns))) {
                return build(radius, lines, columns, server);
            }
        }
        return null;
    }

    /// The least columns with as many rows as so many have, or one more.
    private int columns(int most, boolean even) {
        int rows = rows(most);
        int wanted = even && isUneven(most) ? rows + 1 : rows;
        return (n + wanted - 1) / wanted;
    }

    private boolean isUneven(int columns) {
        return rows(columns) > 1 && rows(columns) % 2 == 1;
    }

    private int rows(int columns) {
        return (n + columns - 1) / columns;
    }

    /// Least distance of two columns.
    private double cell(double radius, int lines) {
        if (full) {
            double words = lines > 0 ? StageLayout.CAPTION_WIDTH * size.captionScale() + 8 : 0;
            return Math.max(2 * radius + 26 * scale, words);
        }
        return 2 * radius + Math.max(10, 0.6 * radius);
    }

    /// From the centre of the first column to the edge of the stage, at least.
    private double edge(double radius, int lines) {
        double words = lines > 0 && full ? StageLayout.CAPTION_WIDTH / 2 * size.captionScale() : 0;
        return Math.max(radius + 14 * scale, words + 4);
    }

    private double words(double radius, int lines) {
        return lines > 0 ? CaptionRoom.away(size, radius) + lines * size.lineHeight() : 0;
    }

    private double rowGap(double radius, int lines) {
        return full ? 16 * scale : Math.max(lines > 0 ? 14 : 6, 0.42 * radius);
    }

    /// Least length of a link straight down or up.
    private double link() {
        return full ? 46 * scale : 34 * Math.max(1, scale);
    }

    /// Height that is left over; negative where something does not fit.
    private double spare(double radius, int lines, int columns, double server) {
        int rows = rows(columns);
        int sides = Math.min(2, rows);
        return size.height()
                - size.foot()
                - rows * (2 * radius + words(radius, lines))
                - (rows - sides) * rowGap(radius, lines)
                - sides * (link() + size.margin())
                - (2 - sides) * size.margin()
                - 2 * ServerSpot.EDGE * server;
    }

    private StageLayout build(double radius, int lines, int columns, double server) {
        int rows = rows(columns);
        int sides = Math.min(2, rows);
        int upper = rows / 2;
        double spare = Math.max(0, spare(radius, lines, columns, server));
        double between = rowGap(radius, lines);
        if (rows > sides) {
            double wider = Math.min(0.5 * spare / (rows - sides), 0.6 * radius);
            between += wider;
            spare -= wider * (rows - sides);
        }
        double longer = Math.min(0.7 * spare / sides, (LONGEST_LINK - 1) * link());
        spare -= longer * sides;
        double pitch = 2 * radius + words(radius, lines) + between;
        double toRow = ServerSpot.EDGE * server + link() + longer + radius;
        double top =
                upper == 0
                        ? spare / 2 + size.margin() + ServerSpot.EDGE * server
                        : spare / 2
                                + size.margin()
                                + words(radius, lines)
                                + radius
                                + (upper - 1) * pitch
                                + toRow;
        double least = cell(radius, lines);
        double room = size.width() - 2 * edge(radius, lines);
        double across =
                columns == 1 ? least : Math.min(LOOSE * least, room / Math.max(1, columns - 1));
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            int row = k / columns;
            x[k] = size.width() / 2 + (k % columns - (columns - 1) / 2.0) * across;
            y[k] =
                    row < upper
                            ? top - toRow - (upper - 1 - row) * pitch
                            : top + toRow + (row - upper) * pitch;
        }
        double cx = size.width() / 2;
        ServerSpot spot =
                upper == 0
                        ? ServerSpot.facing(cx, top, server, Math.PI, Math.PI)
                        : ServerSpot.whole(cx, top, server);
        return new StageLayout(size, spot, radius, new Captions(lines, Place.AWAY), columns, x, y);
    }
}
