package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Locale;

/// What the window says about privacy: at the playhead, and when the budget is used up.
class PrivacyWindowTest {
    private static Experiment withBudget(double budget) {
        return Experiment.defaults()
                .with("data.kind", "digits8x8")
                .with("partition.clients", 20L)
                .with("participation.kind", "poisson")
                .with("participation.fraction", 0.3)
                .with("aggregation.kind", "uniform-mean")
                .with("privacy.kind", "central-dp")
                .with("privacy.noise", 1.1)
                .with("privacy.budget", budget)
                .with("rounds", 60L);
    }

    private static String text(OpenLab lab, String id) {
        Label label = lab.robot.find(id, Label.class);
        return FxToolkit.call(label::getText);
    }

    @Test
    void theStatementIsThatOfThePlayheadAndNotOfTheLastComputedRound() throws IOException {
        try (OpenLab lab = OpenLab.of(withBudget(0))) {
            assertThat(text(lab, "privacy-statement")).startsWith("No round has run yet");
            lab.goTo(10);
            FxToolkit.await(
                    "round 10", () -> text(lab, "privacy-statement").startsWith("After round 10 "));
            assertThat(text(lab, "privacy-statement")).contains(", 1e-5)-differentially private");
            lab.goTo(3.5);
            FxToolkit.await(
                    "round 3", () -> text(lab, "privacy-statement").startsWith("After round 3 "));
            assertThat(FxToolkit.call(() -> lab.model.timeline().lastRound())).isGreaterThan(9);
        }
    }

    @Test
    void nothingIsSaidAboutARunThatNothingProtects() {
        try (OpenLab lab = OpenLab.of(withBudget(0).with("privacy.kind", "none"))) {
            lab.goTo(2);
            Node line = FxToolkit.call(() -> lab.window.scene().lookup(".fed-privacy"));
            assertThat(FxToolkit.call(line::isVisible)).isFalse();
        }
    }

    @Test
    void aWindowStopsWithTheReasonWhenTheBudgetIsUsedUp() throws IOException {
        try (OpenLab lab = OpenLab.of(withBudget(8))) {
            FxToolkit.run(
                    () -> {
                        lab.model.speed().set(Double.POSITIVE_INFINITY);
                        lab.model.movement().play();
                    });
            FxToolkit.await("the end", () -> lab.model.earlyEnd() != null);
            FxToolkit.await("it rests", () -> lab.model.motion().get() == Motion.PAUSED);
            EarlyEnd end = FxToolkit.call(() -> lab.model.earlyEnd());
            assertThat(end.reason()).isEqualTo(EarlyEnd.Reason.BUDGET);
            FxToolkit.await(
                    "the notice",
                    () ->
                            text(lab, "notice-text")
                                    .startsWith(
                                            "The privacy budget epsilon = 8 is used up after round "
                                                    + end.round()
                                                    + "."));
            assertThat(text(lab, "cost-label")).isEqualTo("budget ε = 8 used up");
            ComboBox<?> choice = lab.robot.find("metric-choice", ComboBox.class);
            FxToolkit.run(() -> choose(choice, "epsilon"));
            lab.robot.click("notice-dismiss");
            lab.picture("privacy-budget");
        }
    }

    @Test
    void aBudgetThatNoRoundFitsSaysSoAtTheStartInChineseToo() throws IOException {
        try (OpenLab lab =
                OpenLab.of(withBudget(0.05), 1440, 900, Theme.DARK, Locale.of("zh", "CN"))) {
            FxToolkit.await(
                    "the notice",
                    () -> text(lab, "notice-text").startsWith("隐私预算 ε = 0.05 连一轮也不够"));
            assertThat(FxToolkit.call(() -> lab.model.timeline().lastRound())).isZero();
            assertThat(FxToolkit.call(() -> lab.model.isOver())).isTrue();
            lab.picture("privacy-budget-none-zh");
        }
    }

    @Test
    void aLargerBudgetSetAtTheEndLetsTheRunGoOn() {
        try (OpenLab lab = OpenLab.of(withBudget(8))) {
            lab.goTo(5);
            FxToolkit.run(lab.model.movement()::play);
            FxToolkit.run(() -> lab.model.speed().set(Double.POSITIVE_INFINITY));
            FxToolkit.await("the end", () -> lab.model.isOver());
            int round = FxToolkit.call(() -> lab.model.playhead().get().round());
            FxToolkit.run(() -> lab.model.edit("privacy.budget", 10.0));
            FxToolkit.await("more rounds", () -> lab.model.timeline().lastRound() > round);
            assertThat(FxToolkit.call(() -> lab.model.restartNeeded().get())).isFalse();
            assertThat(FxToolkit.call(() -> lab.model.timeline().marks().getFirst().afterRound()))
                    .isEqualTo(round);
        }
    }

    private static <T> void choose(ComboBox<T> box, String id) {
        box.setValue(
                box.getItems().stream()
                        .filter(item -> item.toString().equals(id))
                        .findFirst()
                        .orElseThrow());
    }
}
