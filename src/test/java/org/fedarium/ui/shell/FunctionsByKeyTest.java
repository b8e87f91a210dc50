package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.partition.HandMatrix;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Every function of the Lab, used with keys alone; and a name for all that can have the focus.
final class FunctionsByKeyTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();
    private static final int MOST_TABS = 120;

    private static <T> T fx(Supplier<T> value) {
        return FxToolkit.call(value::get);
    }

    private static String focus(OpenLab lab) {
        return fx(
                () -> {
                    Node owner = lab.window.scene().getFocusOwner();
                    return owner == null || owner.getId() == null ? "" : owner.getId();
                });
    }

    /// Goes to a control by F6 and Tab.
    private static void reach(OpenLab lab, int pane, String id) {
        FxToolkit.run(() -> lab.window.view().node().requestFocus());
        for (int i = 0; i < pane; i++) {
            lab.robot.press(KeyCode.F6);
        }
        for (int i = 0; i < MOST_TABS && !focus(lab).equals(id); i++) {
            lab.robot.press(KeyCode.TAB);
        }
        assertThat(focus(lab)).isEqualTo(id);
    }

    @Test
    @Tag("full")
    void settingsSectionsDetailUndoAndScenario() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            reach(lab, 2, "setting-training-learningRate-slider");
            lab.robot.press(KeyCode.RIGHT);
            FxToolkit.await("another rate", () -> !lab.model.edited().get().equals(DIGITS));
            lab.robot.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(fx(() -> lab.model.edited().get())).isEqualTo(DIGITS);
            lab.robot.press(KeyCode.CONTROL, KeyCode.Y);
            assertThat(fx(() -> lab.model.edited().get())).isNotEqualTo(DIGITS);

            reach(lab, 2, "section-network-header");
            double closed = height(lab, "section-network");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("it opens", () -> shown(lab, "section-network") > closed + 20);
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("it closes", () -> shown(lab, "section-network") == closed);

            reach(lab, 2, "setup-more");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("the menu", () -> lab.robot.exists("open-experiment"));
            lab.robot.press(KeyCode.UP);
            lab.robot.press(KeyCode.ENTER);
            Level last = Level.values()[Level.values().length - 1];
            FxToolkit.await("more detail", () -> lab.model.preferences().level().get() == last);

            reach(lab, 2, "scenario-picker");
            Experiment edited = fx(() -> lab.model.edited().get());
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.ENTER);
            FxToolkit.await("another scenario", () -> !lab.model.edited().get().equals(edited));
        }
    }

    private static double shown(OpenLab lab, String id) {
        return lab.window.scene().lookup("#" + id).getLayoutBounds().getHeight();
    }

    private static double height(OpenLab lab, String id) {
        return fx(() -> shown(lab, id));
    }

    /// The number in a cell of the table that is being painted.
    private static double part(OpenLab lab, int client, int label) {
        String text =
                fx(() -> lab.model.edited().get().section("partition").values().text("matrix"));
        return HandMatrix.read(text, 10).part(client, label);
    }

    @Test
    void aCellOfTheTableOfSharesIsRaisedByPlusAndLoweredByMinusAndDelete() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            FxToolkit.await(
                    "a preview", () -> !lab.window.scene().lookup("#paint-by-hand").isDisabled());
            reach(lab, 2, "paint-by-hand");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("its focus", () -> focus(lab).equals("paint-grid"));
            assertThat(fx(() -> lab.model.edited().get().section("partition").kind()))
                    .isEqualTo("matrix");
            double speed = fx(() -> lab.model.speed().get());
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.RIGHT);
            double part = part(lab, 1, 1);
            for (KeyCode more : List.of(KeyCode.EQUALS, KeyCode.EQUALS, KeyCode.EQUALS)) {
                lab.robot.press(more);
                assertThat(part(lab, 1, 1)).as(more.getName()).isGreaterThan(part);
                part = part(lab, 1, 1);
            }
            for (KeyCode less : List.of(KeyCode.MINUS, KeyCode.DELETE, KeyCode.BACK_SPACE)) {
                lab.robot.press(less);
                assertThat(part(lab, 1, 1)).as(less.getName()).isLessThan(part);
                part = part(lab, 1, 1);
            }
            assertThat(fx(() -> lab.model.speed().get())).isEqualTo(speed);
            assertThat(lab.robot.find("paint-grid", Node.class).getAccessibleText())
                    .contains("Delete");
            lab.robot.press(KeyCode.ESCAPE);
            assertThat(lab.robot.exists("paint-grid")).isFalse();
        }
    }

    @Test
    @Tag("full")
    void playingForkingBranchesAndTheTimeLine() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("playing", () -> lab.model.motion().get() == Motion.PLAYING);
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("paused", () -> lab.model.motion().get() == Motion.PAUSED);
            double speed = fx(() -> lab.model.speed().get());
            lab.robot.press(KeyCode.EQUALS);
            assertThat(fx(() -> lab.model.speed().get())).isGreaterThan(speed);
            lab.robot.press(KeyCode.F);
            FxToolkit.await("branches", () -> lab.model.timeline().branches().size() > 1);
            FxToolkit.await("chips", () -> lab.robot.exists("branch-A"));
            long forked = fx(() -> lab.model.timeline().runId());
            reach(lab, 5, "branch-A");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("the other branch", () -> lab.model.timeline().runId() != forked);

            reach(lab, 5, "scrubber");
            int round = fx(() -> lab.model.playhead().get().round());
            lab.robot.press(KeyCode.DOWN);
            assertThat(fx(() -> lab.model.playhead().get().round())).isLessThanOrEqualTo(round);

            reach(lab, 3, "stage-time-line");
            lab.robot.press(KeyCode.SPACE);
            assertThat(fx(lab.robot.find("stage-time-line", ToggleButton.class)::isSelected))
                    .isTrue();
            reach(lab, 3, "phase-train");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("the phase", () -> lab.model.playhead().get().phase().ordinal() == 2);
        }
    }

    @Test
    void aClientsLinkAndTheServersArithmetic() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            reach(lab, 3, "stage");
            lab.robot.press(KeyCode.DOWN);
            assertThat(fx(() -> lab.model.selected().get())).isZero();
            lab.robot.press(KeyCode.ENTER);
            FxToolkit.await("the terms", () -> lab.window.view().arithmetic().isShowing());
            lab.robot.press(KeyCode.DOWN);
            assertThat(fx(() -> lab.model.selected().get())).isEqualTo(1);
            for (int i = 0; i < MOST_TABS && !focus(lab).equals("arithmetic-parameter"); i++) {
                lab.robot.press(KeyCode.TAB);
            }
            assertThat(focus(lab)).isEqualTo("arithmetic-parameter");
            lab.robot.press(KeyCode.ESCAPE);
            FxToolkit.await("closed", () -> !lab.window.view().arithmetic().isShowing());
        }
    }

    @Test
    void languageThemePresentingHelpAndNotes() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            reach(lab, 1, "notes");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("notes", () -> lab.robot.find("notice", Node.class).isVisible());
            reach(lab, 1, "language-en");
            lab.robot.press(KeyCode.RIGHT);
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await(
                    "Chinese",
                    () -> lab.model.preferences().locale().get().equals(Locale.SIMPLIFIED_CHINESE));
            reach(lab, 1, "theme");
            lab.robot.press(KeyCode.DOWN);
            FxToolkit.await("themes", () -> lab.robot.exists("theme-dark"));
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.ENTER);
            FxToolkit.await("a theme", () -> lab.model.preferences().theme().get() != Theme.LIGHT);
            reach(lab, 1, "keys");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("keys", () -> lab.robot.find("key-sheet", Node.class).isVisible());
            lab.robot.press(KeyCode.ESCAPE);
            reach(lab, 1, "present");
            lab.robot.press(KeyCode.SPACE);
            FxToolkit.await("presenting", () -> lab.window.view().presenting().isOn());
            lab.robot.press(KeyCode.ESCAPE);
            FxToolkit.await("back", () -> !lab.window.view().presenting().isOn());
            reach(lab, 1, "export");
            lab.robot.press(KeyCode.DOWN);
            FxToolkit.await("exports", () -> lab.robot.exists("export-experiment"));
            lab.robot.press(KeyCode.ESCAPE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void allThatCanHaveTheFocusHasAName(String language) {
        Locale locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        try (OpenLab lab = OpenLab.of(DIGITS, 1440, 900, Theme.LIGHT, locale)) {
            lab.goTo(3);
            FxToolkit.run(
                    () -> {
                        lab.model
                                .preferences()
                                .level()
                                .set(Level.values()[Level.values().length - 1]);
                        lab.window.view().arithmetic().show();
                        lab.window.view().toggleKeySheet();
                    });
            lab.robot.settle();
            FxToolkit.run(
                    () ->
                            lab.window.scene().getRoot().lookupAll(".fed-section-header").stream()
                                    .map(javafx.scene.control.Button.class::cast)
                                    .filter(b -> !isOpen(b))
                                    .forEach(javafx.scene.control.Button::fire));
            lab.robot.settle();
            List<String> nameless = new ArrayList<>();
            List<Node> seen = new ArrayList<>();
            FxToolkit.run(() -> collect(lab.window.scene().getRoot(), nameless, seen));
            assertThat(seen).hasSizeGreaterThan(80);
            assertThat(nameless).isEmpty();
        }
    }

    private static boolean isOpen(javafx.scene.control.Button header) {
        return header.getParent().getPseudoClassStates().stream()
                .anyMatch(p -> p.getPseudoClassName().equals("expanded"));
    }

    private static void collect(Node node, List<String> nameless, List<Node> seen) {
        boolean closed =
                node instanceof ListView
                        && node.getParent() instanceof javafx.scene.control.ComboBox;
        if (!node.isVisible() || closed) {
            return;
        }
        if (node.isFocusTraversable() && (node instanceof Control || hasCanvas(node))) {
            seen.add(node);
            String name = node.getAccessibleText();
            boolean worded =
                    node instanceof Labeled l && l.getText() != null && !l.getText().isBlank();
            if ((name == null || name.isBlank()) && !worded) {
                nameless.add(node.toString());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, nameless, seen));
        }
    }

    private static boolean hasCanvas(Node node) {
        return node instanceof Canvas
                || node instanceof Parent p
                        && p.getChildrenUnmodifiable().stream().anyMatch(Canvas.class::isInstance);
    }
}
