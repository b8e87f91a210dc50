package org.fedarium.scene;

import org.fedarium.lab.RunInfo;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.look.Texts;

/// The cosines between the members' updates of one step, as a table of colours.
///
/// @param selected the selected client, or -1
/// @param hovered  the pointed-at client, or -1
public record CosineView(UpdateCosines cosines, RunInfo info, int selected, int hovered) {

    int size() {
        return cosines.clients().length;
    }

    /// The name of the client in a row or column.
    String name(int index) {
        return info.clients().get(cosines.clients()[index]);
    }

    private Texts words(Texts texts) {
        return texts.variant(info.rhythm().name());
    }

    /// Why there is no table; empty when there is one.
    String missing(Texts texts) {
        if (!cosines.kept()) {
            return words(texts).get("plot.cosine.large");
        }
        return size() == 0 ? words(texts).get("plot.cosine.none", cosines.round()) : "";
    }

    /// What an update is here, for below the picture.
    public String caption(Texts texts) {
        String source =
                words(texts).get("plot.cosine.caption." + cosines.source(), cosines.round());
        return cosines.isPart()
                ? source + " " + texts.get("plot.cosine.part", size(), cosines.sent())
                : source;
    }

    String title(Texts texts) {
        return texts.get("plot.cosine.title", value(cosines.mean()), cosines.sent());
    }

    /// The main numbers in one sentence.
    public String spoken(Texts texts) {
        String missing = missing(texts);
        if (!missing.isEmpty()) {
            return missing;
        }
        int lowest = -1;
        int highest = -1;
        int n = size();
        for (int i = 0; i < n * n; i++) {
            double cosine = cosines.cosines()[i];
            if (i / n < i % n && !Double.isNaN(cosine)) {
                lowest = lowest < 0 || cosine < cosines.cosines()[lowest] ? i : lowest;
                highest = highest < 0 || cosine > cosines.cosines()[highest] ? i : highest;
            }
        }
        if (lowest < 0) {
            return words(texts).get("plot.cosine.single", cosines.round());
        }
        return words(texts)
                .get(
                        "plot.cosine.spoken",
                        cosines.round(),
                        cosines.sent(),
                        value(cosines.mean()),
                        value(cosines.cosines()[lowest]),
                        pair(texts, lowest),
                        value(cosines.cosines()[highest]),
                        pair(texts, highest));
    }

    private String pair(Texts texts, int cell) {
        return texts.get("plot.cosine.pair", name(cell / size()), name(cell % size()));
    }

    /// One entry (row * size + column) in words.
    public String tell(Texts texts, int cell) {
        return texts.get(
                "plot.cosine.cell",
                name(cell / size()),
                name(cell % size()),
                value(cosines.cosines()[cell]));
    }

    /// Two decimals, with a true minus sign.
    static String value(double cosine) {
        if (Double.isNaN(cosine)) {
            return "\u2013";
        }
        String text = String.format(java.util.Locale.ROOT, "%.2f", cosine);
        return (text.equals("-0.00") ? "0.00" : text).replace('-', '\u2212');
    }
}
