package org.fedarium.ui.stage;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.scene.StageView;
import org.fedarium.scene.why.Reason;
import org.fedarium.scene.why.Why;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The answer to *Why?* over the stage's lower edge: up to three measured reasons. Each is a button
/// that goes to the frame that shows it, chooses the client and asks for the plot. While it is open
/// it follows the playhead; while that moves it is renewed once per round.
final class WhyCard {
    private static final int MOST = 3;

    private final LabModel model;
    private final Texts texts;
    private final VBox root;
    private final List<Button> buttons = new ArrayList<>();
    private List<Reason> reasons = List.of();
    private Consumer<String> onPlot = plot -> {};
    private @Nullable List<Object> shown;
    // A reason leads to a frame inside the round, where less is known: the list stays there.
    private @Nullable Playhead held;
    @FXML private Label title;
    @FXML private Label none;
    @FXML private Button close;
    @FXML private VBox rows;

    /// @param onClose the button was pressed that closes it
    WhyCard(LabModel model, Texts texts, Runnable onClose) {
        this.model = model;
        this.texts = texts;
        root = Views.load("WhyCard", texts, this);
        Icons.dress(close, Feather.X, texts.get("stage.why.close"));
        close.setOnAction(e -> onClose.run());
        for (int i = 0; i < MOST; i++) {
            int index = i;
            Button button = new Button("", Icons.of(Feather.ARROW_RIGHT));
            button.setId("why-reason-" + (i + 1));
            button.getStyleClass().addAll("fed-ghost", "fed-reason");
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinHeight(Region.USE_PREF_SIZE);
            button.setOnAction(e -> follow(index));
            button.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    e -> {
                        if (e.getCode() == KeyCode.ENTER) {
                            follow(index);
                            e.consume();
                        }
                    });
            buttons.add(button);
        }
        rows.getChildren().setAll(buttons);
    }

    Region node() {
        return root;
    }

    boolean isShowing() {
        return root.isVisible();
    }

    /// @param asked told the id of the plot that shows a chosen reason
    void setOnPlot(Consumer<String> asked) {
        onPlot = asked;
    }

    void show(StageView view) {
        show(true);
        shown = null;
        pulse(view);
        if (!reasons.isEmpty()) {
            buttons.getFirst().requestFocus();
        }
    }

    void hide() {
        show(false);
        held = null;
    }

    private void show(boolean wanted) {
        root.setVisible(wanted);
        root.setManaged(wanted);
    }

    /// One frame.
    void pulse(@Nullable StageView view) {
        if (!isShowing() || view == null || view.playhead().equals(held)) {
            return;
        }
        held = null;
        boolean moves = model.motion().get() != Motion.PAUSED;
        Playhead at = moves ? Playhead.endOf(view.playhead().shownRound()) : view.playhead();
        List<Object> now = List.of(view.timeline().runId(), at);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        StageView asked =
                StageView.of(view.timeline(), at, view.theme(), texts, view.width(), view.height());
        reasons = Why.of(asked);
        fill(asked.texts());
    }

    private void fill(Texts words) {
        title.setText(
                reasons.isEmpty()
                        ? words.get("stage.why.button")
                        : words.get("stage.why.title", Why.round(reasons)));
        none.setVisible(reasons.isEmpty());
        none.setManaged(reasons.isEmpty());
        for (int i = 0; i < MOST; i++) {
            Button button = buttons.get(i);
            boolean used = i < reasons.size();
            button.setVisible(used);
            button.setManaged(used);
            if (used) {
                Reason reason = reasons.get(i);
                String sentence = reason.sentence(words);
                button.setText(sentence);
                String phase = words.get("shell.phase." + reason.link().phase());
                button.setAccessibleText(sentence + " " + words.get("stage.why.go", phase));
            } else if (button.isFocused()) {
                close.requestFocus();
            }
        }
    }

    private void follow(int index) {
        Reason reason = reasons.get(index);
        model.movement().pause();
        model.movement().scrub(reason.link().round());
        model.movement().toPhase(reason.link().phase());
        held = model.playhead().get();
        if (reason.client() != LabModel.NONE) {
            model.selected().set(reason.client());
        }
        if (!reason.plot().isEmpty()) {
            onPlot.accept(reason.plot());
        }
    }
}
