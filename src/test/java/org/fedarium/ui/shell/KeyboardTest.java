package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.Access;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Everything without a mouse.
final class KeyboardTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private static @Nullable Node focus(OpenLab lab) {
        return FxToolkit.call(() -> lab.window.scene().getFocusOwner());
    }

    private static String pane(OpenLab lab) {
        return FxToolkit.call(
                () -> {
                    for (Node n = lab.window.scene().getFocusOwner();
                            n != null;
                            n = n.getParent()) {
                        if (n.getStyleClass().contains("fed-title-bar")) {
                            return "title";
                        }
                        if (n.getStyleClass().contains("fed-side-left")) {
                            return "setup";
                        }
                        if (n.getStyleClass().contains("fed-stage")) {
                            return "stage";
                        }
                        if ("plots".equals(n.getId())) {
                            return "plots";
                        }
                        if (n.getStyleClass().contains("fed-transport")) {
                            return "transport";
                        }
                    }
                    return "none";
                });
    }

    private static boolean ring(OpenLab lab) {
        return FxToolkit.call(
                () -> {
                    Node owner = lab.window.scene().getFocusOwner();
                    return owner != null && owner.isFocusVisible();
                });
    }

    @Test
    void keysThatTypeACharacterCanBeTurnedOffAndTheOthersStay() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            lab.robot.click("keys");
            lab.robot.click("letter-keys");
            lab.robot.snapshot("key-sheet-letters-off");
            lab.robot.press(KeyCode.ESCAPE);
            double speed = lab.model.speed().get();
            lab.robot.press(KeyCode.R);
            lab.robot.press(KeyCode.P);
            lab.robot.press(KeyCode.PLUS);
            assertThat(lab.model.playhead().get().position()).isEqualTo(3);
            assertThat(lab.window.view().presenting().isOn()).isFalse();
            assertThat(lab.model.speed().get()).isEqualTo(speed);
            lab.robot.press(KeyCode.HOME);
            assertThat(lab.model.playhead().get().position()).isZero();
            assertThat(FxToolkit.call(lab.window::windowState).access().letterKeys()).isFalse();

            lab.robot.click("keys");
            lab.robot.click("letter-keys");
            lab.robot.press(KeyCode.ESCAPE);
            lab.robot.press(KeyCode.P);
            assertThat(lab.window.view().presenting().isOn()).isTrue();
        }
    }

    @Test
    void reducedMotionIsRememberedWhenItIsNotTheDesktops() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            assertThat(lab.model.reducedMotion().get()).isFalse();
            lab.robot.click("theme");
            lab.robot.click("reduced-motion");
            assertThat(lab.model.reducedMotion().get()).isTrue();
            assertThat(FxToolkit.call(lab.window::windowState).access().stillness())
                    .isEqualTo(Access.Stillness.STILL);
            lab.robot.click("theme");
            lab.robot.click("reduced-motion");
            assertThat(lab.model.reducedMotion().get()).isFalse();
            assertThat(lab.model.preferences().access().get()).isEqualTo(Access.USUAL);
        }
    }

    @Test
    void f6GoesFromPaneToPaneAndBackWithAVisibleRing() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            List<String> there = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                lab.robot.press(KeyCode.F6);
                there.add(pane(lab));
                assertThat(ring(lab)).as(pane(lab)).isTrue();
            }
            assertThat(there).containsExactly("title", "setup", "stage", "plots", "transport");
            List<String> back = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                lab.robot.press(KeyCode.SHIFT, KeyCode.F6);
                back.add(pane(lab));
            }
            assertThat(back).containsExactly("plots", "stage", "setup", "title", "transport");
        }
    }

    /// Ids of everything that can have the focus now.
    private static Set<String> traversable(OpenLab lab) {
        return FxToolkit.call(
                () -> {
                    Set<String> ids = new LinkedHashSet<>();
                    collect(lab.window.scene().getRoot(), ids);
                    return ids;
                });
    }

    private static void collect(Node node, Set<String> ids) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && node.getId() != null) {
            ids.add(node.getId());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(n -> collect(n, ids));
        }
    }

    @Test
    void tabReachesEveryControlAndAlwaysShowsWhereItIs() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            Set<String> wanted = traversable(lab);
            assertThat(wanted)
                    .contains(
                            "theme",
                            "present",
                            "export",
                            "scenario-picker",
                            "setting-partition-alpha-slider",
                            "paint-by-hand",
                            "section-network-header",
                            "phase-train",
                            "stage",
                            "plot-loss",
                            "metric-choice",
                            "play",
                            "scrubber",
                            "speed");
            Set<String> seen = new LinkedHashSet<>();
            lab.robot.press(KeyCode.F6);
            Node first = focus(lab);
            for (int i = 0; i < 150; i++) {
                Node now = focus(lab);
                assertThat(now).isNotNull();
                assertThat(ring(lab)).as(now.toString()).isTrue();
                if (now.getId() != null) {
                    seen.add(now.getId());
                }
                lab.robot.press(KeyCode.TAB);
                if (focus(lab) == first) {
                    break;
                }
            }
            assertThat(focus(lab)).as("no trap").isSameAs(first);
            // Of a group of buttons Tab reaches one, arrows the others.
            Node english = lab.robot.find("language-en", Node.class);
            while (focus(lab) != english) {
                lab.robot.press(KeyCode.TAB);
            }
            lab.robot.press(KeyCode.RIGHT);
            Node other = focus(lab);
            assertThat(other).isNotNull();
            assertThat(other.getId()).isEqualTo("language-zh");
            assertThat(FxToolkit.call(() -> lab.model.playhead().get().round())).isEqualTo(3);
            seen.add(other.getId());
            List<String> views =
                    List.of("view-paths", "view-parameter", "view-drift", "view-weights");
            for (int i = 1; i < views.size(); i++) {
                reachByArrow(lab, views.get(i - 1), views.get(i));
                seen.add(views.get(i));
            }
            reachByArrow(lab, "arrangement-ring", "arrangement-arc");
            reachByArrow(lab, "arrangement-arc", "arrangement-grid");
            seen.addAll(List.of("arrangement-arc", "arrangement-grid"));
            assertThat(seen).containsAll(wanted);
        }
    }

    /// From the button before it, which Tab or an arrow has reached.
    private static void reachByArrow(OpenLab lab, String before, String id) {
        Node start = lab.robot.find(before, Node.class);
        for (int i = 0; focus(lab) != start && i < 150; i++) {
            lab.robot.press(KeyCode.TAB);
        }
        lab.robot.press(KeyCode.RIGHT);
        assertThat(focus(lab)).isNotNull();
        assertThat(focus(lab).getId()).isEqualTo(id);
    }

    @Test
    void menusOpenWithoutAMouse() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            lab.robot.press(KeyCode.CONTROL, KeyCode.E);
            FxToolkit.await("exports", () -> lab.robot.exists("export-experiment"));
            lab.robot.press(KeyCode.ESCAPE);
            Node theme = lab.robot.find("theme", Node.class);
            FxToolkit.run(theme::requestFocus);
            lab.robot.press(KeyCode.DOWN);
            FxToolkit.await("themes", () -> lab.robot.exists("theme-dark"));
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.ENTER);
            FxToolkit.await(
                    "another theme", () -> lab.model.preferences().theme().get() != Theme.LIGHT);

            TextField rate = lab.robot.find("setting-training-learningRate-field", TextField.class);
            FxToolkit.run(rate::requestFocus);
            lab.robot.press(KeyCode.SHIFT, KeyCode.F10);
            FxToolkit.await("the setting's menu", () -> lab.robot.exists("lock-menu-lock"));
            lab.robot.press(KeyCode.ESCAPE);
        }
    }

    /// Ids of the entries of the menu that hangs over the window; none when there is no menu.
    private static List<String> openMenu(OpenLab lab) {
        return FxToolkit.call(
                () ->
                        Window.getWindows().stream()
                                .filter(w -> w instanceof ContextMenu && w.isShowing())
                                .findFirst()
                                .map(w -> ids(((ContextMenu) w).getItems()))
                                .orElse(List.of()));
    }

    private static List<String> ids(List<MenuItem> items) {
        return items.stream().map(MenuItem::getId).filter(Objects::nonNull).toList();
    }

    @Test
    @Tag("full")
    void theMenuOfAPlotOpensByKeyOnChartPictureAndTableWithTheEntriesOfItsButton() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            Map<String, String> faces = new LinkedHashMap<>();
            faces.put("loss", "plot-loss");
            faces.put("paths", "plot-parameters");
            faces.put("weights", "picture-parameters");
            faces.put("cosine", "picture-clients");
            faces.put("table", "table-clients");
            faces.forEach(
                    (face, id) -> {
                        FxToolkit.run(() -> lab.window.showPlot(face));
                        lab.awaitTraces();
                        Node host = lab.robot.find(id, Node.class);
                        FxToolkit.run(host::requestFocus);
                        String tile = id.substring(id.indexOf('-') + 1);
                        MenuButton button = lab.robot.find(tile + "-menu", MenuButton.class);
                        List<String> wanted = FxToolkit.call(() -> ids(button.getItems()));
                        assertThat(wanted).contains(tile + "-enlarge", tile + "-copy-data");
                        assertThat(openMenu(lab)).isEmpty();
                        lab.robot.press(KeyCode.SHIFT, KeyCode.F10);
                        assertThat(openMenu(lab)).as(id).isEqualTo(wanted);
                        lab.robot.press(KeyCode.ESCAPE);
                        assertThat(openMenu(lab)).isEmpty();
                        lab.robot.press(KeyCode.CONTEXT_MENU);
                        assertThat(openMenu(lab)).as(id).isEqualTo(wanted);
                        lab.robot.press(KeyCode.DOWN);
                        lab.robot.press(KeyCode.ENTER);
                        assertThat(FxToolkit.call(() -> lab.window.view().plots().restore()))
                                .as(id + " was enlarged")
                                .isTrue();
                    });
        }
    }

    @Test
    void aClientIsChosenOnTheStageAndLettersWorkOnlyOutsideOfFields() {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(3);
            Node stage = lab.robot.find("stage", Node.class);
            FxToolkit.run(stage::requestFocus);
            lab.robot.press(KeyCode.DOWN);
            lab.robot.press(KeyCode.DOWN);
            assertThat(FxToolkit.call(() -> lab.model.selected().get())).isEqualTo(1);
            lab.robot.press(KeyCode.ESCAPE);
            assertThat(FxToolkit.call(() -> lab.model.selected().get())).isEqualTo(-1);
            TextField seed = lab.robot.find("setting-seed-field", TextField.class);
            FxToolkit.run(seed::requestFocus);
            lab.robot.press(KeyCode.P);
            assertThat(
                            FxToolkit.call(
                                    () ->
                                            lab.window
                                                    .view()
                                                    .node()
                                                    .getStyleClass()
                                                    .contains("fed-presenter")))
                    .isFalse();
        }
    }

    @Test
    void theSheetFitsTheSmallestWindow() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS, 1024, 700, Theme.DARK, java.util.Locale.ENGLISH)) {
            lab.robot.click("keys");
            FxToolkit.await("the sheet", () -> lab.robot.find("key-sheet", Node.class).isVisible());
            lab.robot.snapshot("key-sheet");
            Node card =
                    FxToolkit.call(
                            () ->
                                    ((Parent) lab.window.scene().lookup("#key-sheet"))
                                            .getChildrenUnmodifiable()
                                            .getFirst());
            assertThat(FxToolkit.call(() -> card.getBoundsInParent().getHeight())).isLessThan(690);
            assertThat(FxToolkit.call(() -> card.getBoundsInParent().getWidth())).isLessThan(1010);
        }
    }
}
