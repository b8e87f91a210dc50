package org.fedarium.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Whether a long-running window grew: the median of the last third of the samples against that of
/// the first third. The first sample does not count, because it was taken before everything had
/// been opened once.
final class SoakVerdict {
    /// Samples below this number say nothing.
    static final int FEWEST = 4;

    private static final List<Limit> LIMITS =
            List.of(
                    new Limit("heap after collection, MB", SoakSample::heap, 0.15, 10),
                    new Limit("listeners", SoakSample::listeners, 0.05, 100),
                    new Limit("scene nodes", SoakSample::nodes, 0.05, 20),
                    new Limit("frame median, ms", SoakSample::frameMedian, 0.3, 1),
                    new Limit("threads", SoakSample::threads, 0, 3),
                    new Limit("open files", SoakSample::files, 0, 5));

    private SoakVerdict() {}

    /// @param share growth allowed as a share of the first value
    /// @param slack growth allowed besides
    private record Limit(
            String name, ToDoubleFunction<SoakSample> value, double share, double slack) {}

    /// One sentence per thing that grew more than allowed; empty when nothing did.
    static List<String> complaints(List<SoakSample> samples) {
        if (samples.size() < FEWEST) {
            return List.of("Only " + samples.size() + " samples: too few to tell.");
        }
        List<SoakSample> used = samples.subList(1, samples.size());
        int third = Math.max(1, used.size() / 3);
        List<SoakSample> first = used.subList(0, third);
        List<SoakSample> last = used.subList(used.size() - third, used.size());
        List<String> found = new ArrayList<>();
        for (Limit limit : LIMITS) {
            double before = SoakSample.median(first, limit.value);
            double after = SoakSample.median(last, limit.value);
            double most = before * (1 + limit.share) + limit.slack;
            if (after > most) {
                found.add(
                        String.format(
                                Locale.ROOT,
                                "Grew: %s, from %.1f to %.1f (allowed up to %.1f).",
                                limit.name,
                                before,
                                after,
                                most));
            }
        }
        int old = samples.getLast().oldViews();
        if (old > 0) {
            found.add("Views of earlier languages are still alive: " + old + ".");
        }
        return found;
    }

    /// What is allowed, for the reader of the result.
    static String rule() {
        StringBuilder text = new StringBuilder("Allowed growth from the first third to the last:");
        for (Limit limit : LIMITS) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            " %s %.0f %% + %.0f;",
                            limit.name,
                            100 * limit.share,
                            limit.slack));
        }
        return text.append(" no view of an earlier language.").toString();
    }
}
