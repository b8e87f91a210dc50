package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;

import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Locale;

/// Pictures of the window at the sizes, themes and languages that people use.
final class LabPicturesTest {

    @ParameterizedTest
    @CsvSource({
        "1440, 900, light, en",
        "1440, 900, dark, zh",
        "1024, 768, light, zh",
        "1024, 768, dark, en"
    })
    void theOpeningSceneLooksRight(int width, int height, String theme, String language)
            throws IOException {
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        try (OpenLab lab =
                OpenLab.of(
                        Scenarios.all().getFirst().experiment(), width, height, colours, locale)) {
            lab.goTo(37.62);
            FxToolkit.run(() -> lab.model.selected().set(8));
            lab.awaitTraces();
            WritableImage image =
                    lab.robot.snapshot("lab-%dx%d-%s-%s".formatted(width, height, theme, language));
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(lab.model.state().get().problem()).isNull();
        }
    }

    @Test
    void inANarrowWindowThePanelOpensOverTheStage() throws IOException {
        try (OpenLab lab =
                OpenLab.of(
                        Scenarios.all().getFirst().experiment(),
                        1024,
                        768,
                        Theme.LIGHT,
                        Locale.ENGLISH)) {
            lab.goTo(3);
            lab.robot.click("rail-training");
            FxToolkit.await("the panel", () -> lab.robot.exists("scenario-picker"));
            lab.robot.snapshot("lab-narrow-panel");
            lab.robot.press(javafx.scene.input.KeyCode.ESCAPE);
            FxToolkit.await("it closes", () -> !lab.robot.exists("scenario-picker"));
            lab.robot.click("keys");
            lab.robot.snapshot("lab-keys");
        }
    }
}
