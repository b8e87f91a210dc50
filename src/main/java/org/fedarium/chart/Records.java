package org.fedarium.chart;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What charts need of the step records, in columns. The record of every round is read once, for
/// all columns together, because reading one number of it is as dear as reading it whole.
final class Records {
    private final Timeline timeline;
    private final boolean crowd;
    private final boolean mixing;
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
        this.mixing = info.rhythm() == Rhythm.MIXING;
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
            read(timeline.step(size));
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

    private void read(StepRecord step) {
        localSteps.add(step.totalSteps());
        bytes.add(step.totalBytes());
        seconds.add(step.end());
        ClientReports reports = step.reports();
        down.add(before(down) + Arrays.stream(reports.bytesDown()).sum());
        up.add(before(up) + Arrays.stream(reports.bytesUp()).sum());
        stepTime.add(step.round() == 0 ? Double.NaN : step.end() - step.start());
        memberTime.add(medianTime(reports));
        readLosses(reports);
        readRecalls(step.confusion());
    }

    private static double before(Column column) {
        return column.size() == 0 ? 0 : column.values()[column.size() - 1];
    }

    private double medianTime(ClientReports reports) {
        double[] times =
                IntStream.range(0, reports.size())
                        .filter(reports::arrives)
                        // A client that nobody mixes with sends nothing and waits for nobody.
                        .filter(s -> !mixing || reports.bytesUp()[s] > 0)
                        .mapToDouble(s -> reports.uploadEnd()[s] - reports.begin()[s])
                        .sorted()
                        .toArray();
        return Curves.at(times, times.length, 0.5);
    }

    private void readLosses(ClientReports reports) {
        if (crowd) {
            double[] values =
                    Arrays.stream(reports.lossAfter()).filter(Double::isFinite).sorted().toArray();
            lowLoss.add(Curves.at(values, values.length, 0.1));
            medianLoss.add(Curves.at(values, values.length, 0.5));
            highLoss.add(Curves.at(values, values.length, 0.9));
            return;
        }
        losses.forEach(column -> column.add(Double.NaN));
        for (int s = 0; s < reports.size(); s++) {
            losses.get(reports.client()[s]).set(size, reports.lossAfter()[s]);
        }
    }

    private void readRecalls(int[] confusion) {
        boolean kept = classes > 0 && confusion.length == classes * classes;
        double[] recall = new double[classes];
        for (int c = 0; c < classes; c++) {
            double rows = 0;
            for (int p = 0; kept && p < classes; p++) {
                rows += confusion[c * classes + p];
            }
            recall[c] = rows > 0 ? confusion[c * classes + c] / rows : Double.NaN;
            recalls.get(c).add(recall[c]);
        }
        double[] sorted = Arrays.stream(recall).filter(Double::isFinite).sorted().toArray();
        medianRecall.add(Curves.at(sorted, sorted.length, 0.5));
    }
}
