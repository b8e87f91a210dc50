package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// *Why?* and the status line in the window.
final class WhyCardTest {
    private static Experiment scenario(String id) {
        return Scenarios.all().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .experiment();
    }

    private static boolean shows(OpenLab lab, String id) {
        return lab.robot.exists(id) && lab.robot.find(id, Node.class).isVisible();
    }

    private static String text(OpenLab lab, String id) {
        return FxToolkit.call(() -> lab.robot.find(id, Label.class).getText());
    }

    private static String reason(OpenLab lab, int number) {
        return FxToolkit.call(() -> lab.robot.find("why-reason-" + number, Button.class).getText());
    }

    /// True when the text that is painted is the whole text.
    private static boolean isWhole(OpenLab lab) {
        return FxToolkit.call(
                () -> {
                    Label label = lab.robot.find("narration", Label.class);
                    Text painted = (Text) label.lookup(".text");
                    return painted.getText().replace("\n", "").equals(label.getText())
                            && painted.getLayoutBounds().getHeight() <= label.getHeight() + 1;
                });
    }

    @Test
    void aReasonLeadsToItsFrameItsClientAndItsPlotAndEscapeClosesTheCard() throws IOException {
        try (OpenLab lab = OpenLab.of(scenario("slow-phones-deadline"))) {
            lab.goTo(3);
            List<String> plots = new ArrayList<>();
            FxToolkit.run(() -> lab.window.view().stage().setOnPlot(plots::add));
            assertThat(shows(lab, "why-card")).isFalse();
            lab.robot.press(KeyCode.W);
            assertThat(shows(lab, "why-card")).isTrue();
            assertThat(text(lab, "why-title")).isEqualTo("Why? Round 3");
            List<String> before = List.of(reason(lab, 1), reason(lab, 2), reason(lab, 3));
            assertThat(before.get(1)).contains("Late: 4 of 10 clients");
            lab.picture("why-light");

            lab.robot.press(KeyCode.TAB);
            lab.robot.press(KeyCode.ENTER);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get()))
                    .isEqualTo(new Playhead(3, Phase.UPLOAD, 1));
            assertThat(FxToolkit.call(() -> lab.model.selected().get())).isEqualTo(3);
            assertThat(plots).containsExactly("clock");
            lab.robot.settle();
            assertThat(List.of(reason(lab, 1), reason(lab, 2), reason(lab, 3))).isEqualTo(before);

            lab.robot.press(KeyCode.ESCAPE);
            assertThat(shows(lab, "why-card")).isFalse();
            assertThat(FxToolkit.call(() -> lab.window.scene().getFocusOwner().getId()))
                    .isEqualTo("why");
        }
    }

    @Test
    void theOpenCardFollowsThePlayheadAndKnowsNothingLater() {
        try (OpenLab lab = OpenLab.of(scenario("slow-phones-deadline"))) {
            lab.goTo(3);
            lab.robot.click("why");
            FxToolkit.run(() -> lab.model.movement().scrub(2));
            lab.robot.settle();
            FxToolkit.await("round 2", () -> text(lab, "why-title").equals("Why? Round 2"));
            FxToolkit.run(() -> lab.model.movement().toPhase(Phase.SELECT));
            FxToolkit.await("round 1", () -> text(lab, "why-title").equals("Why? Round 1"));
            FxToolkit.run(lab.model.movement()::toStart);
            FxToolkit.await("nothing known", () -> shows(lab, "why-none"));
            lab.robot.click("why-close");
            assertThat(shows(lab, "why-card")).isFalse();
        }
    }

    @Test
    void theStatusLineTellsRoundAndPhaseAndTakesTheFocus() {
        try (OpenLab lab = OpenLab.of(scenario("slow-phones-deadline"))) {
            lab.goTo(3);
            Label line = lab.robot.find("narration", Label.class);
            FxToolkit.run(line::requestFocus);
            assertThat(FxToolkit.call(line::isFocused)).isTrue();
            FxToolkit.await(
                    "told",
                    () ->
                            ("Round 3, Evaluate: " + line.getText())
                                    .equals(line.getAccessibleText()));
            FxToolkit.run(lab.model.movement()::backPhase);
            FxToolkit.await(
                    "told again", () -> line.getAccessibleText().startsWith("Round 3, Aggregate:"));
        }
    }

    @Test
    void whilePlayingFastItIsToldAtMostOnceASecond() {
        try (OpenLab lab = OpenLab.of(scenario("slow-phones-deadline"))) {
            lab.goTo(1);
            Label line = lab.robot.find("narration", Label.class);
            List<Double> times = new ArrayList<>();
            FxToolkit.run(
                    () -> {
                        line.accessibleTextProperty()
                                .addListener((o, a, b) -> times.add(lab.model.millis()));
                        lab.model.speed().set(8);
                        lab.model.movement().play();
                    });
            FxToolkit.await("round 9", () -> lab.model.playhead().get().round() >= 9);
            List<Double> told = FxToolkit.call(() -> List.copyOf(times));
            assertThat(told).hasSizeGreaterThan(1);
            for (int i = 1; i < told.size(); i++) {
                assertThat(told.get(i) - told.get(i - 1)).isGreaterThanOrEqualTo(1000);
            }
        }
    }

    @Test
    @Tag("full")
    void noSentenceIsCutInASmallWindowInEitherLanguageOrWhilePresenting() throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            for (String id : List.of("gossip-on-a-ring", "buses-without-waiting")) {
                try (OpenLab lab =
                        OpenLab.of(
                                scenario(id),
                                1024,
                                768,
                                Theme.LIGHT,
                                Locale.forLanguageTag(language))) {
                    lab.goTo(8);
                    lab.robot.press(KeyCode.W);
                    lab.robot.snapshot("why-1024-" + id + "-" + language);
                    whole(lab, language + " " + id);
                    FxToolkit.run(() -> lab.model.movement().scrub(8));
                    lab.robot.press(KeyCode.P);
                    lab.robot.settle();
                    lab.robot.snapshot("why-presenting-" + id + "-" + language);
                    whole(lab, language + " presenting " + id);
                }
            }
        }
    }

    private static void whole(OpenLab lab, String name) {
        for (Phase phase : Phase.values()) {
            FxToolkit.run(() -> lab.model.movement().toPhase(phase));
            lab.robot.settle();
            lab.robot.settle();
            assertThat(isWhole(lab))
                    .as(name + " " + phase + ": " + text(lab, "narration"))
                    .isTrue();
        }
    }
}
