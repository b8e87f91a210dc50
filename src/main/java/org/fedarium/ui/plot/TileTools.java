package org.fedarium.ui.plot;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.fedarium.chart.ChartKind;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;
import org.fedarium.model.ParameterLayout;
import org.fedarium.ui.support.FittingSkin;

import java.util.List;

/// What can be chosen in the head of a plot: the axis of the loss, the metric, the parameter.
final class TileTools {
    private final HBox axis = new HBox();
    private final ToggleButton linear;
    private final ToggleButton log;
    private final ComboBox<String> metrics = new ComboBox<>();
    private final MetricChooser chooser;
    private final ParameterPicker picker;
    private final String kind;
    private String metric = "";
    private boolean presenting;
    private ChartKind shown = ChartKind.LOSS;
    private boolean picture;

    TileTools(PlotTile tile, PlotBoard board, Texts texts) {
        kind = tile.kind().id();
        String id = tile.id();
        linear = toggle(id + "-linear", texts.get("plot.loss.linear"));
        log = toggle(id + "-log", texts.get("plot.loss.log"));
        axis.getStyleClass().addAll("fed-segmented", "fed-compact");
        axis.setMinWidth(Region.USE_PREF_SIZE);
        axis.getChildren().setAll(linear, log);
        axis.setAccessibleText(texts.get("plot.loss.axis"));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(linear, log);
        log.setSelected(true);
        group.selectedToggleProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            } else {
                                board.linearChosen(now == linear);
                            }
                        });
        metrics.setId(id + "-choice");
        metrics.getStyleClass().add("fed-compact");
        metrics.setMaxWidth(210);
        FittingSkin.dress(metrics);
        chooser =
                new MetricChooser(
                        metrics,
                        texts,
                        (chosen, byPerson) -> {
                            metric = chosen;
                            if (byPerson) {
                                board.metricChosen(tile, chosen);
                            }
                        });
        picker = new ParameterPicker(texts, board::parameterChosen);
        picker.field().setId("parameter" + id.substring(kind.length()));
    }

    private static ToggleButton toggle(String id, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        return button;
    }

    List<Node> nodes() {
        return List.of(axis, picker.field());
    }

    /// The list of metrics, which stands for the title.
    Node metrics() {
        return metrics;
    }

    /// Follows the face on show.
    void show(Face face) {
        ChartKind chart = face.chart();
        picture = chart == null;
        shown = chart == null ? shown : chart;
        show();
    }

    private void show() {
        show(axis, kind.equals("loss") && !presenting);
        chooser.setHidden(presenting || !kind.equals("metric"));
        show(picker.field(), !picture && shown.usesTraces());
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    void setPresenting(boolean on) {
        presenting = on;
        show();
    }

    void setLinear(boolean on) {
        (on ? linear : log).setSelected(true);
    }

    /// True while the list of metrics is on show.
    boolean namesMetric() {
        return metrics.isVisible();
    }

    /// The metric on show.
    String metric() {
        return metric;
    }

    /// Shows a metric as soon as the run has it.
    void prefer(String id) {
        chooser.prefer(id);
    }

    /// Another run is on show.
    ///
    /// @param keep whether the metric chosen so far stays when the new run has it too
    void open(RunInfo info, List<String> choices, boolean keep) {
        chooser.open(info, choices, keep ? metric : "");
    }

    /// Once per frame: metrics that have a value by now.
    void offer(List<String> choices) {
        chooser.offer(choices, metric);
    }

    void showParameter(ParameterLayout layout, int index) {
        picker.show(layout, index);
    }
}
