package org.fedarium.ui.shell;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

import org.fedarium.experiment.LabRules;
import org.fedarium.scene.Arrangement;
import org.fedarium.support.Bounds;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be open in a window besides the playing run, to look at each: panels, cards, notices,
/// menus. Every state is entered and left again.
final class LabStates {
    private static final Path MISSING =
            Path.of("a folder of this semester", "an experiment that is not there any more.json");

    /// All menus and lists of the title bar, the panel and the plots.
    static final List<String> POPUPS =
            List.of(
                    "theme",
                    "export",
                    "plot-add",
                    "plot-axis",
                    "loss-menu",
                    "parameters-menu",
                    "metric-choice",
                    "setup-more",
                    "scenario-picker",
                    "setting-partition-kind",
                    "setting-aggregation-kind");

    private LabStates() {}

    /// @param enter by the FX thread
    /// @param leave by the FX thread
    record State(String name, Consumer<OpenLab> enter, Consumer<OpenLab> leave) {
        /// Looks at the window in this state, and leaves it.
        List<String> look(OpenLab lab, Look look) {
            FxToolkit.run(() -> enter.accept(lab));
            try {
                lab.awaitTraces();
                return look.at(name);
            } finally {
                FxToolkit.run(() -> leave.accept(lab));
                lab.robot.settle();
            }
        }
    }

    /// What is wrong with the window as it stands.
    @FunctionalInterface
    interface Look {
        List<String> at(String state);
    }

    /// Those that lie over the window or change it as a whole, in the order of a lesson.
    static List<State> all() {
        List<State> all = new ArrayList<>();
        all.add(state("why", LabStates::why, LabStates::why));
        all.add(state("arithmetic", LabStates::arithmetic, l -> view(l).arithmetic().hide()));
        all.add(state("client", l -> point(l, 2, 3), l -> point(l, -1, -1)));
        all.add(state("hover-card", l -> move(l, true), l -> move(l, false)));
        all.add(state("notes", l -> fire(l, "notes"), l -> fire(l, "notice-dismiss")));
        all.add(state("failed", LabStates::fail, l -> fire(l, "notice-dismiss")));
        all.add(state("keys", l -> view(l).toggleKeySheet(), l -> view(l).toggleKeySheet()));
        all.add(state("time-line", l -> timeLine(l, true), l -> timeLine(l, false)));
        all.add(state("enlarged", l -> choose(l, "loss", "enlarge"), l -> view(l).escape()));
        all.add(state("panel", l -> rail(l, true), l -> rail(l, false)));
        all.add(state("locked", LabStates::lock, l -> l.model.undo()));
        all.add(state("start", l -> l.model.movement().toStart(), l -> {}));
        for (String open : List.of("why", "arithmetic", "notes", "client")) {
            State state = all.stream().filter(s -> s.name.equals(open)).findFirst().orElseThrow();
            all.add(
                    state(
                            "presenting-" + open,
                            l -> {
                                view(l).presenting().toggle();
                                state.enter.accept(l);
                            },
                            l -> {
                                state.leave.accept(l);
                                view(l).presenting().toggle();
                            }));
        }
        return List.copyOf(all);
    }

    /// The arrangements of the clients that a run is not shown in by itself.
    static List<State> arrangements() {
        return List.of(arranged(Arrangement.ARC), arranged(Arrangement.GRID));
    }

    private static State arranged(Arrangement arrangement) {
        return state(
                arrangement.name().toLowerCase(Locale.ROOT),
                lab -> lab.model.preferences().arrangement().set(Optional.of(arrangement)),
                lab -> lab.model.preferences().arrangement().set(Optional.empty()));
    }

    private static State state(String name, Consumer<OpenLab> enter, Consumer<OpenLab> leave) {
        return new State(name, enter, leave);
    }

    private static MainView view(OpenLab lab) {
        return lab.window.view();
    }

    private static void why(OpenLab lab) {
        view(lab).toggleWhy();
    }

    private static void arithmetic(OpenLab lab) {
        view(lab).arithmetic().show();
    }

    private static void point(OpenLab lab, int selected, int hovered) {
        lab.model.selected().set(selected);
        lab.model.hovered().set(hovered);
    }

    private static Node node(OpenLab lab, String id) {
        Node found = lab.window.scene().lookup("#" + id);
        if (found == null) {
            throw new AssertionError("No node #" + id);
        }
        return found;
    }

    private static boolean isThere(OpenLab lab, String id) {
        return lab.window.scene().lookup("#" + id) != null;
    }

    static void fire(OpenLab lab, String id) {
        ((Button) node(lab, id)).fire();
    }

    private static void timeLine(OpenLab lab, boolean on) {
        ((ToggleButton) node(lab, "stage-time-line")).setSelected(on);
    }

    /// The panel of settings over the stage, in windows that have it as a rail.
    private static void rail(OpenLab lab, boolean open) {
        if (isThere(lab, "rail-network")) {
            ((ToggleButton) node(lab, "rail-network")).setSelected(open);
        }
    }

    private static void lock(OpenLab lab) {
        LabRules rules =
                new LabRules(List.of("training.*", "partition.kind"), List.of("partition.clients"));
        lab.model.edit(lab.model.edited().get().withLab(rules), "lab");
    }

    private static void fail(OpenLab lab) {
        view(lab).files().take(MISSING);
    }

    /// An entry of a plot's own menu.
    static void choose(OpenLab lab, String tile, String entry) {
        MenuButton menu = (MenuButton) node(lab, tile + "-menu");
        menu.getItems().stream()
                .filter(i -> (tile + "-" + entry).equals(i.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    /// Takes every plot away, one after the other.
    static void removePlots(OpenLab lab) {
        FxToolkit.await(
                "no plots",
                () -> {
                    if (node(lab, "plots").lookup(".fed-plot-menu") instanceof MenuButton menu) {
                        menu.getItems().stream()
                                .filter(i -> i.getId() != null && i.getId().endsWith("-remove"))
                                .findFirst()
                                .orElseThrow()
                                .fire();
                    }
                    return lab.model.preferences().plots().get().tiles().isEmpty();
                });
    }

    /// The pointer over the first rounds of the chart of losses, or gone.
    private static void move(OpenLab lab, boolean there) {
        Node chart = node(lab, "plot-loss");
        Point2D at =
                chart.localToScene(
                        chart.getLayoutBounds().getWidth() * 0.21,
                        chart.getLayoutBounds().getHeight() * 0.5);
        double x = at.getX();
        double y = at.getY();
        chart.fireEvent(
                new MouseEvent(
                        there ? MouseEvent.MOUSE_MOVED : MouseEvent.MOUSE_EXITED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    /// Opens a menu or list with its first submenu, and says what is wrong with it.
    ///
    /// @param picture name of a picture to take of it, or empty
    static List<String> popup(OpenLab lab, String id, String picture) throws IOException {
        if (!FxToolkit.call(() -> isThere(lab, id))) {
            return List.of();
        }
        FxToolkit.run(() -> open(node(lab, id)));
        lab.robot.settle();
        FxToolkit.run(() -> firstSubmenu(node(lab, id)));
        lab.robot.settle();
        List<String> faults = new ArrayList<>();
        FxToolkit.run(
                () -> {
                    Bounds bounds = new Bounds();
                    for (Window popup : popups()) {
                        Node root = popup.getScene().getRoot();
                        // What holds a list has no size of its own.
                        Node list = root.lookup(".list-view");
                        faults.addAll(bounds.faults(list == null ? root : list));
                        faults.addAll(beyond(lab, popup));
                    }
                    if (popups().isEmpty()) {
                        faults.add("does not open");
                    }
                });
        List<Window> pictured = picture.isEmpty() ? List.of() : FxToolkit.call(LabStates::popups);
        for (Window popup : pictured) {
            lab.picture(popup.getScene().getRoot(), picture);
        }
        FxToolkit.run(() -> close(node(lab, id)));
        lab.robot.settle();
        return faults.stream().map(fault -> "menu " + id + ": " + fault).toList();
    }

    private static void open(Node node) {
        if (node instanceof MenuButton menu) {
            menu.show();
        } else if (node instanceof ComboBoxBase<?> box) {
            box.show();
        } else {
            ((Button) node).fire();
        }
    }

    private static void firstSubmenu(Node node) {
        if (node instanceof MenuButton menu) {
            menu.getItems().stream()
                    .filter(i -> i instanceof Menu)
                    .findFirst()
                    .ifPresent(i -> ((Menu) i).show());
        }
    }

    private static void close(Node node) {
        if (node instanceof MenuButton menu) {
            menu.hide();
        } else if (node instanceof ComboBoxBase<?> box) {
            box.hide();
        } else {
            popups().forEach(Window::hide);
        }
    }

    static List<Window> popups() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof PopupWindow && w.isShowing())
                .filter(w -> !(w instanceof javafx.scene.control.Tooltip))
                .toList();
    }

    /// A menu that is larger than the window hides what it belongs to.
    private static List<String> beyond(OpenLab lab, Window popup) {
        List<String> faults = new ArrayList<>();
        if (popup.getWidth() > lab.window.scene().getWidth()) {
            faults.add("wider than the window: %.0f px".formatted(popup.getWidth()));
        }
        if (popup.getHeight() > lab.window.scene().getHeight()) {
            faults.add("higher than the window: %.0f px".formatted(popup.getHeight()));
        }
        return faults;
    }
}
