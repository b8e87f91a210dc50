package org.fedarium.ui.support;

import org.fedarium.lab.Timeline;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/// Details of rounds that views want to draw, such as their local steps. They are recomputed on
/// demand, one round at a time, and remembered for a while. Belongs to the FX thread.
///
/// @param <T> one parameter's details of one round
public final class Recomputed<T> {
    private static final int MOST = 48;

    /// Asks for the details of one parameter in one round.
    interface Request<T> {
        CompletableFuture<T> of(Timeline timeline, int round, int parameter);
    }

    private record Key(long run, int round, int parameter) {}

    private final Request<T> request;
    private final Map<Key, T> known =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, T> eldest) {
                    return size() > MOST;
                }
            };
    private final Set<Key> failed = new HashSet<>();
    private @Nullable CompletableFuture<T> underWay;
    private @Nullable Key wanted;

    Recomputed(Request<T> request) {
        this.request = request;
    }

    /// The details when they are at hand; otherwise null, and they are asked for unless others are
    /// under way. Views ask again every frame.
    public @Nullable T get(Timeline timeline, int round, int parameter) {
        if (round < 1 || round > timeline.lastRound()) {
            return null;
        }
        Key key = new Key(timeline.runId(), round, parameter);
        T trace = known.get(key);
        if (trace == null && underWay == null && !failed.contains(key)) {
            request(key, timeline);
        }
        return trace;
    }

    private void request(Key key, Timeline timeline) {
        wanted = key;
        CompletableFuture<T> future = request.of(timeline, key.round(), key.parameter());
        underWay = future;
        Fx.deliver(
                future,
                trace -> {
                    finished(future);
                    known.put(key, trace);
                },
                failure -> {
                    finished(future);
                    // Cancelled is not failed: the run may come back on show.
                    if (!(failure instanceof CancellationException)) {
                        failed.add(key);
                        System.getLogger(Recomputed.class.getName())
                                .log(System.Logger.Level.ERROR, "Not recomputed: " + key, failure);
                    }
                });
    }

    private void finished(CompletableFuture<?> future) {
        if (underWay == future) {
            underWay = null;
        }
    }

    /// True when the details were asked for and could not be computed; asking again is of no use.
    public boolean hasFailed(Timeline timeline, int round, int parameter) {
        return failed.contains(new Key(timeline.runId(), round, parameter));
    }

    /// The round being recomputed now, or 0.
    public int busyRound() {
        return underWay == null || wanted == null ? 0 : wanted.round();
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
