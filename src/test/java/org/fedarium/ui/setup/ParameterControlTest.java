package org.fedarium.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FxToolkit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

final class ParameterControlTest {
    private static final ParameterSpec RATE =
            ParameterSpec.logReal("rate", "Rate", 0.001, 10, 0.1, "How fast.");
    private final List<Object> edits = new ArrayList<>();
    private Scene scene;

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private ParameterControl control(ParameterSpec spec, Locale locale) {
        return FxToolkit.call(
                () -> {
                    ParameterControl made =
                            ParameterControl.of(
                                    new ParameterControl.Setting(
                                            "training." + spec.id(),
                                            spec.label(),
                                            spec.help(),
                                            spec,
                                            new Texts(locale),
                                            (path, value) -> edits.add(value),
                                            false));
                    scene = new Scene(new VBox(made.node()));
                    made.show(spec.defaultValue());
                    return made;
                });
    }

    private void type(String id, String text) {
        FxToolkit.run(
                () -> {
                    TextField field =
                            (TextField) scene.lookup("#setting-training-" + id + "-field");
                    field.setText(text);
                    field.fireEvent(new javafx.event.ActionEvent());
                });
    }

    private Label error(String id) {
        return (Label) scene.lookup("#setting-training-" + id + "-error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0",
                "-1",
                "11",
                "NaN",
                "Infinity",
                "1e999",
                "0,5",
                "1 2",
                "0x1p3",
                "1d"
            })
    void badTextIsExplainedAndGoesNoFurther(String text) {
        control(RATE, Locale.ENGLISH);
        type("rate", text);
        assertThat(edits).isEmpty();
        assertThat(error("rate").isVisible()).isTrue();
        assertThat(error("rate").getText()).contains("Rate").contains("0.001").contains("10");
    }

    @Test
    void messagesSpeakTheWindowsLanguage() {
        control(RATE, Locale.SIMPLIFIED_CHINESE);
        type("rate", "abc");
        assertThat(error("rate").getText()).contains("0.001 \u5230 10");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "1e-2, 0.01", "10, 10", ".25, 0.25", "' 2 ', 2"})
    void goodTextIsHandedOnAndMovesTheSlider(String text, double value) {
        control(RATE, Locale.ENGLISH);
        type("rate", text);
        assertThat(edits).containsExactly(value);
        assertThat(error("rate").isVisible()).isFalse();
        Slider slider = (Slider) scene.lookup("#setting-training-rate-slider");
        assertThat(slider.getValue()).isBetween(0.0, 1.0).isNotEqualTo(0.5);
    }

    @Test
    void correctingAMistakeTakesTheMessageAway() {
        control(RATE, Locale.ENGLISH);
        type("rate", "abc");
        type("rate", "0.2");
        assertThat(error("rate").isVisible()).isFalse();
        assertThat(edits).containsExactly(0.2);
    }

    @Test
    void aShownValueIsNotAnEdit() {
        ParameterControl control = control(RATE, Locale.ENGLISH);
        FxToolkit.run(() -> control.show(3.0));
        assertThat(edits).isEmpty();
    }

    @Test
    void listsAreReadWithCommasOrBlanks() {
        ParameterSpec list =
                new ParameterSpec(
                        "sizes",
                        "Sizes",
                        "",
                        "",
                        new Domain.IntegerList(3, 1, 100),
                        List.of(8L),
                        false,
                        ParameterSpec.Level.BASIC);
        control(list, Locale.ENGLISH);
        type("sizes", "64, 32");
        type("sizes", "64 0");
        assertThat(edits).containsExactly(List.of(64L, 32L));
        assertThat(error("sizes").getText()).contains("whole numbers");
    }
}
