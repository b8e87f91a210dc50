package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Locale;

final class PresentingTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private static boolean presenting(OpenLab lab) {
        return FxToolkit.call(
                () -> lab.window.view().node().getStyleClass().contains("fed-presenter"));
    }

    private static boolean visible(OpenLab lab, String id) {
        return FxToolkit.call(
                () -> {
                    var node = lab.window.scene().lookup("#" + id);
                    return node != null && node.isVisible();
                });
    }

    @Test
    void theLetterPHidesTheSettingsAndEscapeBringsThemBack() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.robot.press(KeyCode.P);
            FxToolkit.await("presenting", () -> presenting(lab));
            assertThat(lab.robot.exists("scenario-picker")).isFalse();
            assertThat(visible(lab, "export")).isFalse();
            assertThat(visible(lab, "plot-loss")).isTrue();
            FxToolkit.await("larger", () -> lab.window.view().stage().shown().presenter());
            lab.robot.press(KeyCode.ESCAPE);
            FxToolkit.await("back", () -> !presenting(lab));
            assertThat(lab.robot.exists("scenario-picker")).isTrue();
            assertThat(visible(lab, "export")).isTrue();
            FxToolkit.await("usual", () -> !lab.window.view().stage().shown().presenter());
        }
    }

    @Test
    void aClickerStartsStepsBlanksAndEnds() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            lab.robot.press(KeyCode.B);
            assertThat(visible(lab, "blank")).isFalse();
            lab.robot.press(KeyCode.F5);
            FxToolkit.await("presenting", () -> presenting(lab));
            FxToolkit.run(() -> lab.model.speed().set(16));
            lab.robot.press(KeyCode.PAGE_DOWN);
            FxToolkit.await(
                    "a phase on",
                    () -> lab.model.playhead().get().equals(new Playhead(4, Phase.SELECT, 1)));
            lab.robot.press(KeyCode.PAGE_UP);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get()))
                    .isEqualTo(Playhead.endOf(3));
            lab.robot.press(KeyCode.B);
            assertThat(visible(lab, "blank")).isTrue();
            lab.robot.press(KeyCode.ESCAPE);
            assertThat(visible(lab, "blank")).isFalse();
            assertThat(presenting(lab)).isTrue();
            lab.robot.press(KeyCode.F5);
            FxToolkit.await("back", () -> !presenting(lab));
            lab.robot.press(KeyCode.PAGE_UP);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get()))
                    .isEqualTo(Playhead.endOf(2));
        }
    }

    @Test
    void aFieldThatHadTheFocusDoesNotTakeTheClickersKeys() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            var field = lab.robot.find("setting-seed-field", javafx.scene.control.TextField.class);
            FxToolkit.run(field::requestFocus);
            lab.robot.press(KeyCode.F5);
            FxToolkit.await("presenting", () -> presenting(lab));
            lab.robot.press(KeyCode.PAGE_UP);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get().round())).isEqualTo(3);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get().phase()))
                    .isEqualTo(Phase.AGGREGATE);
        }
    }

    @Test
    void theFullScreenComesAndGoesAndPresentingOutlivesALanguage() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            Stage stage = (Stage) FxToolkit.call(() -> lab.window.scene().getWindow());
            lab.robot.press(KeyCode.F11);
            FxToolkit.await("full screen", stage::isFullScreen);
            lab.robot.press(KeyCode.F11);
            FxToolkit.await("a window again", () -> !stage.isFullScreen());
            lab.robot.press(KeyCode.F11);
            lab.robot.press(KeyCode.P);
            FxToolkit.await("both", () -> stage.isFullScreen() && presenting(lab));
            FxToolkit.run(() -> lab.model.preferences().locale().set(Locale.SIMPLIFIED_CHINESE));
            FxToolkit.await("still presenting", () -> presenting(lab));
            lab.robot.press(KeyCode.ESCAPE);
            FxToolkit.await("neither", () -> !stage.isFullScreen() && !presenting(lab));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, dark, en, 12",
        "1440, 900, print, zh, 12",
        "1024, 768, contrast, en, 20",
        "1024, 768, light, zh, 300"
    })
    void aClassSeesLargeTypeAndNothingToSet(
            int width, int height, String theme, String language, long clients) throws IOException {
        Experiment experiment = DIGITS.with("partition.clients", clients);
        Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        try (OpenLab lab =
                OpenLab.of(experiment, width, height, Theme.find(theme, Theme.LIGHT), locale)) {
            lab.goTo(17.62);
            lab.robot.press(KeyCode.P);
            FxToolkit.await("presenting", () -> presenting(lab));
            lab.awaitTraces();
            String name = "presenter-%dx%d-%s-%s".formatted(width, height, theme, language);
            WritableImage image = lab.robot.snapshot(name);
            assertThat(image.getWidth()).isEqualTo(width);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, contrast, en",
        "1440, 900, print, en",
        "1024, 768, contrast, zh",
        "1024, 768, print, zh"
    })
    void theLabIsCompleteInEveryTheme(int width, int height, String theme, String language)
            throws IOException {
        Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        try (OpenLab lab =
                OpenLab.of(
                        DIGITS.with("partition.clients", 8L),
                        width,
                        height,
                        Theme.find(theme, Theme.LIGHT),
                        locale)) {
            lab.goTo(17.62);
            lab.picture("lab-%dx%d-%s-%s".formatted(width, height, theme, language));
            assertThat(lab.model.state().get().problem()).isNull();
        }
    }
}
