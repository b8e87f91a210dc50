package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.lab.RunInfo;
import org.fedarium.network.Graph;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What every client is doing at the playhead, derived from the round's reports and nothing later.
/// Arrays named "slot" have an entry per cohort member, the others one per client.
final class Moment {
    // Shares of the upload phase: latest start, flight, and the filling of the ring's segment.
    private static final double STAGGER = 0.38;
    private static final double FLIGHT = 0.45;
    private static final double FILL = 0.17;
    private static final double ROUNDING = 1e-9;
    // Who works on an earlier version is less faded than who has nothing to do.
    private static final double APART = 0.6;
    private static final double THIN_LINK = 2;

    final StageView view;
    final Phase phase;
    final double fraction;
    final RunInfo.Segment segment;
    final int mostExamples;
    /// Null when no round is going on.
    final @Nullable ClientReports reports;
    /// Who is at work besides the members.
    final AtWork work;

    /// Slot of each client, or -1.
    final int[] slot;
    final ClientState[] state;
    /// How far each client is faded out, in [0, 1].
    final double[] dimmed;

    /// Start of each slot's segment of the aggregation ring, clockwise from 12 o'clock.
    final double[] slotStart;
    final double[] slotSweep;
    /// Width of each slot's link at scale 1, by its update norm.
    final double[] slotWidth;
    /// Progress of local training, in [0, 1]; below 1 at the deadline for late clients.
    final double[] slotTrained;
    /// How far each slot's packet is on its way, in [0, 1].
    final double[] slotTravel;
    /// How much of each slot's segment is filled, in [0, 1].
    final double[] slotFilled;

    Moment(StageView view, StageLayout layout) {
        this.view = view;
        this.phase = view.playhead().phase();
        this.fraction = view.playhead().fraction();
        this.segment = view.timeline().info().segmentAt(view.playhead().round());
        this.mostExamples = Arrays.stream(segment.examples()).max().orElse(0);
        StepRecord step = view.step();
        this.reports = step == null ? null : step.reports();
        this.work = new AtWork(view, step);
        int clients = view.clients();
        int slots = reports == null ? 0 : reports.size();
        slot = new int[clients];
        state = new ClientState[clients];
        dimmed = new double[clients];
        slotStart = new double[slots];
        slotSweep = new double[slots];
        slotWidth = new double[slots];
        slotTrained = new double[slots];
        slotTravel = new double[slots];
        slotFilled = new double[slots];
        Arrays.fill(slot, -1);
        Arrays.fill(state, ClientState.RESTING);
        if (reports != null) {
            divideRing(reports, layout);
            train(reports);
            travel(reports);
            for (int s = 0; s < slots; s++) {
                slot[reports.client()[s]] = s;
            }
            boolean mixes = view.rhythm() == Rhythm.MIXING && phase != Phase.TRAIN;
            if (mixes) {
                mix(reports);
            }
            for (int k = 0; k < clients && !mixes; k++) {
                state[k] = slot[k] < 0 ? absentState(k) : memberState(reports, slot[k]);
                dimmed[k] = dim(k);
            }
        }
    }

    /// Who exchanges and mixes: also clients that have not trained.
    private void mix(ClientReports r) {
        boolean arrived = view.playhead().progress(Phase.AGGREGATE) >= 1;
        for (Graph.Edge edge : view.exchanged()) {
            state[edge.a()] = arrived ? ClientState.MIXED : ClientState.EXCHANGING;
            state[edge.b()] = state[edge.a()];
        }
        for (int s = 0; s < r.size(); s++) {
            Status status = r.statusOf(s);
            if (status == Status.LATE || status == Status.DROPPED) {
                state[r.client()[s]] = memberState(r, s);
            }
        }
    }

    /// True for members whose update reaches the server.
    static boolean arrives(Status status) {
        return status.arrives();
    }

    private void divideRing(ClientReports r, StageLayout layout) {
        ServerSpot ring = layout.server();
        Integer[] byAngle = IntStream.range(0, r.size()).boxed().toArray(Integer[]::new);
        double[] angle = new double[r.size()];
        for (int s = 0; s < angle.length; s++) {
            angle[s] = layout.angle(r.client()[s]);
            // A ring that is open on one side begins behind the opening.
            double ahead = angle[s] - ring.start();
            angle[s] -= ring.isWhole() ? 0 : 2 * Math.PI * Math.floor(ahead / (2 * Math.PI));
        }
        Arrays.sort(byAngle, Comparator.comparingDouble(s -> angle[s]));
        double at = 0;
        double sin = 0;
        double cos = 0;
        for (int s : byAngle) {
            slotStart[s] = at;
            slotSweep[s] = ring.sweep() * r.weight()[s];
            at += slotSweep[s];
            double off = angle[s] - (slotStart[s] + slotSweep[s] / 2);
            sin += Math.sin(off);
            cos += Math.cos(off);
        }
        // Turned so that segments face their clients as well as they can.
        double turn = ring.isWhole() ? Math.atan2(sin, cos) : ring.start();
        double most = view.recentNorm();
        for (int s = 0; s < r.size(); s++) {
            slotStart[s] += turn;
            double norm = r.updateNorm()[s];
            slotWidth[s] = 2 + (most > 0 && norm > 0 ? 8 * Math.min(1, norm / most) : 0);
        }
    }

    private void train(ClientReports r) {
        double slowest = 0;
        for (int s = 0; s < r.size(); s++) {
            if (r.statusOf(s) != Status.LATE) {
                slowest = Math.max(slowest, r.trainEnd()[s] - r.downloadEnd()[s]);
            }
        }
        double progress = view.playhead().progress(Phase.TRAIN);
        for (int s = 0; s < r.size(); s++) {
            double takes = r.trainEnd()[s] - r.downloadEnd()[s];
            slotTrained[s] =
                    takes > 0 && slowest > 0 ? Easing.clamp(progress * slowest / takes) : progress;
        }
    }

    private void travel(ClientReports r) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < r.size(); s++) {
            if (arrives(r.statusOf(s))) {
                first = Math.min(first, r.uploadEnd()[s]);
                last = Math.max(last, r.uploadEnd()[s]);
            }
        }
        double progress = view.playhead().progress(Phase.UPLOAD);
        for (int s = 0; s < r.size(); s++) {
            if (phase == Phase.BROADCAST) {
                slotTravel[s] = Easing.inOut(fraction);
            } else if (arrives(r.statusOf(s))) {
                double wait =
                        last > first ? (r.uploadEnd()[s] - first) / (last - first) * STAGGER : 0;
                slotTravel[s] = Easing.in((progress - wait + ROUNDING) / FLIGHT);
                slotFilled[s] =
                        view.reducedMotion()
                                ? (progress > 0 ? 1 : 0)
                                : Easing.clamp((progress - wait - FLIGHT + ROUNDING) / FILL);
            }
        }
    }

    private ClientState memberState(ClientReports r, int s) {
        Status status = r.statusOf(s);
        if (status == Status.EMPTY) {
            return ClientState.EMPTY;
        }
        return switch (phase) {
            case SELECT -> ClientState.SELECTED;
            case BROADCAST -> ClientState.RECEIVING;
            case TRAIN -> ClientState.TRAINING;
            case UPLOAD, AGGREGATE, EVALUATE ->
                    switch (status) {
                        case LATE -> ClientState.LATE;
                        case DROPPED -> ClientState.DROPPED;
                        case REJECTED -> phase == Phase.UPLOAD ? onTheWay(s) : ClientState.REJECTED;
                        case CLIPPED -> phase == Phase.UPLOAD ? onTheWay(s) : ClientState.CLIPPED;
                        case DOWN_WEIGHTED ->
                                phase == Phase.UPLOAD ? onTheWay(s) : ClientState.DOWN_WEIGHTED;
                        default -> onTheWay(s);
                    };
        };
    }

    private ClientState onTheWay(int s) {
        return slotTravel[s] < 1 ? ClientState.UPLOADING : ClientState.SENT;
    }

    private ClientState absentState(int client) {
        return work.has(client) ? work.state(client) : ClientState.IDLE;
    }

    /// True for a client that is at work, but whose update is not part of this version.
    boolean isApart(int client) {
        return slot[client] < 0 && work.has(client);
    }

    /// Fades from what the client was in the round before to what it is now.
    private double dim(int client) {
        double now = slot[client] >= 0 ? 0 : work.has(client) ? APART : 1;
        if (phase != Phase.SELECT) {
            return now;
        }
        double from = dimBefore(client);
        return from + (now - from) * Easing.out(fraction);
    }

    private double dimBefore(int client) {
        int before = view.playhead().round() - 1;
        if (before < 1) {
            return 0;
        }
        StepRecord step = view.timeline().step(before);
        boolean idle = step.reports().slotOf(client) < 0;
        return !idle ? 0 : step.underWay().placeOf(client) >= 0 ? APART : 1;
    }

    /// True once a member's story has been told: its update has arrived or is known to be lost.
    boolean isOver(int client) {
        return switch (state[client]) {
            case SELECTED, RECEIVING, TRAINING, UPLOADING -> false;
            default -> true;
        };
    }

    /// Progress of a client's local training, in [0, 1].
    double trained(int client) {
        return isApart(client) ? work.progress(client) : slotTrained[slot[client]];
    }

    /// How far a client's packet is on its way, in [0, 1].
    double travel(int client) {
        return isApart(client) ? work.progress(client) : slotTravel[slot[client]];
    }

    /// Width of a client's link at scale 1: the norm of its update once there is one.
    double linkWidth(int client) {
        return slot[client] < 0 ? THIN_LINK : slotWidth[slot[client]];
    }

    /// How much of a selected client's marking is there: one after the other, clockwise.
    double appeared(int client) {
        if (phase != Phase.SELECT) {
            return 1;
        }
        double wait = 0.7 * client / Math.max(1, state.length);
        return view.reducedMotion() ? 1 : Easing.out((fraction - wait) / 0.3);
    }

    /// Local steps that a slot has taken so far.
    int stepsDone(int s) {
        ClientReports r = java.util.Objects.requireNonNull(reports);
        return (int) Math.floor(slotTrained[s] * r.steps()[s] + 1e-9);
    }

    /// Number of updates that have arrived, and their weight in percent of the aggregate.
    int arrivedCount() {
        int count = 0;
        for (double filled : slotFilled) {
            count += filled >= 1 ? 1 : 0;
        }
        return count;
    }

    double arrivedWeight() {
        double sum = 0;
        for (int s = 0; s < slotFilled.length; s++) {
            sum += slotFilled[s] >= 1 ? java.util.Objects.requireNonNull(reports).weight()[s] : 0;
        }
        return sum;
    }
}
