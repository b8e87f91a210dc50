package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fedarium.chart.StepAxis;
import org.fedarium.ui.support.PlotSetup.Tile;
import org.junit.jupiter.api.Test;

import java.util.List;

class PlotSetupTest {
    @Test
    void anArrangementSurvivesBeingWrittenAndRead() {
        PlotSetup setup =
                new PlotSetup(
                        List.of(
                                Tile.of("metric").withMetric("testRecall"),
                                Tile.of("parameters").withFace("drift"),
                                Tile.of("loss")),
                        StepAxis.BYTES,
                        true);
        assertThat(PlotSetup.parse(setup.text())).isEqualTo(setup);
        PlotSetup none = PlotSetup.INITIAL.withTiles(List.of());
        assertThat(PlotSetup.parse(none.text())).isEqualTo(none);
    }

    @Test
    void aLineFromElsewhereIsRefused() {
        assertThatThrownBy(() -> PlotSetup.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlotSetup.parse("miles log loss"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plotsMoveWithinTheColumnOnly() {
        PlotSetup usual = PlotSetup.INITIAL;
        assertThat(usual.moved(0, -1)).isEqualTo(usual);
        assertThat(usual.moved(2, 1)).isEqualTo(usual);
        assertThat(usual.moved(2, -2).tiles().getFirst().kind()).isEqualTo("parameters");
    }

    @Test
    void aFullColumnTakesNoMore() {
        PlotSetup setup = PlotSetup.INITIAL;
        for (int i = 0; i < 20; i++) {
            setup = setup.with(Tile.of("metric"));
        }
        assertThat(setup.tiles()).hasSize(PlotSetup.MOST);
    }
}
