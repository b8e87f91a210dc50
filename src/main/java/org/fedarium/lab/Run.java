package org.fedarium.lab;

import org.fedarium.experiment.Change;
import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.privacy.Statement;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.simulation.SimulationState;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A timeline with its memory: scalars of all steps, snapshots of some states. After a change a new
/// run shares the steps before it.
final class Run implements Timeline {
    private final long id;
    private final Memory memory;
    private final RunSetup setup;
    private final RunInfo info;
    private final StepColumns steps;
    private final Statements statements = new Statements();
    private final SnapshotStore snapshots;
    private final @Nullable Run prefix;
    private final int prefixRounds;
    private final List<Mark> marks;
    private final @Nullable Ghost ghost;
    private final Forks forks;

    private Run(
            long id,
            Memory memory,
            RunSetup setup,
            @Nullable Run prefix,
            int prefixRounds,
            @Nullable Ghost ghost,
            Forks forks,
            SpillFile spill) {
        this.id = id;
        this.memory = memory;
        this.forks = forks;
        this.setup = setup;
        this.prefix = prefix;
        this.prefixRounds = prefixRounds;
        this.ghost = ghost;
        this.info = info(setup);
        this.marks = marks(setup.experiment());
        this.steps =
                new StepColumns(
                        spill,
                        memory.steps(),
                        prefix == null || prefixRounds < 0 ? null : prefix.totals(prefixRounds));
        long kept = Math.max(forks.keptBytes(), prefix == null ? 0 : prefix.keptBytes());
        this.snapshots =
                new SnapshotStore(Math.max(memory.states() / 8, memory.states() - kept), spill);
    }

    static Run fresh(long id, Memory memory, RunSetup setup, SpillFile spill) {
        Forks forks = new Forks();
        Run first = new Run(id, memory, setup, null, -1, null, forks, spill);
        forks.begin(first);
        return first;
    }

    /// A run that shares this one's steps up to `lastShared` and goes on with other settings.
    /// This run's own later snapshots are given up; its scalars stay for the ghost.
    Run branch(
            long newId,
            RunSetup changed,
            int lastShared,
            @Nullable Ghost branchGhost,
            SpillFile spill) {
        snapshots.dropAfter(lastShared);
        Run branch = new Run(newId, memory, changed, this, lastShared, branchGhost, forks, spill);
        forks.replace(this, branch);
        return branch;
    }

    /// Another branch beside this one, which keeps everything: it shares the steps up to
    /// `lastShared` and may then get settings of its own.
    Run fork(long newId, RunSetup forked, int lastShared, SpillFile spill) {
        Run fork = new Run(newId, memory, forked, this, lastShared, null, forks, spill);
        forks.add(fork);
        return fork;
    }

    Forks forks() {
        return forks;
    }

    /// The last round that two runs have in common.
    int sharedWith(Run other) {
        List<Run> mine = lineage();
        List<Run> theirs = other.lineage();
        int shared = -1;
        for (int i = 0; i < mine.size() && i < theirs.size(); i++) {
            if (mine.get(i) != theirs.get(i)) {
                break;
            }
            int left = i + 1 < mine.size() ? mine.get(i + 1).prefixRounds : Integer.MAX_VALUE;
            int right = i + 1 < theirs.size() ? theirs.get(i + 1).prefixRounds : Integer.MAX_VALUE;
            shared = Math.min(left, right);
            if (left != right) {
                break;
            }
        }
        return Math.min(shared, Math.min(lastRound(), other.lastRound()));
    }

    /// The runs that this one's steps come from, the oldest first.
    private List<Run> lineage() {
        List<Run> line = new ArrayList<>();
        for (Run run = this; run != null; run = run.prefix) {
            line.addFirst(run);
        }
        return line;
    }

    long ownBytes() {
        return snapshots.bytes();
    }

    private long keptBytes() {
        return snapshots.bytes() + (prefix == null ? 0 : prefix.keptBytes());
    }

    RunSetup setup() {
        return setup;
    }

    void append(StepRecord step, SimulationState state) {
        // The snapshot first: whoever sees the step finds its parameters.
        snapshots.offer(state);
        statements.append(state, setup.segmentAt(Math.max(1, step.round())).plan());
        steps.append(step);
    }

    void references(ReferenceCurves curves) {
        forks.references(curves);
    }

    /// The newest kept state at or before a round.
    SimulationState stateBefore(int round) {
        if (prefix != null && round <= prefixRounds) {
            return prefix.stateBefore(round);
        }
        SimulationState own = snapshots.floor(round);
        if (own == null && prefix != null) {
            return prefix.stateBefore(prefixRounds);
        }
        return java.util.Objects.requireNonNull(own);
    }

    @Override
    public long runId() {
        return id;
    }

    @Override
    public RunInfo info() {
        return info;
    }

    @Override
    public int lastRound() {
        return prefixRounds + 1 + steps.last();
    }

    @Override
    public StepRecord step(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.step(round)
                : steps.step(round - prefixRounds - 1);
    }

    @Override
    public double metric(int round, int index) {
        return prefix != null && round <= prefixRounds
                ? prefix.metric(round, index)
                : steps.metric(round - prefixRounds - 1, index);
    }

    @Override
    public double clientLoss(int round, int client) {
        return losses(round).of(client);
    }

    @Override
    public ClientLosses losses(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.losses(round)
                : steps.losses(round - prefixRounds - 1);
    }

    @Override
    public StepTotals totals(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.totals(round)
                : steps.totals(round - prefixRounds - 1);
    }

    @Override
    public boolean isAtHand(int round) {
        for (int r = Math.max(0, round - LOOK_BACK); r <= round; r++) {
            if (!isThisAtHand(r)) {
                return false;
            }
        }
        return true;
    }

    private boolean isThisAtHand(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.isThisAtHand(round)
                : steps.isAtHand(round - prefixRounds - 1);
    }

    /// Makes a round be at hand; reads the file.
    void fetch(int round) {
        for (int r = Math.max(0, round - LOOK_BACK); r <= round; r++) {
            fetchThis(r);
        }
    }

    private void fetchThis(int round) {
        if (prefix != null && round <= prefixRounds) {
            prefix.fetchThis(round);
        } else {
            steps.fetch(round - prefixRounds - 1);
        }
    }

    @Override
    public double @Nullable [] parameters(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.parameters(round)
                : snapshots.parameters(round);
    }

    @Override
    public @Nullable Statement statement(int round) {
        return prefix != null && round <= prefixRounds
                ? prefix.statement(round)
                : statements.get(round - prefixRounds - 1);
    }

    @Override
    public List<Mark> marks() {
        return marks;
    }

    @Override
    public @Nullable ReferenceCurves references() {
        return forks.references();
    }

    @Override
    public @Nullable Ghost ghost() {
        return ghost;
    }

    @Override
    public List<Branch> branches() {
        return forks.seenFrom(this);
    }

    private static List<Mark> marks(Experiment experiment) {
        List<Mark> marks = new ArrayList<>();
        for (Change change : experiment.changes()) {
            Experiment before = experiment.at(change.afterRound());
            List<String> paths = List.copyOf(change.set().keySet());
            marks.add(
                    new Mark(
                            change.afterRound(),
                            paths,
                            paths.stream().map(p -> String.valueOf(before.get(p))).toList(),
                            change.set().values().stream().map(String::valueOf).toList()));
        }
        return List.copyOf(marks);
    }

    private static RunInfo info(RunSetup setup) {
        List<RunInfo.Segment> segments = new ArrayList<>();
        Dealing last = null;
        for (RunSetup.Segment segment : setup.segments()) {
            Dealing deal = segment.deal();
            if (deal != last) {
                segments.add(
                        new RunInfo.Segment(
                                segment.fromRound(),
                                deal.examples(),
                                deal.labelCounts(),
                                deal.skew()));
                last = deal;
            }
        }
        RunSetup.Segment first = setup.segments().getFirst();
        var data = first.deal().data();
        return new RunInfo(
                setup.experiment(),
                setup.dataset(),
                first.deal().clients(),
                setup.model().layout(),
                first.plan().metrics().specs(),
                segments,
                first.deal().prepared().notes(),
                data.train().rows(),
                data.test().rows(),
                SizeEstimate.bytes(setup));
    }
}
