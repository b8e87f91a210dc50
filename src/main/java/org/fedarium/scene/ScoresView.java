package org.fedarium.scene;

import org.fedarium.lab.ClientScoresAt;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The clients' scores after one step, in order.
///
/// @param order    the clients that have a score, worst first; equal ones in client order
/// @param selected the selected client, or -1
/// @param hovered  the pointed-at client, or -1
public record ScoresView(
        ClientScoresAt scores, RunInfo info, int[] order, int selected, int hovered) {

    public static ScoresView of(ClientScoresAt scores, RunInfo info, int selected, int hovered) {
        double[] global = scores.global();
        Comparator<Integer> worse = Comparator.comparingDouble(k -> global[k]);
        int[] order =
                IntStream.range(0, global.length)
                        .filter(k -> !Double.isNaN(global[k]))
                        .boxed()
                        .sorted(scores.higherBetter() ? worse : worse.reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new ScoresView(scores, info, order, selected, hovered);
    }

    /// How many clients the worst tenth has: at least one.
    int worst() {
        return (order.length + 9) / 10;
    }

    /// A score as text: per cent for an accuracy.
    String value(double score) {
        return scores.higherBetter() ? Numbers.percent(score) : Numbers.shortText(score);
    }

    String key(String start) {
        return start + (scores.higherBetter() ? ".accuracy" : ".loss");
    }

    Texts words(Texts texts) {
        return texts.variant(info.rhythm().name());
    }

    /// What the picture shows, for below it.
    public String caption(Texts texts) {
        String what = words(texts).get(key("plot.scores.caption"), scores.round());
        int without = info.clients().size() - order.length;
        return without == 0 ? what : what + " " + texts.get("plot.scores.without", without);
    }

    /// The main numbers in one sentence.
    public String spoken(Texts texts) {
        if (order.length == 0) {
            return texts.get("plot.scores.none");
        }
        return words(texts)
                .get(
                        key("plot.scores.spoken"),
                        scores.round(),
                        order.length,
                        value(scores.summary().mean()),
                        value(scores.summary().worstDecile()),
                        value(scores.summary().spread()),
                        info.clients().get(order[0]),
                        value(scores.global()[order[0]]),
                        info.clients().get(order[order.length - 1]),
                        value(scores.global()[order[order.length - 1]]));
    }

    /// One client's scores in words.
    public String tell(Texts texts, int client) {
        String name = info.clients().get(client);
        String global = value(scores.global()[client]);
        double local = scores.local()[client];
        return Double.isNaN(local)
                ? texts.get("plot.scores.client", name, global)
                : words(texts).get("plot.scores.client.local", name, global, value(local));
    }
}
