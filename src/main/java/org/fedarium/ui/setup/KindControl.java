package org.fedarium.ui.setup;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.fedarium.catalog.Descriptor;
import org.fedarium.experiment.Schema;
import org.fedarium.look.Texts;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// Chooses a section's entry: the data set, the algorithm, the kind of skew.
final class KindControl {
    // Lists begin below each other and are as wide as the panel lets them.
    private static final double LABEL_WIDTH = 72;
    // A longer list would reach beyond the foot of a small screen.
    private static final int VISIBLE_ROWS = 12;

    private final ComboBox<Descriptor> box = new ComboBox<>();

    private final HBox row;
    private final Texts texts;
    private boolean showing;

    KindControl(Schema.Section section, String label, Texts texts, Consumer<Descriptor> chosen) {
        this.texts = texts;
        box.setId("setting-" + section.id() + "-kind");
        box.setAccessibleText(label);
        box.setMinWidth(ChoiceControl.WIDTH);
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setVisibleRowCount(VISIBLE_ROWS);
        box.getItems().setAll(section.entries());
        box.setConverter(names());
        box.setCellFactory(list -> new NameCell());
        box.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing && now != null) {
                                chosen.accept(now);
                            }
                        });
        Label name = new Label(label);
        name.getStyleClass().add("fed-field-label");
        name.setLabelFor(box);
        name.setTooltip(new Tooltip(label));
        name.setMinWidth(LABEL_WIDTH);
        row = new HBox(name, box);
        row.getStyleClass().add("fed-row");
    }

    HBox node() {
        return row;
    }

    void show(Descriptor chosen) {
        Optional<Descriptor> item =
                box.getItems().stream().filter(d -> d.id().equals(chosen.id())).findFirst();
        showing = true;
        box.setValue(item.orElse(null));
        showing = false;
        Tooltip tooltip = new Tooltip(tip(chosen));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(340);
        if (!chosen.formula().isEmpty()) {
            // Fonts of texts lack some signs of formulas.
            Label formula = new Label(chosen.formula());
            formula.getStyleClass().add("fed-formula-sub");
            formula.setWrapText(true);
            formula.setMaxWidth(300);
            tooltip.setGraphic(formula);
            tooltip.setContentDisplay(ContentDisplay.BOTTOM);
            tooltip.setGraphicTextGap(6);
        }
        box.setTooltip(tooltip);
    }

    private String tip(Descriptor entry) {
        // The name first: the list may have no room for all of it.
        StringBuilder text = new StringBuilder(texts.name(entry));
        text.append('\n').append(texts.summary(entry));
        if (!entry.citation().isEmpty()) {
            text.append('\n').append(entry.citation());
        }
        return text.toString();
    }

    private final class NameCell extends ListCell<Descriptor> {
        @Override
        protected void updateItem(@Nullable Descriptor entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(entry == null || empty ? "" : texts.name(entry));
            setId(entry == null || empty ? null : box.getId() + "-" + entry.id());
        }
    }

    private StringConverter<Descriptor> names() {
        return new StringConverter<>() {
            @Override
            public String toString(Descriptor entry) {
                return entry == null ? "" : texts.name(entry);
            }

            @Override
            public Descriptor fromString(String text) {
                throw new UnsupportedOperationException("the list is not typed into");
            }
        };
    }
}
