package org.fedarium.app;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.LabModel;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What somebody does with the window for hours: one thing after the other, in a fixed order.
/// Belongs to the FX thread.
final class SoakPlay {
    private static final int KINDS = 8;

    private final Lab lab;
    private final Scene scene;
    private final LabModel model;
    private final List<WeakReference<Parent>> old = new ArrayList<>();
    private int steps;

    SoakPlay(Lab lab) {
        this.lab = lab;
        this.scene = lab.window().scene();
        this.model = lab.window().model();
    }

    /// Does the next thing.
    void step() {
        int round = steps / KINDS;
        switch (steps++ % KINDS) {
            case 0 -> open(round);
            case 1 -> {
                model.movement().stepRound();
                model.selected().set(round % 3);
            }
            case 2 -> model.movement().scrub(0.3 + round % 4);
            case 3 -> press(KeyCode.F);
            case 4 -> edit(round);
            case 5 -> {
                setLanguage(round % 2 == 0 ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
                model.movement().play();
            }
            case 6 -> model.preferences().theme().set(Theme.ALL.get(round % Theme.ALL.size()));
            default -> panels(round);
        }
    }

    private void open(int round) {
        model.speed().set(4);
        model.open(Scenarios.all().get(round % Scenarios.all().size()).experiment());
        model.movement().play();
    }

    private void edit(int round) {
        Object rate = model.edited().get().section("training").values().get("learningRate");
        double now = rate instanceof Number number ? number.doubleValue() : 0.1;
        model.edit("training.learningRate", now * (round % 2 == 0 ? 1.1 : 0.9));
        model.movement().play();
    }

    /// The sheet of keys, the plots' cards, presenting, and a narrow window with its rail.
    private void panels(int round) {
        switch (round % 4) {
            case 0 -> type("?");
            case 1 -> press(KeyCode.P);
            case 2 -> scene.getWindow().setWidth(1040);
            default -> {
                Node stage = scene.lookup("#stage");
                if (stage != null) {
                    stage.requestFocus();
                }
                press(KeyCode.ENTER);
            }
        }
    }

    /// The window in the state in which it is measured: the opening scenario playing slowly, in
    /// English and the light theme, nothing open.
    void settle(double width) {
        for (int i = 0; i < 3; i++) {
            press(KeyCode.ESCAPE);
        }
        scene.getWindow().setWidth(width);
        setLanguage(Locale.ENGLISH);
        model.preferences().theme().set(Theme.LIGHT);
        model.selected().set(LabModel.NONE);
        model.speed().set(1);
        model.open(Scenarios.all().getFirst().experiment());
        model.movement().play();
    }

    private void setLanguage(Locale locale) {
        if (!locale.equals(model.preferences().locale().get())) {
            old.add(new WeakReference<>(scene.getRoot()));
            model.preferences().locale().set(locale);
        }
    }

    /// Views of earlier languages that have not been collected.
    int oldViews() {
        old.removeIf(view -> view.get() == null);
        return old.size();
    }

    int nodes() {
        return count(scene.getRoot());
    }

    private static int count(Node node) {
        int sum = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                sum += count(child);
            }
        }
        return sum;
    }

    private void press(KeyCode code) {
        send(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private void type(String character) {
        send(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED);
    }

    private void send(javafx.event.EventType<KeyEvent> kind, String character, KeyCode code) {
        Node owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene.getRoot() : owner,
                new KeyEvent(kind, character, "", code, false, false, false, false));
    }

    /// The window that is played with.
    Lab lab() {
        return lab;
    }
}
