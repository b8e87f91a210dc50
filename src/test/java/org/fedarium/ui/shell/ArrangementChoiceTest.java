package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.fedarium.ui.support.Tips;
import org.fedarium.ui.support.WindowState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The choice of ring, arc or grid, as a person uses it.
final class ArrangementChoiceTest {
    private static final Experiment DIGITS =
            Scenarios.all().getFirst().experiment().with("evaluation.references", false);

    // The headless screen is 1000 pixels wide.
    private static WindowState state(Optional<Arrangement> arrangement) {
        return new WindowState(1024, 768, false, Theme.LIGHT, Locale.ENGLISH, Level.BASIC)
                .withArrangement(arrangement);
    }

    private static OpenLab small(Experiment experiment) {
        return OpenLab.of(experiment, state(Optional.empty()));
    }

    private static <T> T fx(Supplier<T> value) {
        return FxToolkit.call(value::get);
    }

    private static void awaitShown(OpenLab lab, Arrangement wanted) {
        lab.robot.settle();
        FxToolkit.await(
                wanted.name(), () -> lab.window.view().stage().shown().arrangement() == wanted);
        lab.robot.settle();
    }

    private static List<Boolean> lit(OpenLab lab) {
        return fx(
                () ->
                        List.of("ring", "arc", "grid").stream()
                                .map(id -> "arrangement-" + id)
                                .map(id -> lab.robot.find(id, ToggleButton.class).isSelected())
                                .toList());
    }

    @Test
    void itIsChosenByMouseAndByKeyAndRemembered() {
        WindowState left;
        try (OpenLab lab = small(DIGITS)) {
            lab.goTo(2);
            awaitShown(lab, Arrangement.RING);
            assertThat(lit(lab)).containsExactly(true, false, false);
            assertThat(fx(() -> lab.model.preferences().arrangement().get())).isEmpty();

            FxToolkit.run(() -> lab.robot.find("stage", Node.class).requestFocus());
            lab.robot.press(KeyCode.TAB);
            lab.robot.press(KeyCode.RIGHT);
            assertThat(fx(() -> lab.window.scene().getFocusOwner().getId()))
                    .isEqualTo("arrangement-arc");
            lab.robot.press(KeyCode.SPACE);
            awaitShown(lab, Arrangement.ARC);
            assertThat(lit(lab)).containsExactly(false, true, false);

            FxToolkit.run(() -> lab.window.view().node().requestFocus());
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.GRID);
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.RING);
            assertThat(lit(lab)).containsExactly(true, false, false);

            lab.robot.click("arrangement-arc");
            awaitShown(lab, Arrangement.ARC);
            lab.robot.click("arrangement-arc");
            assertThat(lit(lab)).containsExactly(false, true, false);
            left = fx(() -> lab.window.windowState());
        }
        assertThat(left.arrangement()).contains(Arrangement.ARC);
        WindowState next = state(left.arrangement());
        try (OpenLab lab = OpenLab.of(DIGITS, next)) {
            lab.goTo(1);
            awaitShown(lab, Arrangement.ARC);
            assertThat(lit(lab)).containsExactly(false, true, false);
        }
    }

    @Test
    @Tag("full")
    void clientsAreFoundWhereTheyStand() {
        try (OpenLab lab = small(DIGITS)) {
            lab.goTo(2);
            for (Arrangement each : Arrangement.values()) {
                FxToolkit.run(() -> lab.model.preferences().arrangement().set(Optional.of(each)));
                awaitShown(lab, each);
                StageView view = fx(() -> lab.window.view().stage().shown());
                var layout = new StagePainter().layout(view);
                for (int k : new int[] {0, view.clients() - 1}) {
                    double x = layout.x()[k];
                    double y = layout.y()[k];
                    lab.robot.clickAt("stage", x, y);
                    assertThat(fx(() -> lab.model.selected().get())).isEqualTo(k);
                }
                lab.robot.click("arrangement-" + each.name().toLowerCase(Locale.ROOT));
                assertThat(fx(() -> lab.model.selected().get())).isEqualTo(view.clients() - 1);
                lab.robot.clickAt("stage", layout.cx(), layout.cy());
                assertThat(fx(() -> lab.window.view().arithmetic().isShowing())).isTrue();
                assertThat(fx(() -> lab.robot.find("arrangement", Node.class).isVisible()))
                        .isFalse();
                FxToolkit.run(() -> lab.window.view().arithmetic().hide());
                lab.robot.settle();
            }
        }
    }

    @Test
    void itHidesFromTheTimeLineAndMovesBelowTheStageWhilePresenting() throws IOException {
        try (OpenLab lab = small(DIGITS)) {
            lab.goTo(2);
            lab.robot.click("stage-time-line");
            lab.robot.settle();
            assertThat(fx(() -> lab.robot.find("arrangement", Node.class).isVisible())).isFalse();
            FxToolkit.run(() -> lab.window.view().node().requestFocus());
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.RING);
            lab.robot.click("stage-time-line");

            FxToolkit.run(() -> lab.window.view().presenting().toggle());
            lab.robot.settle();
            // Here the sentence needs the row; the key does the same.
            assertThat(fx(() -> lab.robot.find("arrangement", Node.class).isVisible())).isFalse();
            FxToolkit.run(() -> lab.window.view().node().requestFocus());
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.ARC);
            lab.layOut(1440, 900);
            lab.robot.settle();
            assertThat(fx(() -> lab.robot.find("arrangement", Node.class).isVisible())).isTrue();
            assertThat(box(lab, "arrangement").getMinY())
                    .isGreaterThanOrEqualTo(box(lab, "stage").getMaxY());
            lab.layOut(1024, 768);
            FxToolkit.run(() -> lab.window.view().presenting().toggle());
            lab.robot.settle();
            assertThat(box(lab, "stage").contains(box(lab, "arrangement"))).isTrue();
        }
    }

    private static Bounds box(OpenLab lab, String id) {
        return fx(
                () -> {
                    Node node = lab.robot.find(id, Node.class);
                    return node.localToScene(node.getLayoutBounds());
                });
    }

    @Test
    void rowsAndColumnsAreLeftOutForGraphsWhoseLinksTheyWouldHide() {
        Experiment random =
                DIGITS.with("coordination.kind", "d-psgd").with("coordination.topology", "random");
        WindowState grid = state(Optional.of(Arrangement.GRID));
        try (OpenLab lab = OpenLab.of(random, grid)) {
            lab.goTo(1);
            awaitShown(lab, Arrangement.RING);
            lab.robot.click("arrangement-grid");
            awaitShown(lab, Arrangement.RING);
            assertThat(lit(lab)).containsExactly(true, false, false);
            assertThat(fx(() -> Tips.of(lab.robot.find("arrangement-grid", ToggleButton.class))))
                    .contains("links would run through other clients");
            FxToolkit.run(() -> lab.window.view().node().requestFocus());
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.ARC);
            lab.robot.press(KeyCode.A);
            awaitShown(lab, Arrangement.RING);
        }
    }
}
