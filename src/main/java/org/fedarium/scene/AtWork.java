package org.fedarium.scene;

import org.fedarium.simulation.StepRecord;
import org.fedarium.simulation.UnderWay;
import org.jspecify.annotations.Nullable;

/// Clients of an asynchronous run that are at work at the playhead although nothing of theirs is
/// in this version: what each is doing on the virtual clock, and on which version. Who is sent a
/// model only later in the step is not at work yet.
final class AtWork {
    private final UnderWay all;
    private final double now;

    AtWork(StageView view, @Nullable StepRecord step) {
        this.all = step == null ? UnderWay.NOBODY : step.underWay();
        this.now = step == null ? 0 : now(view, step);
    }

    /// Virtual seconds at the playhead, which stands in this step or behind it.
    static double now(StageView view, StepRecord step) {
        double share = view.playhead().position() - (step.round() - 1);
        return share >= 1
                ? step.end()
                : step.start() + Easing.clamp(share) * (step.end() - step.start());
    }

    boolean has(int client) {
        return place(client) >= 0;
    }

    private int place(int client) {
        int place = all.placeOf(client);
        return place >= 0 && all.begin()[place] <= now ? place : -1;
    }

    /// How many clients are at work, without those among `members`.
    int countWithout(int[] memberSlots) {
        int count = 0;
        for (int client : all.client()) {
            count += has(client) && memberSlots[client] < 0 ? 1 : 0;
        }
        return count;
    }

    /// RECEIVING, TRAINING or UPLOADING; of a client that is at work.
    ClientState state(int client) {
        int place = place(client);
        if (now < all.downloadEnd()[place]) {
            return ClientState.RECEIVING;
        }
        return now < all.trainEnd()[place] ? ClientState.TRAINING : ClientState.UPLOADING;
    }

    /// How much of what it is doing is done, in [0, 1]; of a client that is at work.
    double progress(int client) {
        int place = place(client);
        double begin = all.begin()[place];
        double received = all.downloadEnd()[place];
        double trained = all.trainEnd()[place];
        return switch (state(client)) {
            case RECEIVING -> share(begin, received);
            case TRAINING -> share(received, trained);
            default -> share(trained, all.uploadEnd()[place]);
        };
    }

    private double share(double from, double to) {
        return to > from ? Easing.clamp((now - from) / (to - from)) : 1;
    }

    /// The server version that it was sent; of a client that is at work.
    int version(int client) {
        return all.version()[place(client)];
    }

    /// Virtual seconds when that was sent.
    double since(int client) {
        return all.begin()[place(client)];
    }
}
