package org.fedarium.ui.shell;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.PlaybackClock;
import org.jspecify.annotations.Nullable;

/// The window's keys. Plain keys act only while no text field has the focus, and leave alone a
/// button or slider that a person reached by keyboard. Those that type a character can be turned
/// off: whoever speaks to the computer, or hits keys by accident, needs them to do nothing.
final class Shortcuts {

    /// Keys that need more than the model.
    interface Actions {
        void openExperiment();

        void saveExperiment();

        void showExport();

        void copyChart();

        void nextPane(boolean backwards);

        void toggleKeySheet();

        void toggleWhy();

        void nextArrangement();

        boolean escape();

        Presenting presenting();
    }

    private final Scene scene;
    private final LabModel model;
    private final Actions actions;
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typed;
    private final EventHandler<MouseEvent> clicked = e -> walked = null;
    // Arrows move the focus from button to button of a group without showing it: the group they
    // walk through keeps them, and the space bar that presses one, until the mouse is used.
    private @Nullable ToggleGroup walked;

    Shortcuts(Scene scene, LabModel model, Actions actions) {
        this.scene = scene;
        this.model = model;
        this.actions = actions;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, typed);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, clicked);
    }

    void close() {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
        scene.removeEventFilter(KeyEvent.KEY_TYPED, typed);
        scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, clicked);
    }

    private boolean typing() {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    /// A table that moves by arrows and paints by plus and minus.
    private boolean ownKeys() {
        Node owner = scene.getFocusOwner();
        return owner != null && owner.getStyleClass().contains("fed-own-keys");
    }

    /// The focused control wants this key itself.
    private boolean claimed(KeyEvent e) {
        Node owner = scene.getFocusOwner();
        if (ownKeys()) {
            return switch (e.getCode()) {
                case UP, DOWN, LEFT, RIGHT, HOME, END -> true;
                default -> false;
            };
        }
        if (walks(owner, e)) {
            return true;
        }
        if (owner == null || !owner.isFocusVisible()) {
            return owner instanceof ComboBoxBase<?> box && box.isShowing();
        }
        return switch (e.getCode()) {
            case SPACE -> owner instanceof ButtonBase || owner instanceof ComboBoxBase<?>;
            case LEFT, RIGHT, HOME, END ->
                    owner instanceof Slider
                            || owner instanceof ComboBoxBase<?>
                            || owner instanceof ToggleButton t && t.getToggleGroup() != null;
            default -> false;
        };
    }

    private boolean walks(@Nullable Node owner, KeyEvent e) {
        boolean arrow = e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT;
        boolean mine = arrow || e.getCode() == KeyCode.SPACE;
        if (!mine || !(owner instanceof ToggleButton t) || t.getToggleGroup() == null) {
            return false;
        }
        if (arrow && owner.isFocusVisible()) {
            walked = t.getToggleGroup();
        }
        return t.getToggleGroup() == walked;
    }

    private void pressed(KeyEvent e) {
        boolean done;
        if (e.isShortcutDown()) {
            done = shortcut(e);
        } else {
            done = function(e) || (!typing() && !claimed(e) && plain(e));
        }
        if (done) {
            e.consume();
        }
    }

    private boolean shortcut(KeyEvent e) {
        switch (e.getCode()) {
            case O -> actions.openExperiment();
            case S -> actions.saveExperiment();
            case E -> actions.showExport();
            case C -> {
                return !typing() && run(actions::copyChart);
            }
            case Z -> {
                return !typing() && run(e.isShiftDown() ? model::redo : model::undo);
            }
            case Y -> {
                return !typing() && run(model::redo);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean function(KeyEvent e) {
        return switch (e.getCode()) {
            case F6 -> run(() -> actions.nextPane(e.isShiftDown()));
            case F10 -> e.isShiftDown() && KeyMenus.open(scene);
            case CONTEXT_MENU -> KeyMenus.open(scene);
            case F5 -> run(actions.presenting()::toggle);
            case F11 -> run(actions.presenting()::toggleFullScreen);
            case ESCAPE -> actions.escape();
            default -> false;
        };
    }

    private boolean plain(KeyEvent e) {
        boolean shift = e.isShiftDown();
        return switch (e.getCode()) {
            case SPACE -> run(model.movement()::togglePlay);
            case RIGHT -> run(shift ? model.movement()::stepRound : model.movement()::stepPhase);
            case LEFT -> run(shift ? model.movement()::backRound : model.movement()::backPhase);
            case PERIOD -> !shift && run(model.movement()::stepLocal);
            case COMMA -> !shift && run(model.movement()::backLocal);
            case PAGE_DOWN ->
                    run(slides() ? model.movement()::stepPhase : model.movement()::stepRound);
            case PAGE_UP ->
                    run(slides() ? model.movement()::backPhase : model.movement()::backRound);
            case HOME -> run(model.movement()::toStart);
            case END -> run(model.movement()::toEnd);
            default -> letters() && letter(e.getCode(), shift);
        };
    }

    private boolean letter(KeyCode code, boolean shift) {
        return switch (code) {
            case R -> run(shift ? model::newSeed : model::reset);
            case F -> run(model::fork);
            case W -> run(actions::toggleWhy);
            case A -> run(actions::nextArrangement);
            case P -> run(actions.presenting()::toggle);
            case B -> actions.presenting().toggleBlank();
            default -> false;
        };
    }

    private boolean letters() {
        return model.preferences().access().get().letterKeys();
    }

    /// In front of a class a clicker's two buttons go phase by phase.
    private boolean slides() {
        return actions.presenting().isOn();
    }

    private void typed(KeyEvent e) {
        if (typing() || e.isShortcutDown() || !letters()) {
            return;
        }
        boolean own = ownKeys() && "+=-\u2212".contains(e.getCharacter());
        switch (own ? "" : e.getCharacter()) {
            case "?" -> actions.toggleKeySheet();
            case "+", "=" -> changeSpeed(true);
            case "-", "\u2212" -> changeSpeed(false);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void changeSpeed(boolean faster) {
        model.speed().set(PlaybackClock.changeSpeed(model.speed().get(), faster));
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
