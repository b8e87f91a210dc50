package org.fedarium.scene;

import org.fedarium.scene.StageLayout.Detail;

/// How much room there is for how many.
///
/// @param width     pixels
/// @param height    pixels
/// @param presenter larger type for a projector; no legend
record StageSize(int clients, double width, double height, boolean presenter) {
    private static final double FOOT = 34;
    private static final double LARGEST_SCALE = 2.4;

    /// How large things are drawn: 1 on a stage of 680 x 566. A very large stage is seen from
    /// further away or is shared by few: beyond the largest scale it gets air instead.
    double scale() {
        return Math.max(0.8, Math.min(LARGEST_SCALE, Math.min(width / 680, height / 566)));
    }

    /// Height of the legend at the foot; 0 when there is none.
    double foot() {
        return presenter || height < 420 || width < 420 ? 0 : FOOT;
    }

    Detail detail() {
        if (clients <= StageLayout.MOST_FULL) {
            return Detail.FULL;
        }
        return clients <= StageLayout.MOST_COMPACT ? Detail.COMPACT : Detail.FIELD;
    }

    /// Radius of the largest clients where there is plenty of room.
    double largestRadius() {
        return scale()
                * switch (detail()) {
                    case FULL -> StageLayout.FULL_RADIUS;
                    case COMPACT -> 31;
                    case FIELD -> 15;
                };
    }

    /// How much larger than 12 px captions are: they grow by half as much as the drawing, so that
    /// they stay beside the rest of the window's type.
    double captionScale() {
        return (presenter ? 15.0 / 12 : 1) * Math.max(1, 0.5 + scale() / 2);
    }

    double lineHeight() {
        return 16 * captionScale();
    }

    /// The server's scale where nothing is in its way.
    double wantedServer() {
        return detail() == Detail.FULL ? scale() : Math.max(ServerSpot.LEAST_SCALE, 0.92 * scale());
    }

    double leastServer() {
        return ServerSpot.LEAST_SCALE * Math.max(1, scale());
    }

    /// What stays free between the server and the nearest client at least.
    double air() {
        return switch (detail()) {
            case FULL -> 26 * scale();
            case COMPACT -> 18;
            case FIELD -> 6;
        };
    }

    /// Free space between a client's edge, with its captions, and the edge of the stage.
    double margin() {
        return detail() == Detail.FIELD ? 8 : 10 * scale();
    }
}
