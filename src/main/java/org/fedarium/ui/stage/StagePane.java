package org.fedarium.ui.stage;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The middle of the window: phases, formula, and the federation itself.
public final class StagePane {
    private static final double CARD = 112;
    private static final double ROOMY_CARD = 130;
    private static final double LOW_CARD = 52;
    private static final double PRESENTER_CARD = 76;

    private final VBox root;
    private final PhaseRibbon phases;
    private final StageCanvas canvas;
    private boolean presenter;
    @FXML private HBox head;
    @FXML private HBox ribbon;
    @FXML private Pane formula;
    @FXML private Pane stage;
    @FXML private Label narration;
    @FXML private ToggleButton timeLine;

    public StagePane(LabModel model, Texts texts) {
        root = Views.load("StagePane", texts, this);
        phases = new PhaseRibbon(ribbon, model, texts);
        canvas = new StageCanvas(stage, formula, model, texts);
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
        narration.setWrapText(wanted);
    }

    /// What the stage shows; null before the first frame with results.
    public @Nullable StageView shown() {
        return canvas.shown();
    }

    /// One frame.
    public void pulse() {
        phases.pulse();
        canvas.pulse();
        if (!canvas.sentence().equals(narration.getText())) {
            narration.setText(canvas.sentence());
        }
    }
}
