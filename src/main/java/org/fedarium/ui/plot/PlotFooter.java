package org.fedarium.ui.plot;

import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.StringConverter;

import org.fedarium.chart.ChartWords;
import org.fedarium.chart.StepAxis;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FittingSkin;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The foot of the column: what the curves run over, and adding a plot.
final class PlotFooter {
    private final ComboBox<StepAxis> axis;
    private final MenuButton add;
    private final Texts texts;
    private final Consumer<UnaryOperator<PlotSetup>> edit;
    private @Nullable RunInfo run;
    private boolean filling;

    /// @param edit changes the arrangement
    PlotFooter(
            ComboBox<StepAxis> axis,
            MenuButton add,
            Texts texts,
            Consumer<UnaryOperator<PlotSetup>> edit) {
        this.axis = axis;
        this.add = add;
        this.texts = texts;
        this.edit = edit;
        axis.setAccessibleText(texts.get("plot.axis.choose"));
        axis.setConverter(new AxisNames());
        FittingSkin.dress(axis);
        axis.getItems().setAll(StepAxis.values());
        axis.setOnAction(
                e -> {
                    StepAxis chosen = axis.getValue();
                    if (!filling && chosen != null) {
                        edit.accept(setup -> setup.withAxis(chosen));
                    }
                });
    }

    /// Shows an arrangement as it is in a run.
    ///
    /// @param info null before the first run
    void show(PlotSetup setup, @Nullable RunInfo info) {
        filling = true;
        run = info;
        axis.setValue(null);
        axis.setValue(setup.axis());
        // Where there is no room for all of it.
        Tips.set(axis, axis.getConverter().toString(setup.axis()));
        filling = false;
        add.getItems().clear();
        boolean full = setup.tiles().size() >= PlotSetup.MOST;
        for (PlotKind kind : PlotKinds.ALL) {
            MenuItem item = new MenuItem(texts.get("plot.kind." + kind.id()));
            item.setId("plot-add-" + kind.id());
            item.setDisable(full || info != null && !kind.fits(info));
            item.setOnAction(e -> edit.accept(now -> now.with(PlotSetup.Tile.of(kind.id()))));
            add.getItems().add(item);
        }
        MenuItem reset = new MenuItem(texts.get("plot.reset"));
        reset.setId("plot-reset");
        reset.setOnAction(e -> edit.accept(now -> PlotSetup.INITIAL));
        add.getItems().addAll(new SeparatorMenuItem(), reset);
    }

    private final class AxisNames extends StringConverter<StepAxis> {
        @Override
        public String toString(@Nullable StepAxis each) {
            RunInfo info = run;
            if (each == null) {
                return "";
            }
            return info == null
                    ? texts.get("plot.axis.of." + each.id())
                    : ChartWords.axis(texts, info, each);
        }

        @Override
        public StepAxis fromString(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
