package org.fedarium.ui.setup;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.fedarium.catalog.Domain;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FittingSkin;

/// One of a few words, shown by their translation where there is one.
final class ChoiceControl extends ParameterControl {
    static final double WIDTH = 168;

    private final ComboBox<String> box = new ComboBox<>();
    private boolean showing;

    ChoiceControl(Setting setting) {
        super(setting);
        box.setId(setting.id() + "-field");
        box.setPrefWidth(WIDTH);
        FittingSkin.dress(box);
        box.getItems().setAll(((Domain.Choice) setting.spec().domain()).options());
        box.setConverter(words(setting.texts(), setting.path()));
        describe(box);
        box.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing && now != null) {
                                setting.target().edit(setting.path(), now);
                            }
                        });
        setContent(row(box));
    }

    private static StringConverter<String> words(Texts texts, String path) {
        return new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : texts.option(path, option);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    @Override
    void show(Object value) {
        showing = true;
        box.setValue((String) value);
        showing = false;
    }
}
