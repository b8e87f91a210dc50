package org.fedarium.ui.stage;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.LabModel;

import java.util.ArrayList;
import java.util.List;

/// The six phases in a row: past ones ticked, the current one lit; a click goes to a phase's end.
final class PhaseRibbon {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final LabModel model;
    private final List<Button> buttons = new ArrayList<>();
    private final List<Label> badges = new ArrayList<>();
    private int shown = -2;
    private boolean compact;

    PhaseRibbon(HBox box, LabModel model, Texts texts) {
        this.model = model;
        for (Phase phase : Phase.values()) {
            if (phase.ordinal() > 0) {
                Region arrow = new Region();
                arrow.getStyleClass().add("fed-ribbon-arrow");
                box.getChildren().add(arrow);
            }
            String name = texts.get("shell.phase." + phase);
            Label badge = new Label(String.valueOf(phase.ordinal() + 1));
            badge.getStyleClass().add("fed-phase-badge");
            Button button = new Button(name, badge);
            button.setId("phase-" + phase.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("fed-phase");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(texts.get("shell.phase." + phase + ".help")));
            button.setOnAction(e -> model.toPhase(phase));
            badges.add(badge);
            buttons.add(button);
            box.getChildren().add(button);
        }
    }

    void setCompact(boolean wanted) {
        compact = wanted;
        showNames();
    }

    private void showNames() {
        for (int i = 0; i < buttons.size(); i++) {
            boolean iconOnly = compact && i != shown;
            buttons.get(i)
                    .setContentDisplay(
                            iconOnly ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }

    void pulse() {
        Playhead at = model.playhead().get();
        int current = at.round() == 0 ? -1 : at.phase().ordinal();
        if (current == shown) {
            return;
        }
        shown = current;
        for (int i = 0; i < buttons.size(); i++) {
            boolean past = i < current;
            buttons.get(i).pseudoClassStateChanged(PAST, past);
            buttons.get(i).pseudoClassStateChanged(CURRENT, i == current);
            badges.get(i).setText(past ? "" : String.valueOf(i + 1));
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
