package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class SoakVerdictTest {
    private static SoakSample sample(double heap, int oldViews, long listeners, double frame) {
        return new SoakSample(0, heap, oldViews, listeners, 900, frame, 2 * frame, 30, 50);
    }

    private static List<SoakSample> heaps(double... heaps) {
        return Arrays.stream(heaps).mapToObj(heap -> sample(heap, 0, 2000, 3)).toList();
    }

    @Test
    void whatStaysTheSameDoesNotGrow() {
        assertThat(SoakVerdict.complaints(heaps(40, 40, 40, 40, 40, 40, 40))).isEmpty();
    }

    /// Thirds of the six samples after the first: medians (upper of two) 100 and 125; allowed is
    /// 100 * 1.15 + 10 = 125.
    @Test
    void growthUpToTheLimitIsAllowedAndOneMoreIsNot() {
        assertThat(SoakVerdict.complaints(heaps(10, 90, 100, 300, 10, 120, 124))).isEmpty();
        assertThat(SoakVerdict.complaints(heaps(10, 90, 100, 300, 10, 120, 126)))
                .containsExactly(
                        "Grew: heap after collection, MB, from 100.0 to 126.0"
                                + " (allowed up to 125.0).");
    }

    @Test
    void theFirstSampleDoesNotCount() {
        assertThat(SoakVerdict.complaints(heaps(1, 100, 100, 100))).isEmpty();
    }

    /// Allowed listeners: 2000 * 1.05 + 100 = 2200; frame: 3 * 1.3 + 1 = 4.9 ms.
    @Test
    void listenersAndFramesHaveLimitsOfTheirOwn() {
        SoakSample before = sample(40, 0, 2000, 3);
        List<SoakSample> fine = List.of(before, before, before, sample(40, 0, 2200, 4.89));
        List<SoakSample> worse = List.of(before, before, before, sample(40, 0, 2201, 4.95));

        assertThat(SoakVerdict.complaints(fine)).isEmpty();
        assertThat(SoakVerdict.complaints(worse))
                .hasSize(2)
                .anyMatch(text -> text.contains("listeners, from 2000.0 to 2201.0"))
                .anyMatch(text -> text.contains("frame median"));
    }

    @Test
    void anOldViewAliveAtTheEndIsALeak() {
        SoakSample clean = sample(40, 0, 2000, 3);

        assertThat(SoakVerdict.complaints(List.of(clean, clean, clean, sample(40, 1, 2000, 3))))
                .containsExactly("Views of earlier languages are still alive: 1.");
    }

    @Test
    void tooFewSamplesAreNoPass() {
        assertThat(SoakVerdict.complaints(heaps(40, 40, 40))).isNotEmpty();
    }

    @Test
    void listenersAreCountedByTheNameOfTheirClass() {
        String histogram =
                """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:          1000          40000  [B (java.base@25)
                   2:            20            640  javafx.beans.WeakInvalidationListener
                   3:             7            112  org.fedarium.ui.shell.MainView$$Lambda/0x1
                   4:             3             48  org.fedarium.ui.shell.MainView
                   5:             5             80  com.sun.javafx.event.CompositeEventHandler
                Total          1035          40880
                """;

        assertThat(HeapCensus.listeners(histogram)).isEqualTo(20 + 7 + 5);
    }
}
