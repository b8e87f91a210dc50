package org.fedarium.ui.stage;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.scene.Arrangement;
import org.fedarium.scene.StageLayout;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The choice of ring, arc or grid: at the right of the legend; where there is no legend, as in
/// front of a class, as signs in the line below the stage. Lit is what is in use; what does not
/// suit the run's graph says why.
final class ArrangementChoice {
    private static final double ROOM = 760;
    private static final String OFF = "fed-off";
    private static final double INSET = 16;
    private static final double APART = 18;
    private static final double FOOT = 34;

    private final Pane stage;
    private final HBox row;
    private final LabModel model;
    private final Texts texts;
    private final HBox root = new HBox();
    private final Map<Arrangement, ToggleButton> buttons = new EnumMap<>(Arrangement.class);
    private @Nullable StageView shown;

    /// @param stage where the legend is drawn
    /// @param row   the line below
    ArrangementChoice(Pane stage, HBox row, LabModel model, Texts texts) {
        this.stage = stage;
        this.row = row;
        this.model = model;
        this.texts = texts;
        root.setId("arrangement");
        root.getStyleClass().addAll("fed-segmented", "fed-compact");
        root.setAccessibleRole(AccessibleRole.PARENT);
        root.setMinWidth(Region.USE_PREF_SIZE);
        root.setVisible(false);
        // What happens here is not meant for the clients below it.
        root.setOnMouseClicked(MouseEvent::consume);
        ToggleGroup group = new ToggleGroup();
        for (Arrangement each : Arrangement.values()) {
            ToggleButton button = new ToggleButton(texts.get(key(each)));
            button.setId("arrangement-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setGraphic(ArrangementSigns.of(each));
            button.setOnAction(e -> choose(each));
            buttons.put(each, button);
            root.getChildren().add(button);
        }
        stage.getChildren().add(root);
        place(false);
    }

    private static String key(Arrangement each) {
        return "stage.arrangement." + each.name().toLowerCase(Locale.ROOT);
    }

    private void choose(Arrangement wanted) {
        StageView view = shown;
        if (view != null && view.suits(wanted)) {
            model.preferences().arrangement().set(Optional.of(wanted));
        }
        light(view == null || view.suits(wanted) ? wanted : view.arrangement());
    }

    private void light(Arrangement used) {
        buttons.forEach((each, button) -> button.setSelected(each == used));
    }

    /// Chooses what comes after the one in use.
    void next() {
        StageView view = shown;
        if (view == null) {
            return;
        }
        Arrangement next = view.arrangement().next();
        while (!view.suits(next)) {
            next = next.next();
        }
        choose(next);
    }

    /// Where the legend must end.
    double legendRight() {
        boolean beside = root.getParent() == stage && root.isVisible();
        return stage.getWidth() - INSET - (beside ? Math.ceil(root.prefWidth(-1)) + APART : 0);
    }

    /// One frame.
    ///
    /// @param hidden something else than the stage is shown
    void pulse(@Nullable StageView view, boolean presenter, boolean hidden) {
        shown = view;
        boolean below = !StageLayout.hasFoot(stage.getWidth(), stage.getHeight(), presenter);
        if (below != (root.getParent() == row)) {
            place(below);
        }
        boolean covered =
                !below && stage.getChildren().stream().anyMatch(ArrangementChoice::isPanel);
        // Large type needs the row for its sentence; the key does the same.
        boolean cramped = below && presenter && row.getWidth() < ROOM;
        root.setVisible(view != null && !hidden && !covered && !cramped);
        root.setManaged(!below || root.isVisible());
        if (view == null) {
            return;
        }
        light(view.arrangement());
        buttons.forEach((each, button) -> dress(view, each, button));
    }

    private void dress(StageView view, Arrangement each, ToggleButton button) {
        boolean suits = view.suits(each);
        if (suits == button.getStyleClass().contains(OFF)) {
            button.getStyleClass().remove(OFF);
            if (!suits) {
                button.getStyleClass().add(OFF);
            }
        }
        String name = view.texts().get(key(each));
        String help =
                view.texts().get(suits ? key(each) + ".help" : "stage.arrangement.unsuitable");
        Icons.name(button, texts.get("stage.arrangement.named", name, help));
    }

    private static boolean isPanel(Node child) {
        return child instanceof VBox && child.isVisible();
    }

    private void place(boolean below) {
        root.layoutXProperty().unbind();
        root.layoutYProperty().unbind();
        stage.getChildren().remove(root);
        row.getChildren().remove(root);
        for (ToggleButton button : buttons.values()) {
            button.setContentDisplay(
                    below ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        }
        root.getStyleClass().remove("fed-signs");
        if (below) {
            root.getStyleClass().add("fed-signs");
            row.getChildren().add(row.getChildren().size() - 1, root);
            return;
        }
        stage.getChildren().add(Math.min(1, stage.getChildren().size()), root);
        root.layoutXProperty()
                .bind(stage.widthProperty().subtract(root.widthProperty()).subtract(INSET));
        root.layoutYProperty()
                .bind(
                        stage.heightProperty()
                                .subtract(FOOT / 2)
                                .subtract(root.heightProperty().divide(2)));
    }
}
