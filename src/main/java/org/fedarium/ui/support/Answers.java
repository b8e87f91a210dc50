package org.fedarium.ui.support;

import org.fedarium.lab.Conductor;
import org.fedarium.lab.Question;
import org.fedarium.lab.Timeline;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/// Answers to questions about the run on show, computed on demand, one at a time, and remembered
/// for a while. Belongs to the FX thread.
public final class Answers {
    private static final int MOST = 12;

    private record Key(long run, Question<?> question) {}

    private final Conductor conductor;
    private final Map<Key, Object> known =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Object> eldest) {
                    return size() > MOST;
                }
            };
    private final Set<Key> failed = new HashSet<>();
    private @Nullable CompletableFuture<?> underWay;

    Answers(Conductor conductor) {
        this.conductor = conductor;
    }

    /// The answer when it is at hand; otherwise null, and it is asked for unless another one is
    /// under way. Views ask again every frame.
    public <T> @Nullable T get(Timeline timeline, Question<T> question) {
        Key key = new Key(timeline.runId(), question);
        @SuppressWarnings("unchecked")
        T answer = (T) known.get(key);
        if (answer == null && underWay == null && !failed.contains(key)) {
            request(key, timeline, question);
        }
        return answer;
    }

    private <T> void request(Key key, Timeline timeline, Question<T> question) {
        CompletableFuture<T> future = conductor.ask(timeline, question);
        underWay = future;
        Fx.deliver(
                future,
                answer -> {
                    finished(future);
                    known.put(key, answer);
                },
                failure -> {
                    finished(future);
                    // Cancelled is not failed: the run may come back on show.
                    if (!(failure instanceof CancellationException)) {
                        failed.add(key);
                        System.getLogger(Answers.class.getName())
                                .log(System.Logger.Level.ERROR, "Not recomputed: " + key, failure);
                    }
                });
    }

    private void finished(CompletableFuture<?> future) {
        if (underWay == future) {
            underWay = null;
        }
    }

    /// True when a question was asked and could not be answered; asking again is of no use.
    public boolean hasFailed(Timeline timeline, Question<?> question) {
        return failed.contains(new Key(timeline.runId(), question));
    }

    /// True while something is being computed.
    public boolean isBusy() {
        return underWay != null;
    }

    /// Forgets everything; called when another run is opened.
    void clear() {
        if (underWay != null) {
            underWay.cancel(false);
        }
        known.clear();
        failed.clear();
    }
}
