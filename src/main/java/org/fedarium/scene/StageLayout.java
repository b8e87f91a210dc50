package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.scene.Captions.Place;

/// Where everything on the stage stands: pure geometry of the number of clients, the size and the
/// arrangement.
///
/// @param nodeRadius radius of the client with the most examples
/// @param columns    clients in a row where links run between columns; 0 where they run straight
/// @param x          centre of each client
/// @param y          centre of each client
public record StageLayout(
        StageSize size,
        ServerSpot server,
        double nodeRadius,
        Captions captions,
        int columns,
        double[] x,
        double[] y) {

    /// How much of each client is drawn.
    public enum Detail {
        /// Up to 12: everything.
        FULL,
        /// Up to 60: smaller, on one or more rings.
        COMPACT,
        /// Above: a field of dots.
        FIELD
    }

    /// Result of [#hit]: nothing is there.
    public static final int NONE = -1;

    /// Result of [#hit]: the server is there.
    public static final int SERVER = -2;

    public static final int MOST_FULL = 12;
    public static final int MOST_COMPACT = 60;

    static final double FULL_RADIUS = 40;
    static final double CAPTION_WIDTH = 88;

    public static StageLayout of(int clients, double width, double height, boolean presenter) {
        return of(clients, width, height, presenter, Arrangement.RING);
    }

    /// The layout with a server.
    public static StageLayout of(
            int clients, double width, double height, boolean presenter, Arrangement arrangement) {
        StageSize size = new StageSize(clients, width, height, presenter);
        return switch (arrangement) {
            case RING -> new RingPlan(size, false).layout();
            case ARC -> new ArcPlan(size, false).layout();
            case GRID ->
                    size.detail() == Detail.FIELD
                            ? BlockPlan.of(size)
                            : new RowsPlan(size).layout();
        };
    }

    /// The layout of a view: with a server, or without one as far as the graph allows.
    static StageLayout of(StageView view) {
        StageSize size =
                new StageSize(view.clients(), view.width(), view.height(), view.presenter());
        if (view.rhythm() != Rhythm.MIXING) {
            return of(
                    view.clients(),
                    view.width(),
                    view.height(),
                    view.presenter(),
                    view.arrangement());
        }
        return switch (view.arrangement()) {
            case RING -> new RingPlan(size, true).layout();
            case ARC -> new ArcPlan(size, true).layout();
            case GRID -> LatticePlan.of(size);
        };
    }

    /// Whether a stage of this size has a legend at its foot.
    public static boolean hasFoot(double width, double height, boolean presenter) {
        return new StageSize(1, width, height, presenter).foot() > 0;
    }

    public double width() {
        return size.width();
    }

    public double height() {
        return size.height();
    }

    public boolean presenter() {
        return size.presenter();
    }

    /// How much of each client is drawn.
    public Detail detail() {
        return size.detail();
    }

    /// 1 on a stage of 680 x 566.
    public double scale() {
        return size.scale();
    }

    /// Height of the legend at the foot; 0 when there is none.
    public double footHeight() {
        return size.foot();
    }

    /// The server's centre.
    public double cx() {
        return server.cx();
    }

    /// The server's centre.
    public double cy() {
        return server.cy();
    }

    /// The server's radii are 66 and 80 times this.
    public double serverScale() {
        return server.scale();
    }

    /// Lines of text beside each client: 2, 1, or 0 where there is no room.
    public int captionLines() {
        return captions.lines();
    }

    /// True where captions, if any, are numbers alone.
    boolean numbersOnly() {
        return detail() != Detail.FULL;
    }

    /// Radius of a client with `examples` of at most `most` examples.
    public double radius(int examples, int most) {
        double share = most == 0 ? 0 : Math.sqrt((double) examples / most);
        return detail() == Detail.FIELD
                ? nodeRadius * (0.5 + 0.5 * share)
                : nodeRadius * (31 + 9 * share) / FULL_RADIUS;
    }

    /// Radius of the server's disc.
    public double serverRadius() {
        return 66 * serverScale();
    }

    /// Middle radius of the aggregation ring.
    public double ringRadius() {
        return 80 * serverScale();
    }

    /// Width of the aggregation ring.
    public double ringWidth() {
        return 9 * serverScale();
    }

    /// True when a client's captions stand above it.
    boolean captionAbove(int client) {
        return switch (captions.place()) {
            case ABOVE -> true;
            case AWAY -> y[client] < cy();
            default -> y[client] < cy() - 0.3 * (cy() - y[topmost()]);
        };
    }

    /// True when captions stand in the direction away from the server.
    boolean captionsOutward() {
        return captions.place() == Place.OUTWARD;
    }

    private int topmost() {
        int best = 0;
        for (int i = 1; i < y.length; i++) {
            if (y[i] < y[best]) {
                best = i;
            }
        }
        return best;
    }

    /// Angle of a client seen from the server, clockwise from 12 o'clock, in [0, 2 pi).
    double angle(int client) {
        double angle = Math.atan2(x[client] - cx(), cy() - y[client]);
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    /// The client at a point, [#SERVER], or [#NONE].
    public int hit(double px, double py) {
        double reach = nodeRadius + Math.min(4, 0.25 * nodeRadius);
        int best = NONE;
        double nearest = reach * reach;
        for (int i = 0; i < x.length; i++) {
            double square = (x[i] - px) * (x[i] - px) + (y[i] - py) * (y[i] - py);
            if (square <= nearest) {
                nearest = square;
                best = i;
            }
        }
        if (best == NONE && Math.hypot(px - cx(), py - cy()) <= ringRadius() + ringWidth() / 2) {
            return SERVER;
        }
        return best;
    }
}
