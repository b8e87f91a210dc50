package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PlotLayoutTest {
    private static final List<PlotKind> USUAL =
            List.of(kind("loss", 31, 180), kind("metric", 24, 160), kind("parameters", 45, 280));

    private static PlotKind kind(String id, double share, double least) {
        return new PlotKind(id, List.of(), share, least);
    }

    private static PlotLayout layout(int plots, double width, double height) {
        List<PlotLayout.Plot> all =
                IntStream.range(0, plots)
                        .mapToObj(i -> new PlotLayout.Plot(USUAL.get(i % USUAL.size()), i % 3 < 2))
                        .toList();
        return PlotLayout.of(all, 0, width, height, false, 60);
    }

    @Test
    void threePlotsShareTheColumnByTheirShares() {
        PlotLayout layout = layout(3, 420, 800);
        assertThat(layout.cells().stream().map(PlotLayout.Cell::height))
                .containsExactly(248.0, 192.0, 360.0);
        assertThat(layout.cells().get(2).y()).isEqualTo(440);
        assertThat(layout.height()).isEqualTo(800);
    }

    @Test
    void noPlotIsLowerThanItsLeastAndTheRestShareWhatIsLeft() {
        // 31 : 24 : 45 of 700 would be 217, 168, 315; at 650 the metric would have 156.
        assertThat(PlotLayout.heights(new double[] {31, 24, 45}, new double[] {180, 160, 280}, 650))
                .containsExactly(199, 160, 291);
    }

    @Test
    void aLowColumnShowsTheMetricAsANumber() {
        PlotLayout layout = layout(3, 420, 600);
        assertThat(layout.cells().get(1).number()).isTrue();
        assertThat(layout.cells().get(1).height()).isEqualTo(60);
        assertThat(layout.height()).isEqualTo(600);
    }

    @Test
    void morePlotsThanFitScrollAtTheirLeastHeights() {
        PlotLayout layout = layout(6, 420, 800);
        assertThat(layout.height()).isEqualTo(2 * (180 + 160 + 280));
        assertThat(layout.cells()).noneMatch(PlotLayout.Cell::number);
    }

    @Test
    void aNarrowColumnShowsTheChosenPlotAlone() {
        PlotLayout layout = narrow(2, 3);
        assertThat(layout.tabs()).isTrue();
        assertThat(layout.cells()).containsExactly(new PlotLayout.Cell(2, 0, 0, 320, 700, false));
        assertThat(narrow(9, 3).cells().getFirst().tile()).isEqualTo(2);
    }

    @Test
    void linesOfANarrowColumnStandUprightOnlyALittle() {
        // 1.1 times 1.45 times 320.
        assertThat(narrow(0, 3).cells())
                .containsExactly(new PlotLayout.Cell(0, 0, 0, 320, 510, false));
    }

    private static PlotLayout narrow(int chosen, int plots) {
        List<PlotLayout.Plot> all =
                IntStream.range(0, plots)
                        .mapToObj(i -> new PlotLayout.Plot(USUAL.get(i), i < 2))
                        .toList();
        return PlotLayout.of(all, chosen, 320, 700, false, 60);
    }

    @Test
    void aWideColumnWithRoomForAllHasThemBelowEachOther() {
        PlotLayout layout = layout(3, 640, 1500);
        assertThat(layout.cells()).allMatch(c -> c.width() == 640);
        assertThat(layout.cells().stream().map(PlotLayout.Cell::height))
                .containsExactly(465.0, 360.0, 675.0);
    }

    @Test
    void aWideColumnWithMorePlotsHasPairsAndAnOddLastPlotTheWholeWidth() {
        // The least heights of seven come to 1420, those of four rows to 1020.
        PlotLayout layout = layout(7, 641, 1200);
        PlotLayout.Cell left = layout.cells().get(0);
        PlotLayout.Cell right = layout.cells().get(1);
        PlotLayout.Cell last = layout.cells().get(6);
        assertThat(left.width()).isEqualTo(320);
        assertThat(right.x()).isEqualTo(320);
        assertThat(right.width()).isEqualTo(321);
        assertThat(last.width()).isEqualTo(641);
        assertThat(last.y() + last.height()).isEqualTo(1200);
        assertThat(layout.height()).isEqualTo(1200);
    }

    /// Whatever the plots and the window: lines lie rather than stand.
    @Test
    void noLineChartIsMuchTallerThanWide() {
        for (int plots = 1; plots <= 12; plots++) {
            for (double width : new double[] {320, 360, 400, 420, 464, 480, 576, 640, 800}) {
                for (double height = 300; height < 2200; height += 50) {
                    for (PlotLayout.Cell cell : layout(plots, width, height).cells()) {
                        if (cell.tile() % 3 < 2) {
                            assertThat(cell.height())
                                    .as("%d plots in %f x %f", plots, width, height)
                                    .isLessThanOrEqualTo((width < 400 ? 1.6 : 1.1) * cell.width());
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatLinesMayNotHaveGoesToAPictureOrStaysEmpty() {
        double none = Double.POSITIVE_INFINITY;
        double[] shares = {1, 1, 2};
        double[] least = {10, 10, 10};
        assertThat(PlotLayout.heights(shares, least, new double[] {50, none, none}, 400))
                .containsExactly(50, 116, 234);
        assertThat(PlotLayout.heights(shares, least, new double[] {50, 60, 70}, 400))
                .containsExactly(50, 60, 70);
    }

    @Test
    void withoutPlotsNothingIsLaidOut() {
        assertThat(layout(0, 420, 800).cells()).isEmpty();
    }
}
