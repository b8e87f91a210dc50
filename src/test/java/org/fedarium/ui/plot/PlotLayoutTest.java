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
        List<PlotKind> kinds =
                IntStream.range(0, plots).mapToObj(i -> USUAL.get(i % USUAL.size())).toList();
        return PlotLayout.of(kinds, 0, width, height, false, 60);
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
        PlotLayout layout = PlotLayout.of(USUAL, 2, 320, 700, false, 60);
        assertThat(layout.tabs()).isTrue();
        assertThat(layout.cells()).containsExactly(new PlotLayout.Cell(2, 0, 0, 320, 700, false));
        assertThat(PlotLayout.of(USUAL, 9, 320, 700, false, 60).cells().getFirst().tile())
                .isEqualTo(2);
    }

    @Test
    void aWideColumnHasPairsAndAnOddLastPlotTheWholeWidth() {
        PlotLayout layout = layout(3, 641, 1000);
        PlotLayout.Cell left = layout.cells().get(0);
        PlotLayout.Cell right = layout.cells().get(1);
        PlotLayout.Cell below = layout.cells().get(2);
        assertThat(left.width()).isEqualTo(320);
        assertThat(right.x()).isEqualTo(320);
        assertThat(right.width()).isEqualTo(321);
        assertThat(below.width()).isEqualTo(641);
        assertThat(below.y()).isEqualTo(left.height());
        assertThat(left.height() + below.height()).isEqualTo(1000);
    }

    @Test
    void withoutPlotsNothingIsLaidOut() {
        assertThat(layout(0, 420, 800).cells()).isEmpty();
    }
}
