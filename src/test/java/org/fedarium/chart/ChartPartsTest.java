package org.fedarium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class ChartPartsTest {
    @Test
    void decimationKeepsTheLowestAndHighestPointOfEveryColumn() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            int n = 1 + random.nextInt(5000);
            int columns = 1 + random.nextInt(300);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = i;
                y[i] = random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian();
            }
            Decimation.Points kept = Decimation.thin(x, y, n, 0, n, columns);
            double[] wanted = extremes(x, y, n, columns);
            double[] found = extremes(kept.x(), kept.y(), n, columns);
            assertThat(found).isEqualTo(wanted);
            assertThat(kept.x().length).isLessThanOrEqualTo(4 * (columns + 2));
            assertThat(kept.x()).isSorted();
        }
    }

    private static double[] extremes(double[] x, double[] y, double max, int columns) {
        double[] found = new double[2 * (columns + 2)];
        Arrays.fill(found, Double.NaN);
        for (int i = 0; i < x.length; i++) {
            int c = (int) Decimation.column(x[i], 0, max, columns) + 1;
            if (Double.isFinite(y[i])) {
                found[2 * c] = Double.isNaN(found[2 * c]) ? y[i] : Math.min(found[2 * c], y[i]);
                found[2 * c + 1] =
                        Double.isNaN(found[2 * c + 1]) ? y[i] : Math.max(found[2 * c + 1], y[i]);
            }
        }
        return found;
    }

    @Test
    void logTicksAreOneTwoFive() {
        assertThat(Ticks.log(0.4, 2.3).labels()).containsExactly("0.5", "1", "2");
        assertThat(Ticks.logTicks(0.09, 1.2)).containsExactly(0.1, 0.2, 0.5, 1.0);
        assertThat(Ticks.logTicks(1e-6, 1e6).size()).isLessThanOrEqualTo(Ticks.MOST);
        assertThat(Ticks.log(Double.NaN, Double.POSITIVE_INFINITY).ticks()).isNotEmpty();
        assertThat(Ticks.log(1e-12, 1e-12).max()).isGreaterThan(1e-12);
    }

    @Test
    void axesHaveAtMostFiveTicksAndContainTheirValues() {
        Random random = new Random(11);
        for (int trial = 0; trial < 2000; trial++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4);
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(8) - 4);
            AxisScale axis = Ticks.linear(low, high, false, false);
            assertThat(axis.ticks().length).isBetween(1, Ticks.MOST);
            assertThat(axis.min()).isLessThanOrEqualTo(low + 1e-9 * Math.abs(low));
            assertThat(axis.max()).isGreaterThanOrEqualTo(high - 1e-9 * Math.abs(high));
        }
        assertThat(Ticks.linear(0.86, 1.06, false, false).labels()).contains("0.90", "1.00");
        for (int last : new int[] {1, 2, 3, 5, 7, 20, 40, 60, 100, 150, 1000, 99_999}) {
            AxisScale axis = Ticks.rounds(0, last, "Round 0");
            assertThat(axis.ticks().length).isBetween(2, Ticks.MOST);
            assertThat(axis.labels().getFirst()).isEqualTo("Round 0");
        }
    }

    @Test
    void theAxisOfRoundsGrowsInStepsUpToTheEnd() {
        List<Integer> steps = new ArrayList<>();
        for (int shown = 0; shown <= 150; shown++) {
            int last = Ticks.lastRound(shown, 150);
            assertThat(last).isGreaterThanOrEqualTo(shown);
            if (!steps.contains(last)) {
                steps.add(last);
            }
        }
        assertThat(steps).containsExactly(20, 40, 60, 100, 150);
        assertThat(Ticks.lastRound(0, 5)).isEqualTo(5);
    }

    @Test
    void labelsArePushedApart() {
        Random random = new Random(2);
        LabelLayout.Area area = new LabelLayout.Area(40, 0, 400, 300);
        for (int trial = 0; trial < 200; trial++) {
            List<LabelLayout.Wish> wishes = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                double y = 120 + 30 * random.nextDouble();
                wishes.add(new LabelLayout.Wish(200, y, 40 + random.nextInt(60)));
            }
            List<LabelLayout.Place> places =
                    LabelLayout.place(wishes, List.of(), List.of(), area, 1);
            for (int a = 0; a < places.size(); a++) {
                for (int b = a + 1; b < places.size(); b++) {
                    LabelLayout.Place p = places.get(a);
                    LabelLayout.Place q = places.get(b);
                    boolean sideways =
                            p.left() < q.left() + wishes.get(b).width()
                                    && q.left() < p.left() + wishes.get(a).width();
                    if (sideways) {
                        assertThat(Math.abs(p.centre() - q.centre()))
                                .isGreaterThanOrEqualTo(LabelLayout.APART - 0.01);
                    }
                }
            }
        }
    }

    @Test
    void theNearestPointIsFound() {
        FakeTimeline run = FakeTimeline.of(3, 100, 60).build();
        ChartData data =
                new RunCharts(run)
                        .data(
                                ChartKind.LOSS,
                                org.fedarium.lab.Playhead.endOf(60),
                                ChartOptions.of(run.info()),
                                List.of(),
                                new org.fedarium.look.Texts(java.util.Locale.ENGLISH));
        PlotGeometry at = new PlotGeometry(data, 40, 10, 360, 200);
        Series global = data.series("global");
        PlotGeometry.Hit hit = at.nearest(at.pixelX(12), at.pixelY(global.y()[12]) + 0.1, 10);
        assertThat(hit).isEqualTo(new PlotGeometry.Hit(global, 12, global.y()[12]));
        assertThat(at.nearest(at.pixelX(90), at.pixelY(2), 10)).isNull();
        assertThat(at.at(12, 20))
                .extracting(PlotGeometry.Hit::y)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
