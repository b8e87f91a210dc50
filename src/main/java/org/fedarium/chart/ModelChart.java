package org.fedarium.chart;

import org.fedarium.chart.Series.Role;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Numbers;
import org.fedarium.model.MetricSpec;
import org.fedarium.simulation.ReferenceCurves;

import java.util.Arrays;

/// A chart of one metric of the global model: with reference curves, the ghost of an earlier
/// branch, and other branches.
abstract class ModelChart extends RoundChart {
    ModelChart(ChartInput input) {
        super(input);
    }

    abstract MetricSpec metric();

    /// Adds what only this chart has, below all other lines.
    abstract void addOwn();

    /// The words on the metric's line.
    Names.Line line() {
        return names.metric(metric());
    }

    @Override
    String title() {
        return names.title(kind(), metric());
    }

    @Override
    String caption() {
        return names.caption(kind(), metric());
    }

    @Override
    final String number(double value) {
        return metric().share() ? Numbers.percent(value) : Numbers.shortText(value);
    }

    @Override
    final void addLines() {
        addOwn();
        int index = info.metricIndex(metric().id());
        if (index < 0) {
            return;
        }
        if (options.references()) {
            addReferences(index);
        }
        addGhost();
        addBranches();
        add("global", line(), Role.GLOBAL, -1, curves.metric(index, count));
    }

    private void addReferences(int index) {
        ReferenceCurves references = timeline.references();
        if (references == null) {
            return;
        }
        // A model that is trained in one place, or by a client alone, sends no bytes and has no
        // virtual clock. Nor are its local steps known: full batches make one step of what is one
        // step of every client in the federation. So these curves stand over rounds only.
        if (options.axis() == StepAxis.ROUNDS) {
            addCentralised(references, index);
            addLocalOnly(references, index);
        }
        double[] optimum = references.optimum();
        if (optimum != null && index < optimum.length && count > 0) {
            double[] ends = {x.min(), x.max()};
            double[] y = {optimum[index], optimum[index]};
            add("optimum", names.optimum(metric()), Role.OPTIMUM, -1, ends, y, 2);
        }
    }

    private void addCentralised(ReferenceCurves references, int index) {
        double[][] central = references.centralised();
        int size = Math.min(count, central.length);
        double[] y = new double[Math.max(0, size)];
        for (int r = 0; r < size; r++) {
            y[r] = index < central[r].length ? central[r][index] : Double.NaN;
        }
        add("centralised", names.centralised(metric()), Role.CENTRALISED, -1, xs(size), y, size);
    }

    private void addLocalOnly(ReferenceCurves references, int index) {
        int[] rounds = references.localOnlyRounds();
        double[] at = new double[rounds.length];
        double[] y = new double[rounds.length];
        int size = 0;
        for (int i = 0; i < rounds.length && rounds[i] < count; i++) {
            double[] row = references.localOnly()[i];
            at[size] = rounds[i];
            y[size++] = index < row.length ? row[index] : Double.NaN;
        }
        add("localOnly", names.localOnly(metric()), Role.LOCAL_ONLY, -1, at, y, size);
    }

    private void addGhost() {
        Timeline.Ghost ghost = timeline.ghost();
        if (ghost != null) {
            int until = Math.min(ghost.lastRound(), ghost.timeline().lastRound());
            String label = names.ghostLabel(timeline.marks(), ghost.fromRound());
            Names.Line line = new Names.Line(names.ghost(metric()), label);
            addOther("ghost", line, ghost.timeline(), ghost.fromRound(), until);
        }
    }

    /// The other branches of a forked run, from where they part, as far as they are computed.
    private void addBranches() {
        for (Timeline.Branch branch : timeline.branches()) {
            if (!branch.current()) {
                Names.Line line = names.branch(metric(), branch.letter());
                Timeline other = branch.timeline();
                int until = other.lastRound();
                addOther("branch-" + branch.letter(), line, other, branch.shared(), until);
            }
        }
    }

    /// Adds the metric in another timeline, over what that timeline has used, as far as the axis
    /// reaches.
    private void addOther(String id, Names.Line line, Timeline other, int from, int last) {
        int index = other.info().metricIndex(metric().id());
        if (index < 0 || shown < from) {
            return;
        }
        Curves theirs = curves.of(other);
        boolean rounds = options.axis() == StepAxis.ROUNDS;
        int until = rounds ? Math.min(last, (int) x.max()) : last;
        double[] at = theirs.x(options.axis(), Math.max(0, until + 1));
        while (until > from && at[until] > x.max()) {
            until--;
        }
        if (until <= from) {
            return;
        }
        double[] y = Arrays.copyOfRange(theirs.metric(index, until + 1), from, until + 1);
        double[] theirX = Arrays.copyOfRange(at, from, until + 1);
        add(id, line, Role.GHOST, -1, theirX, y, y.length);
    }
}
