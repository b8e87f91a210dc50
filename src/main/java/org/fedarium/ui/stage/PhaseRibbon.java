package org.fedarium.ui.stage;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.PlaybackClock;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The six phases in a row: past ones ticked, the current one lit; a click goes to a phase's end.
final class PhaseRibbon {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final LabModel model;
    private final Texts texts;
    private final HBox box;
    private @Nullable Rhythm rhythm;
    private final List<Button> buttons = new ArrayList<>();
    private final List<Label> badges = new ArrayList<>();
    private int shown = -2;
    private boolean compact;
    private double room;

    PhaseRibbon(HBox box, LabModel model, Texts texts) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        for (Phase phase : Phase.values()) {
            if (phase.ordinal() > 0) {
                Region arrow = new Region();
                arrow.getStyleClass().add("fed-ribbon-arrow");
                box.getChildren().add(arrow);
            }
            Label badge = new Label(String.valueOf(phase.ordinal() + 1));
            badge.getStyleClass().add("fed-phase-badge");
            Button button = new Button("", badge);
            button.setId("phase-" + phase.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("fed-phase");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> model.movement().toPhase(phase));
            badges.add(badge);
            buttons.add(button);
            box.getChildren().add(button);
        }
    }

    /// Names the phases as the run's steps have them; without a server the first two are missing.
    private void showRhythm(Rhythm now) {
        rhythm = now;
        Texts words = texts.variant(now.name());
        for (Phase phase : Phase.values()) {
            int i = phase.ordinal();
            Button button = buttons.get(i);
            button.setText(words.get("shell.phase." + phase));
            Tips.set(button, words.get("shell.phase." + phase + ".help"));
            boolean skipped = PlaybackClock.isSkipped(phase, now);
            show(button, !skipped);
            if (i > 0) {
                boolean first = PlaybackClock.isSkipped(Phase.values()[i - 1], now);
                show(box.getChildren().get(2 * i - 1), !skipped && !first);
            }
        }
        shown = -2;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private int number(int phase) {
        return phase + 1 - (rhythm == Rhythm.MIXING ? Phase.TRAIN.ordinal() : 0);
    }

    void setCompact(boolean wanted) {
        compact = wanted;
        showNames();
    }

    /// All names where there is room for them, else the current phase's.
    private void showNames() {
        showNames(compact);
        if (!compact) {
            box.applyCss();
            showNames(box.prefWidth(-1) > room);
        }
    }

    private void showNames(boolean onlyCurrent) {
        for (int i = 0; i < buttons.size(); i++) {
            boolean iconOnly = onlyCurrent && i != shown;
            buttons.get(i)
                    .setContentDisplay(
                            iconOnly ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }

    void pulse() {
        if (model.rhythm() != rhythm) {
            showRhythm(model.rhythm());
        }
        Playhead at = model.playhead().get();
        int current = at.round() == 0 ? -1 : at.phase().ordinal();
        double wide = box.getParent() instanceof Region head ? head.getWidth() : 0;
        if (current == shown && wide == room) {
            return;
        }
        room = wide;
        shown = current;
        for (int i = 0; i < buttons.size(); i++) {
            boolean past = i < current;
            buttons.get(i).pseudoClassStateChanged(PAST, past);
            buttons.get(i).pseudoClassStateChanged(CURRENT, i == current);
            badges.get(i).setText(past ? "" : String.valueOf(number(i)));
            badges.get(i).setGraphic(past ? check() : null);
        }
        showNames();
    }

    private static Region check() {
        Region check = new Region();
        check.getStyleClass().add("fed-icon-check");
        return check;
    }
}
