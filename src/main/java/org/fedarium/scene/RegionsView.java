package org.fedarium.scene;

import org.fedarium.lab.DecisionRegions;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The decision regions of one moment.
///
/// @param selected the selected client, or -1
/// @param hovered  the pointed-at client, or -1; its examples stand out
public record RegionsView(DecisionRegions regions, RunInfo info, int selected, int hovered) {

    /// Whose examples stand out on a map; -1 for everybody's.
    int own(DecisionRegions.Map map) {
        if (map.client() >= 0) {
            return map.client();
        }
        return hovered >= 0 ? hovered : selected;
    }

    /// Each class's share of the global model's map, in one sentence.
    public String spoken(Texts texts) {
        byte[] classes = regions.maps().getFirst().classes();
        String shares =
                IntStream.range(0, info.dataset().classes())
                        .mapToObj(c -> share(texts, classes, c))
                        .collect(Collectors.joining(", "));
        return texts.variant(info.rhythm().name())
                .get("plot.regions.spoken", regions.round(), shares);
    }

    private String share(Texts texts, byte[] classes, int label) {
        long cells = IntStream.range(0, classes.length).filter(i -> classes[i] == label).count();
        return texts.get(
                "plot.regions.spoken.class",
                info.dataset().classNames().get(label),
                Numbers.percent((double) cells / classes.length));
    }
}
