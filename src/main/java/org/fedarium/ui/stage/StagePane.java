package org.fedarium.ui.stage;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// The middle of the window: phases, formula, and the federation itself.
public final class StagePane {
    private static final double CARD = 112;
    private static final double ROOMY_CARD = 130;
    private static final double LOW_CARD = 52;
    private static final double PRESENTER_CARD = 76;
    private static final double CARD_INSET = 10;

    private final LabModel model;
    private final Texts texts;
    private final VBox root;
    private final PhaseRibbon phases;
    private final StageCanvas canvas;
    private final StatusLine status;
    private final WhyCard card;
    private final ArrangementChoice arrangement;
    private boolean presenter;
    @FXML private HBox head;
    @FXML private HBox ribbon;
    @FXML private Pane formula;
    @FXML private Pane stage;
    @FXML private StackPane floor;
    @FXML private HBox row;
    @FXML private Label narration;
    @FXML private Button why;
    @FXML private ToggleButton timeLine;

    public StagePane(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Views.load("StagePane", texts, this);
        phases = new PhaseRibbon(ribbon, model, texts);
        canvas = new StageCanvas(stage, formula, model, texts);
        arrangement = new ArrangementChoice(stage, row, model, texts);
        status = new StatusLine(row, narration, model, texts);
        card = new WhyCard(model, texts, this::closeWhy);
        StackPane.setAlignment(card.node(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(card.node(), new Insets(0, CARD_INSET, 4, CARD_INSET));
        floor.getChildren().add(card.node());
        why.setOnAction(e -> toggleWhy());
        Icons.dress(timeLine, Feather.ALIGN_LEFT, texts.get("stage.gantt.show"));
        timeLine.selectedProperty()
                .addListener(
                        (o, before, now) -> {
                            canvas.setTimeLine(now);
                            String next = now ? "stage.gantt.hide" : "stage.gantt.show";
                            Icons.name(timeLine, texts.get(next));
                        });
    }

    public VBox node() {
        return root;
    }

    /// In a low window the ribbon and the formula share a row; in a roomy one the formula is
    /// larger.
    public void setRoom(boolean low, boolean roomy) {
        phases.setCompact(low);
        head.getChildren().remove(formula);
        root.getChildren().remove(formula);
        double height = presenter ? PRESENTER_CARD : low ? LOW_CARD : roomy ? ROOMY_CARD : CARD;
        formula.setMinHeight(height);
        formula.setPrefHeight(height);
        if (low) {
            head.getChildren().add(formula);
        } else {
            root.getChildren().add(1, formula);
        }
    }

    /// Where the federation is drawn; panels may lie over it.
    public Pane floor() {
        return stage;
    }

    /// Larger type for a projector; takes effect with the next [#setRoom].
    public void setPresenter(boolean wanted) {
        presenter = wanted;
        canvas.setPresenter(wanted);
    }

    /// Lets clients stand in the next way that suits the run; does nothing in the time-line.
    public void nextArrangement() {
        if (!timeLine.isSelected()) {
            arrangement.next();
        }
    }

    /// Opens the card that says why the round went as it did, or closes it.
    public void toggleWhy() {
        StageView view = canvas.shown();
        if (!closeWhy() && view != null) {
            card.show(view);
        }
    }

    /// Closes that card; false when it was not open.
    public boolean closeWhy() {
        if (!card.isShowing()) {
            return false;
        }
        boolean focused = card.node().isFocusWithin();
        card.hide();
        if (focused) {
            why.requestFocus();
        }
        return true;
    }

    /// @param asked told the id of the plot that shows a chosen reason: `loss`, `metric`, `paths`,
    ///              `drift`, `weights`, `confusion`, `cosine`, `scores`, `spread`, `classes`,
    ///              `traffic` or `clock`
    public void setOnPlot(Consumer<String> asked) {
        card.setOnPlot(asked);
    }

    /// What the stage shows; null before the first frame with results.
    public @Nullable StageView shown() {
        return canvas.shown();
    }

    /// One frame while old rounds are being read: the last picture stays, and the line below says
    /// why when it takes long.
    public void await() {
        if (model.isLoading()) {
            narration.setText(texts.get("stage.loading"));
        }
    }

    /// One frame.
    public void pulse() {
        phases.pulse();
        canvas.setLegendRight(arrangement.legendRight());
        canvas.pulse();
        arrangement.pulse(canvas.shown(), presenter, timeLine.isSelected());
        status.pulse(canvas.shown(), canvas.sentence());
        card.pulse(canvas.shown());
    }
}
