package org.fedarium.simulation;

import org.fedarium.algorithm.Candidates;
import org.fedarium.algorithm.Coordination.Buffering;
import org.fedarium.simulation.SimulationState.Flight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/// Who is at work in an asynchronous run, and whose updates make the next server version. All of
/// it follows from the virtual clock and random draws, before anything is trained.
///
/// The run keeps as many clients at work as a cohort has members. A client that has arrived, or was
/// lost, is replaced at once by another one that is free, or only after the next version is made.
/// Whoever starts gets the newest version.
final class Arrivals {
    // The key of a client's streams holds the version below and a count of restarts above.
    private static final int RESTART_SHIFT = 32;
    // When nearly everybody is lost, a version is made of what there is, perhaps nothing.
    private static final int LOSSES_PER_CLIENT = 20;

    private final StepContext context;
    private final Plan plan;
    private final Buffering rule;
    private final Fates fates;
    private final PriorityQueue<Airborne> queue =
            new PriorityQueue<>(
                    Comparator.comparingDouble((Airborne a) -> a.until())
                            .thenComparingDouble(Airborne::turn));
    private final Set<Integer> busy = new HashSet<>();
    private final List<LocalTask> arrived = new ArrayList<>();
    private final List<LocalTask> lost = new ArrayList<>();
    private long restarts;
    private double now;

    /// A flight, what becomes of it, and its turn among those that arrive with it.
    private record Airborne(Flight flight, Fate fate, double turn) {
        double until() {
            return fate.arrives() ? fate.uploadEnd() : fate.trainEnd();
        }
    }

    Arrivals(StepContext context, Buffering rule) {
        this.context = context;
        this.plan = context.plan();
        this.rule = rule;
        this.fates = new Fates(plan);
        this.now = context.state().time();
        for (Flight flight : context.state().flights()) {
            add(flight);
        }
        topUp();
        collect();
    }

    private void add(Flight flight) {
        Fate fate = fates.of(flight.client(), flight.key(), flight.begin());
        double turn = Selection.turn(plan, flight.key(), flight.client());
        queue.add(new Airborne(flight, fate, turn));
        busy.add(flight.client());
    }

    private int version() {
        return context.step() - 1;
    }

    private Candidates free() {
        return Selection.candidates(plan, context.step(), k -> !busy.contains(k));
    }

    /// Starts clients until as many are at work as there should be. When nobody is, the cohort is
    /// the one that a synchronous round would have.
    private void topUp() {
        int[] starting;
        if (queue.isEmpty()) {
            starting = Selection.cohort(plan, context.step());
        } else {
            int concurrency =
                    plan.participation()
                            .entry()
                            .expected(plan.data().clients(), plan.participation().values());
            starting = free().drawn(Math.max(0, concurrency - queue.size()));
        }
        for (int client : starting) {
            start(client, context.step());
        }
    }

    private void start(int client, long key) {
        add(new Flight(client, version(), key, now, context.state().model()));
    }

    private void collect() {
        int patience = LOSSES_PER_CLIENT * plan.data().clients();
        while (arrived.size() < rule.size() && !queue.isEmpty() && lost.size() <= patience) {
            Airborne next = queue.remove();
            Flight flight = next.flight();
            busy.remove(flight.client());
            now = Math.max(now, next.until());
            LocalTask task =
                    new LocalTask(
                            flight.client(),
                            flight.received(),
                            flight.version(),
                            flight.key(),
                            next.fate());
            (next.fate().arrives() ? arrived : lost).add(task);
            if (!rule.afterFlush() && arrived.size() < rule.size()) {
                replace();
            }
        }
    }

    private void replace() {
        restarts++;
        long key = context.step() + (restarts << RESTART_SHIFT);
        Candidates free = Selection.candidates(plan, key, k -> !busy.contains(k));
        for (int client : free.drawn(1)) {
            start(client, key);
        }
    }

    /// Those whose updates make the version, and those who were lost meanwhile, in client order;
    /// the arrivals of one client in the order of arriving.
    List<LocalTask> tasks() {
        List<LocalTask> all = new ArrayList<>(arrived);
        all.addAll(lost);
        all.sort(
                Comparator.comparingInt(LocalTask::client)
                        .thenComparingDouble(task -> task.fate().uploadEnd()));
        return all;
    }

    /// When the version is made.
    double end() {
        return now;
    }

    /// Who is still at work then.
    List<Flight> flights() {
        return atWork().map(Airborne::flight).toList();
    }

    /// The same with their times.
    UnderWay underWay() {
        List<Airborne> all = atWork().toList();
        UnderWay columns = UnderWay.empty(all.size());
        for (int i = 0; i < all.size(); i++) {
            Flight flight = all.get(i).flight();
            Fate fate = all.get(i).fate();
            columns.client()[i] = flight.client();
            columns.version()[i] = flight.version();
            columns.begin()[i] = fate.begin();
            columns.downloadEnd()[i] = fate.downloadEnd();
            columns.trainEnd()[i] = fate.trainEnd();
            columns.uploadEnd()[i] = fate.uploadEnd();
        }
        return columns;
    }

    private Stream<Airborne> atWork() {
        return queue.stream().sorted(Comparator.comparingInt(a -> a.flight().client()));
    }
}
