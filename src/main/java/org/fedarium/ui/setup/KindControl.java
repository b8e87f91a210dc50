package org.fedarium.ui.setup;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.StringConverter;

import org.fedarium.catalog.Descriptor;
import org.fedarium.experiment.Schema;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FittingSkin;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses a section's entry: the data set, the algorithm, the kind of skew.
final class KindControl {
    // Lists begin below each other and are as wide as the panel lets them.
    private static final double LABEL_WIDTH = 72;
    // A longer list would reach beyond the foot of a small screen.
    private static final int VISIBLE_ROWS = 12;
    private static final Pattern CHINESE_OR_NOT =
            Pattern.compile("([\\u2e80-\\uffff]+)|[^\\u2e80-\\uffff]+");

    private final ComboBox<Descriptor> box = new ComboBox<>();

    private final HBox row;
    private final Texts texts;
    private boolean showing;

    KindControl(Schema.Section section, String label, Texts texts, Consumer<Descriptor> chosen) {
        this.texts = texts;
        box.setId("setting-" + section.id() + "-kind");
        box.setAccessibleText(label);
        box.setMinWidth(ChoiceControl.WIDTH);
        box.setPrefWidth(ChoiceControl.WIDTH);
        FittingSkin.dress(box);
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
        Tips.set(name, label);
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
        box.setAccessibleHelp(texts.summary(chosen));
        if (chosen.formula().isEmpty()) {
            Tips.set(box, tip(chosen));
        } else {
            Tips.set(box, tip(chosen), () -> formula(texts.formula(chosen.formula())));
        }
    }

    /// Fonts of texts lack some signs of formulas, and the font of formulas has no Chinese words.
    private static TextFlow formula(String formula) {
        TextFlow flow = new TextFlow();
        Matcher run = CHINESE_OR_NOT.matcher(formula);
        while (run.find()) {
            Text text = new Text(run.group());
            boolean chinese = run.group(1) != null;
            text.getStyleClass().addAll(chinese ? "fed-cjk" : "fed-formula-sub", "fed-ink");
            flow.getChildren().add(text);
        }
        flow.setMaxWidth(300);
        return flow;
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
