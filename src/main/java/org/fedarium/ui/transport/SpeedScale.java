package org.fedarium.ui.transport;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.PlaybackClock;

import java.util.Locale;

/// The speed slider: powers of two from slow motion to fast, and one notch more for no animation.
final class SpeedScale {
    static final double MIN = -2;
    static final double MAX = 5;

    private SpeedScale() {}

    static double speed(double notch) {
        return notch > 4.5 ? PlaybackClock.NO_ANIMATION : Math.pow(2, Math.round(notch));
    }

    static double notch(double speed) {
        return Double.isInfinite(speed) ? MAX : Math.log(speed) / Math.log(2);
    }

    static String label(double speed, Texts texts) {
        if (Double.isInfinite(speed)) {
            return texts.get("transport.speed.none");
        }
        String number =
                speed == Math.rint(speed)
                        ? String.valueOf((int) speed)
                        : String.format(Locale.ROOT, speed < 0.5 ? "%.2f" : "%.1f", speed);
        return number + "\u00d7";
    }
}
