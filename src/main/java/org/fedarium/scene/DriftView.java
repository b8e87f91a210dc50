package org.fedarium.scene;

import org.fedarium.lab.DriftMap;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;

import java.util.Arrays;

/// Everything a drift map shows at one moment.
///
/// @param optimum  x, y of the closed-form optimum on the map; empty when there is none
/// @param selected the selected client, or -1
/// @param hovered  the pointed-at client, or -1
public record DriftView(
        DriftMap map,
        RunInfo info,
        Playhead playhead,
        double[] optimum,
        int selected,
        int hovered) {

    /// Nobody is pointed at.
    public DriftView(
            DriftMap map, RunInfo info, Playhead playhead, double[] optimum, int selected) {
        this(map, info, playhead, optimum, selected, -1);
    }

    /// How much of each walk has been walked.
    double walked() {
        return map.round() == playhead.round() ? playhead.progress(Phase.TRAIN) : 1;
    }

    /// How far the global model has moved to its new place.
    double moved() {
        return map.round() == playhead.round() ? playhead.progress(Phase.AGGREGATE) : 1;
    }

    boolean strong(int client) {
        return client >= 0 && (client == selected || client == hovered);
    }

    /// x, y, x, y, ... of a walk as far as it has been walked.
    double[] walk(int index) {
        double[] walk = map.walks()[index];
        int steps = walk.length / 2 - 1;
        double walked = walked() * steps;
        int whole = (int) walked;
        if (whole >= steps) {
            return walk;
        }
        double[] shown = Arrays.copyOf(walk, 2 * whole + 4);
        for (int a = 0; a < 2; a++) {
            double from = walk[2 * whole + a];
            shown[2 * whole + 2 + a] = from + (walked - whole) * (walk[2 * whole + 2 + a] - from);
        }
        return shown;
    }

    /// The longest walk and how far the model moved, in one sentence; distances are those on the
    /// map.
    public String spoken(Texts texts) {
        Texts words = texts.variant(info.rhythm().name());
        int walks = map.walks().length;
        if (walks == 0) {
            return words.get("plot.drift.spoken.none", map.round());
        }
        int longest = 0;
        for (int i = 1; i < walks; i++) {
            longest = length(i) > length(longest) ? i : longest;
        }
        double[] path = map.global();
        double moved =
                distance(
                        path[path.length - 2],
                        path[path.length - 1],
                        map.after()[0],
                        map.after()[1]);
        return words.get(
                "plot.drift.spoken",
                map.round(),
                walks,
                info.clients().get(map.clients()[longest]),
                Numbers.shortText(length(longest)),
                Numbers.shortText(moved));
    }

    /// From the received model to the end of the walk, on the map.
    private double length(int index) {
        double[] walk = map.walks()[index];
        int end = walk.length - 2;
        return end < 0 ? 0 : distance(walk[0], walk[1], walk[end], walk[end + 1]);
    }

    private static double distance(double x1, double y1, double x2, double y2) {
        return Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    }
}
