package org.fedarium.scene.why;

import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A measured fact that helps to understand a step, with the frame that shows it.
///
/// @param parts    its sentences
/// @param strength from 0 to 1, to choose among several: how much it explains
/// @param link     the frame that shows it; never after the playhead that was asked for
/// @param client   the client that shows it best, or -1
/// @param plot     id of the plot that shows it (`loss`, `cosine`, ...); empty for none
public record Reason(List<Part> parts, double strength, Playhead link, int client, String plot) {

    /// A sentence: key of the text and the numbers in it.
    public record Part(String key, List<String> arguments) {
        static Part of(String key, Object... arguments) {
            return new Part(
                    "stage.why." + key, Arrays.stream(arguments).map(String::valueOf).toList());
        }
    }

    public Reason {
        parts = List.copyOf(parts);
    }

    /// The same with one more sentence.
    Reason and(String key, Object... arguments) {
        List<Part> more = new ArrayList<>(parts);
        more.add(Part.of(key, arguments));
        return new Reason(more, strength, link, client, plot);
    }

    Reason at(int shownClient) {
        return new Reason(parts, strength, link, shownClient, plot);
    }

    /// All its sentences.
    public String sentence(Texts texts) {
        String all = "";
        for (Part part : parts) {
            String one = texts.get(part.key(), part.arguments().toArray());
            all = all.isEmpty() ? one : texts.get("stage.why.and", all, one);
        }
        return all;
    }
}
