package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;

import java.util.List;

/// Where everything on the stage stands: pure geometry of the number of clients and the size.
///
/// @param detail       how much of each client is drawn
/// @param scale        1 on a stage of 680 x 566
/// @param cx           the server's centre
/// @param cy           the server's centre
/// @param serverScale  the server's radii are 66 and 80 times this
/// @param nodeRadius   radius of the client with the most examples
/// @param captionLines lines of text beside each client: 2, 1, or 0 where there is no room
/// @param outward      captions stand away from the server on all sides, not only above and below
/// @param footHeight   height of the legend at the foot; 0 when there is none
/// @param x            centre of each client
/// @param y            centre of each client
public record StageLayout(
        double width,
        double height,
        boolean presenter,
        Detail detail,
        double scale,
        double cx,
        double cy,
        double serverScale,
        double nodeRadius,
        int captionLines,
        boolean outward,
        double footHeight,
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

    private static final double FOOT = 34;
    private static final double LARGEST_SCALE = 2.4;
    // Outer edge of the aggregation ring at scale 1, and a little air.
    private static final double SERVER_EDGE = 90;
    // Below this the server's name does not fit into its disc.
    private static final double LEAST_SERVER = 0.75;
    static final double FULL_RADIUS = 40;
    static final double CAPTION_WIDTH = 88;

    public static StageLayout of(int clients, double width, double height, boolean presenter) {
        return new StagePlan(clients, width, height, presenter, false).layout();
    }

    /// The layout of a view: around the server; without one on a ring or, as the graph is, a grid.
    static StageLayout of(StageView view) {
        int clients = view.clients();
        if (view.rhythm() != Rhythm.MIXING) {
            return of(clients, view.width(), view.height(), view.presenter());
        }
        return view.links().isGrid()
                ? GridPlan.of(clients, view.width(), view.height(), view.presenter())
                : new StagePlan(clients, view.width(), view.height(), view.presenter(), true)
                        .layout();
    }

    /// How large things are drawn. A very large stage is seen from further away or is shared by
    /// few: beyond the largest scale it gets air instead.
    static double scale(double width, double height) {
        return Math.max(0.8, Math.min(LARGEST_SCALE, Math.min(width / 680, height / 566)));
    }

    static double foot(double width, double height, boolean presenter) {
        return presenter || height < 420 || width < 420 ? 0 : FOOT;
    }

    /// Radius of a client with `examples` of at most `most` examples.
    public double radius(int examples, int most) {
        double share = most == 0 ? 0 : Math.sqrt((double) examples / most);
        return detail == Detail.FIELD
                ? nodeRadius * (0.5 + 0.5 * share)
                : nodeRadius * (31 + 9 * share) / FULL_RADIUS;
    }

    /// Radius of the server's disc.
    public double serverRadius() {
        return 66 * serverScale;
    }

    /// Middle radius of the aggregation ring.
    public double ringRadius() {
        return 80 * serverScale;
    }

    /// Width of the aggregation ring.
    public double ringWidth() {
        return 9 * serverScale;
    }

    /// True when a client's captions stand above it.
    boolean captionAbove(int client) {
        return y[client] < cy - 0.3 * (cy - y[topmost()]);
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
        double angle = Math.atan2(x[client] - cx, cy - y[client]);
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
        if (best == NONE && Math.hypot(px - cx, py - cy) <= ringRadius() + ringWidth() / 2) {
            return SERVER;
        }
        return best;
    }

    /// Searches the largest clients that fit, with as many captions as there is room for.
    private static final class StagePlan {
        private final int n;
        private final double width;
        private final double height;
        private final boolean presenter;
        private final double scale;
        private final double foot;
        private final boolean oneRing;

        StagePlan(int clients, double width, double height, boolean presenter, boolean oneRing) {
            this.oneRing = oneRing && clients <= MOST_COMPACT;
            this.n = clients;
            this.width = width;
            this.height = height;
            this.presenter = presenter;
            this.scale = StageLayout.scale(width, height);
            this.foot = StageLayout.foot(width, height, presenter);
        }

        StageLayout layout() {
            if (n <= MOST_FULL) {
                return search(Detail.FULL);
            }
            return search(n <= MOST_COMPACT ? Detail.COMPACT : Detail.FIELD);
        }

        private StageLayout search(Detail detail) {
            boolean full = detail == Detail.FULL;
            double largest = (full ? FULL_RADIUS : detail == Detail.COMPACT ? 31 : 15) * scale;
            StageLayout found = null;
            if (full) {
                found = attempt(detail, largest, 34 * scale, 2);
                found = found == null ? attempt(detail, largest, 29 * scale, 1) : found;
            } else if (detail == Detail.COMPACT) {
                found = attempt(detail, largest, 19, 1);
            }
            found = found == null ? attempt(detail, largest, 1, 0) : found;
            if (found == null) {
                // A stage too small for anything; drawn anyway, without promises.
                return build(detail, 1, 0, List.of(new Rings.Ring(width / 3, height / 3, n)), 0.2);
            }
            return found;
        }

        private @org.jspecify.annotations.Nullable StageLayout attempt(
                Detail detail, double from, double to, int lines) {
            double step = detail == Detail.FIELD ? 0.25 : 0.5;
            for (double radius = from; radius >= to; radius -= step) {
                double rx = halfWidth(detail, radius, lines);
                double ry = halfHeight(detail, radius, lines);
                double air = detail == Detail.FULL ? 26 * scale : detail == Detail.COMPACT ? 18 : 6;
                double wanted =
                        detail == Detail.FULL ? scale : Math.max(LEAST_SERVER, 0.92 * scale);
                double server = Math.min(wanted, (Math.min(rx, ry) - radius - air) / SERVER_EDGE);
                if (server < LEAST_SERVER * Math.max(1, scale)) {
                    continue;
                }
                double clear = SERVER_EDGE * server + air - 1e-6;
                List<Rings.Ring> rings =
                        Rings.fit(n, rx, ry, radius, gap(detail, radius, lines), clear);
                if (rings.isEmpty() || ((lines > 0 || oneRing) && rings.size() > 1)) {
                    continue;
                }
                StageLayout layout = build(detail, radius, lines, rings, server);
                if (lines == 0 || CaptionRoom.suffices(layout)) {
                    return layout;
                }
            }
            return null;
        }

        private double gap(Detail detail, double radius, int lines) {
            return switch (detail) {
                case FULL -> lines > 0 ? 26 * scale : 20 * scale;
                case COMPACT -> Math.max(5, 0.42 * radius);
                case FIELD -> Math.max(1.2, 0.28 * radius);
            };
        }

        private double lineHeight() {
            return 16 * captionScale(presenter, scale);
        }

        private double halfWidth(Detail detail, double radius, int lines) {
            double side = detail == Detail.FIELD ? radius + 8 : radius + 14 * scale;
            if (detail == Detail.FULL && lines > 0) {
                side = Math.max(side, CAPTION_WIDTH / 2 * captionScale(presenter, scale) + 4);
            } else if (lines > 0) {
                side += 30;
            }
            return Math.min(width / 2 - side, 1.5 * halfHeight(detail, radius, lines));
        }

        private double halfHeight(Detail detail, double radius, int lines) {
            return (height - foot - above(detail, radius, lines) - below(detail, radius, lines))
                    / 2;
        }

        private double above(Detail detail, double radius, int lines) {
            double edge = detail == Detail.FIELD ? 8 : 10 * scale;
            return radius + edge + lines * lineHeight();
        }

        private double below(Detail detail, double radius, int lines) {
            return above(detail, radius, lines) + (lines > 0 ? 2 : 0);
        }

        private StageLayout build(
                Detail detail, double radius, int lines, List<Rings.Ring> rings, double server) {
            double[] x = new double[n];
            double[] y = new double[n];
            double cx = width / 2;
            double cy = above(detail, radius, lines) + halfHeight(detail, radius, lines);
            int from = 0;
            for (Rings.Ring ring : rings) {
                Rings.place(ring, cx, cy, x, y, from);
                from += ring.count();
            }
            if (detail == Detail.FULL) {
                // Few clients leave one side empty; the whole picture is centred instead.
                double dx = cx - middle(x, cx);
                double dy = cy - middle(y, cy);
                for (int i = 0; i < n; i++) {
                    x[i] += dx;
                    y[i] += dy;
                }
                cx += dx;
                cy += dy;
            }
            return new StageLayout(
                    width,
                    height,
                    presenter,
                    detail,
                    scale,
                    cx,
                    cy,
                    server,
                    radius,
                    lines,
                    detail != Detail.FULL,
                    foot,
                    x,
                    y);
        }
    }

    /// Half way between the smallest and the largest of the values and `other`.
    private static double middle(double[] values, double other) {
        double low = other;
        double high = other;
        for (double v : values) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return (low + high) / 2;
    }

    /// How much larger than 12 px captions are: they grow by half as much as the drawing, so that
    /// they stay beside the rest of the window's type.
    static double captionScale(boolean presenter, double scale) {
        return (presenter ? 15.0 / 12 : 1) * Math.max(1, 0.5 + scale / 2);
    }
}
