package org.fedarium.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// The control of one setting, made from its description: name, typed value, tooltip with range,
/// default and help, and a message below while what was typed cannot be used.
abstract class ParameterControl {

    /// Where checked values go.
    interface Target {
        void edit(String path, Object value);

        /// A slider is held, or let go.
        default void adjusting(boolean held) {}
    }

    /// What a control is made from.
    ///
    /// @param path  such as `training.learningRate`
    /// @param label in the window's language
    /// @param help  one sentence in the window's language
    /// @param typed never a slider
    record Setting(
            String path,
            String label,
            String help,
            ParameterSpec spec,
            Texts texts,
            Target target,
            boolean typed) {

        Setting withoutSlider() {
            return new Setting(path, label, help, spec, texts, target, true);
        }

        String id() {
            return "setting-" + path.replace('.', '-');
        }

        String tooltip() {
            String range =
                    spec.domain() instanceof Domain.Choice c
                            ? texts.get("setup.range.choice", options(c))
                            : ValueText.range(spec.domain(), texts);
            String unit =
                    spec.unit().isEmpty()
                            ? ""
                            : " (" + texts.get("setup.unit", texts.unit(spec)) + ")";
            String standard = shownDefault();
            return help + "\n" + texts.get("setup.range", range) + unit + standard;
        }

        private String options(Domain.Choice choice) {
            return choice.options().stream()
                    .map(word -> texts.option(path, word))
                    .collect(Collectors.joining(texts.get("note.list")));
        }

        private String shownDefault() {
            String value =
                    switch (spec.defaultValue()) {
                        case Boolean on -> texts.get(on ? "setup.on" : "setup.off");
                        case String word when spec.domain() instanceof Domain.Choice ->
                                texts.option(path, word);
                        default -> ValueText.write(spec.defaultValue());
                    };
            return value.isEmpty() ? "" : "\n" + texts.get("setup.default", value);
        }
    }

    private final VBox box = new VBox();
    private final Label error = new Label();
    protected final Setting setting;

    ParameterControl(Setting setting) {
        this.setting = setting;
        box.setId(setting.id());
        box.getStyleClass().add("fed-parameter");
        error.setId(setting.id() + "-error");
        error.getStyleClass().add("fed-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        showError(null);
    }

    /// The control for a setting's domain.
    static ParameterControl of(Setting setting) {
        return switch (setting.spec().domain()) {
            case Domain.Reals r -> new NumberControl(setting, Double.NaN, false);
            case Domain.Integers i -> new NumberControl(setting, Double.NaN, false);
            case Domain.Choice c -> new ChoiceControl(setting);
            case Domain.Flag f -> new FlagControl(setting);
            case Domain.IntegerList l -> new TextControl(setting);
            case Domain.Text t -> new TextControl(setting);
        };
    }

    final Node node() {
        return box;
    }

    /// Shows a value that came from elsewhere.
    abstract void show(Object value);

    protected final void setContent(Node... rows) {
        box.getChildren().setAll(rows);
        box.getChildren().add(error);
    }

    /// Name on the left, control on the right.
    protected final HBox row(Control control) {
        Label name = new Label(setting.label());
        name.getStyleClass().add("fed-field-label");
        name.setLabelFor(control);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(name, control);
        row.getStyleClass().add("fed-row");
        describe(name);
        // Where there is no room for all of the name, it can be read here.
        Tips.set(name, setting.label() + "\n" + setting.tooltip());
        return row;
    }

    protected final void describe(Control control) {
        Tips.set(control, setting.tooltip());
        control.setAccessibleText(setting.label());
        control.setAccessibleHelp(setting.help());
    }

    /// Reads what was typed; shows why not and gives null when it cannot be used.
    protected final @Nullable Object read(String text) {
        try {
            Object value =
                    ValueText.read(text, setting.spec().domain(), setting.label(), setting.texts());
            showError(null);
            return value;
        } catch (BadInput e) {
            showError(setting.texts().message(e));
            return null;
        }
    }

    protected final void showError(@Nullable String message) {
        error.setText(message == null ? "" : message);
        error.setVisible(message != null);
        error.setManaged(message != null);
    }

    protected final boolean hasError() {
        return error.isManaged();
    }
}
