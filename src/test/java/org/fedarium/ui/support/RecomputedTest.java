package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.chart.FakeTimeline;
import org.fedarium.lab.Timeline;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

final class RecomputedTest {
    private final Timeline timeline = FakeTimeline.of(3, 10, 10).build();
    private final AtomicInteger asked = new AtomicInteger();

    private Recomputed<String> answering(CompletableFuture<String> answer) {
        return new Recomputed<>(
                (of, round, parameter) -> {
                    asked.incrementAndGet();
                    return answer;
                });
    }

    /// Asks once and waits for the outcome.
    private void ask(Recomputed<String> recomputed) {
        FxToolkit.run(() -> recomputed.get(timeline, 4, 1));
        FxToolkit.await("the outcome", () -> recomputed.busyRound() == 0);
    }

    @Test
    void aFailureIsKnownAndNotAskedForAgain() {
        Recomputed<String> broken =
                answering(CompletableFuture.failedFuture(new ArithmeticException("made up")));
        ask(broken);
        FxToolkit.run(
                () -> {
                    assertThat(broken.hasFailed(timeline, 4, 1)).isTrue();
                    assertThat(broken.hasFailed(timeline, 5, 1)).isFalse();
                    assertThat(broken.get(timeline, 4, 1)).isNull();
                });
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatWasCancelledIsAskedForAgain() {
        CompletableFuture<String> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        Recomputed<String> recomputed = answering(cancelled);
        ask(recomputed);
        FxToolkit.run(() -> assertThat(recomputed.hasFailed(timeline, 4, 1)).isFalse());
        ask(recomputed);
        assertThat(asked).hasValue(2);
    }
}
