package org.fedarium.ui.stage;

import javafx.fxml.FXML;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;

/// The middle of the window: phases, formula, and the federation itself.
public final class StagePane {
    private final VBox root;
    private final PhaseRibbon phases;
    private final StageCanvas canvas;
    @FXML private HBox ribbon;
    @FXML private Pane formula;
    @FXML private Pane stage;

    public StagePane(LabModel model, Texts texts) {
        root = Views.load("StagePane", texts, this);
        phases = new PhaseRibbon(ribbon, model, texts);
        canvas = new StageCanvas(stage, model, texts);
    }

    public VBox node() {
        return root;
    }

    /// One frame.
    public void pulse() {
        phases.pulse();
        canvas.pulse();
    }
}
