package org.fedarium.ui.plot;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.fedarium.chart.ChartWords;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The list of metrics beside the loss. Metrics join it with their first value; the one that a
/// scenario is about is shown as soon as it has joined, unless a person has chosen meanwhile.
final class MetricChooser {
    private final ComboBox<String> box;
    private final Texts texts;
    private final OnChosen onChosen;
    private String preferred = "";
    private boolean awaiting;
    private boolean filling;
    private boolean hidden;

    /// Hears of the metric to be drawn.
    @FunctionalInterface
    interface OnChosen {
        /// @param byPerson false when it was chosen to suit the run
        void chosen(String metric, boolean byPerson);
    }

    /// @param onChosen told which metric is to be drawn, also when it is the same again
    MetricChooser(ComboBox<String> box, Texts texts, OnChosen onChosen) {
        this.box = box;
        this.texts = texts;
        this.onChosen = onChosen;
        box.setAccessibleText(texts.get("plot.metric.choose"));
        // Where there is no room for all of it.
        box.valueProperty()
                .addListener((o, before, now) -> Tips.set(box, now == null ? "" : tip(now)));
        box.setOnAction(
                e -> {
                    String id = box.getValue();
                    if (!filling && id != null) {
                        awaiting = false;
                        onChosen.chosen(id, true);
                    }
                });
    }

    private String tip(String metric) {
        return box.getConverter().toString(metric);
    }

    /// The metric a scenario is about; empty for the usual one.
    void prefer(String id) {
        preferred = id;
        awaiting = !id.isEmpty();
    }

    /// Another run is on show.
    ///
    /// @param now the metric drawn so far, kept when the run has it; empty for none
    void open(RunInfo info, List<String> choices, String now) {
        box.setConverter(new MetricNames(info));
        boolean keep = choices.contains(now);
        awaiting = !preferred.isEmpty() && (awaiting || !keep);
        fill(choices, keep ? now : info.mainMetric().id());
    }

    /// Once per frame: metrics that have a value now.
    ///
    /// @param now the metric drawn so far
    void offer(List<String> choices, String now) {
        if (awaiting && choices.contains(preferred)) {
            awaiting = false;
            fill(choices, preferred);
        } else if (!choices.equals(box.getItems())) {
            fill(choices, now);
        }
    }

    private void fill(List<String> choices, String chosen) {
        filling = true;
        box.getItems().setAll(choices);
        box.setValue(chosen);
        filling = false;
        onChosen.chosen(chosen, false);
        show();
    }

    void setHidden(boolean wanted) {
        hidden = wanted;
        show();
    }

    private void show() {
        boolean shown = box.getItems().size() > 1 && !hidden;
        box.setVisible(shown);
        box.setManaged(shown);
    }

    private final class MetricNames extends StringConverter<String> {
        private final RunInfo info;

        MetricNames(RunInfo info) {
            this.info = info;
        }

        @Override
        public String toString(@Nullable String id) {
            return id == null ? "" : ChartWords.metric(texts, info, id);
        }

        @Override
        public String fromString(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
