package org.fedarium.ui.stage;

import javafx.fxml.FXML;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;

/// The middle of the window: phases, formula, and the federation itself.
public final class StagePane {
    private final LabModel model;
    private final VBox root;
    private final PhaseRibbon phases;
    private final Canvas stageCanvas = new Canvas();
    @FXML private HBox ribbon;
    @FXML private Pane formula;
    @FXML private Pane stage;

    public StagePane(LabModel model, Texts texts) {
        this.model = model;
        root = Views.load("StagePane", texts, this);
        phases = new PhaseRibbon(ribbon, model, texts);
        stage.getChildren().setAll(stageCanvas);
    }

    public VBox node() {
        return root;
    }

    /// One frame.
    public void pulse() {
        phases.pulse();
        phases.setCompact(root.getWidth() < 600);
    }

    /// Lets go of the model.
    public void close() {
        stageCanvas.widthProperty().unbind();
    }
}
