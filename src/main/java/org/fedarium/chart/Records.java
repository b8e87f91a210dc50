package org.fedarium.chart;

import org.fedarium.lab.ClientLosses;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.StepTotals;
import org.fedarium.lab.Timeline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What charts need of the steps, in columns that grow as far as they are asked for.
final class Records {
    private final Timeline timeline;
    private final boolean crowd;
    private final int classes;
    private final List<Column> losses;
    private final List<Column> recalls;
    private int size;

    /// Local steps of all clients, bytes in both directions, and virtual seconds since the start.
    final Column localSteps = new Column();

    final Column bytes = new Column();
    final Column seconds = new Column();

    /// Bytes to and from the clients since the start. Without a server every message is somebody's
    /// download as well as somebody's upload; `bytes` then counts it once.
    final Column down = new Column();

    final Column up = new Column();

    /// Virtual duration of a step, and the median of its members' own times, from the moment the
    /// model was sent to them to that of their update's arrival; members whose update did not
    /// arrive do not count.
    final Column stepTime = new Column();

    final Column memberTime = new Column();

    /// Quantiles of the clients' losses; read only where there are too many for single lines.
    final Column lowLoss = new Column();

    final Column medianLoss = new Column();
    final Column highLoss = new Column();

    /// Median over the classes of their recall.
    final Column medianRecall = new Column();

    Records(Timeline timeline) {
        RunInfo info = timeline.info();
        this.timeline = timeline;
        this.crowd = info.clients().size() > LossChart.IDENTITIES;
        this.classes = ClassesChart.classes(info);
        this.losses = columns(crowd ? 0 : info.clients().size());
        this.recalls = columns(classes);
    }

    private static List<Column> columns(int count) {
        return Stream.generate(Column::new).limit(count).toList();
    }

    /// Reads the rounds before `count` that were not read yet.
    Records upTo(int count) {
        for (; size < count; size++) {
            read(size);
        }
        return this;
    }

    /// A client's loss after its local update; NaN in round 0 and where it took no part. Only
    /// where there are few enough clients for single lines.
    Column loss(int client) {
        return losses.get(client);
    }

    /// The share of the test examples of a class that the global model gives this class; NaN where
    /// there are none.
    Column recall(int index) {
        return recalls.get(index);
    }

    private void read(int round) {
        StepTotals totals = timeline.totals(round);
        localSteps.add(totals.localSteps());
        bytes.add(totals.bytes());
        seconds.add(totals.seconds());
        down.add(totals.down());
        up.add(totals.up());
        stepTime.add(totals.stepTime());
        memberTime.add(totals.memberTime());
        readLosses(timeline.losses(round));
        readRecalls(totals.recalls());
    }

    private void readLosses(ClientLosses round) {
        if (crowd) {
            lowLoss.add(round.low());
            medianLoss.add(round.median());
            highLoss.add(round.high());
            return;
        }
        losses.forEach(column -> column.add(Double.NaN));
        for (int s = 0; s < round.client().length; s++) {
            losses.get(round.client()[s]).set(size, round.loss()[s]);
        }
    }

    private void readRecalls(double[] kept) {
        double[] recall = new double[classes];
        for (int c = 0; c < classes; c++) {
            recall[c] = kept.length == classes ? kept[c] : Double.NaN;
            recalls.get(c).add(recall[c]);
        }
        double[] sorted = Arrays.stream(recall).filter(Double::isFinite).sorted().toArray();
        medianRecall.add(Curves.at(sorted, sorted.length, 0.5));
    }
}
