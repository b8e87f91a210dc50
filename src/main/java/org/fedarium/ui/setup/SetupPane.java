package org.fedarium.ui.setup;

import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Fx;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Viewports;
import org.fedarium.ui.support.Views;
import org.kordamp.ikonli.feather.Feather;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The experiment panel on the left: scenario, sections of settings, and the foot that says when
/// changes take effect.
public final class SetupPane {
    private final LabModel model;
    private final Texts texts;
    private final ScenarioPicker picker;
    private final SetupSections sections;
    private final VBox root;
    private final ChangeListener<Object> refresh = (o, before, now) -> show();
    @FXML private Button undo;
    @FXML private Button redo;
    @FXML private Button reset;
    @FXML private Button more;
    @FXML private ComboBox<Scenario> scenarios;
    @FXML private ScrollPane scroll;
    @FXML private VBox sectionsBox;
    @FXML private Label footer;
    @FXML private Button restart;

    /// @param previews computes how settings would deal the data, away from the FX thread
    /// @param actions  what the window does with files
    public SetupPane(
            LabModel model,
            Texts texts,
            Function<Experiment, CompletableFuture<Dealing.Preview>> previews,
            SetupActions actions) {
        this.model = model;
        this.texts = texts;
        root = Views.load("SetupPane", texts, this);
        Locks locks = new Locks(model, texts);
        picker = new ScenarioPicker(scenarios, model, texts);
        sections =
                new SetupSections(
                        model, texts, new SkewPreview(previews, model, texts), actions, locks);
        sectionsBox.getChildren().setAll(sections.nodes());
        Icons.dress(undo, Feather.CORNER_UP_LEFT, texts.get("setup.undo"));
        Icons.dress(redo, Feather.CORNER_UP_RIGHT, texts.get("setup.redo"));
        Icons.dress(reset, Feather.ROTATE_CW, texts.get("setup.reset"));
        Viewports.drawDirectly(scroll);
        undo.setOnAction(e -> model.undo());
        redo.setOnAction(e -> model.redo());
        reset.setOnAction(e -> model.reset());
        undo.disableProperty().bind(model.canUndo().not());
        redo.disableProperty().bind(model.canRedo().not());
        SetupMenu.attach(more, model, texts, actions, locks);
        restart.setOnAction(e -> model.restart());
        model.edited().addListener(refresh);
        model.preferences().level().addListener(refresh);
        show();
    }

    public VBox node() {
        return root;
    }

    /// Opens a section and brings it into view.
    public void reveal(String section) {
        Fx.later(
                () -> {
                    root.applyCss();
                    root.layout();
                    double beyond =
                            sectionsBox.getHeight() - scroll.getViewportBounds().getHeight();
                    double top = sections.reveal(section);
                    scroll.setVvalue(beyond <= 0 ? 0 : Math.min(1, top / beyond));
                });
    }

    private void show() {
        Experiment experiment = model.edited().get();
        Level level = model.preferences().level().get();
        picker.show(experiment);
        sections.show(experiment, level);
    }

    /// One frame.
    public void pulse() {
        sections.pulse();
        boolean needed = model.restartNeeded().get();
        boolean begun = model.playhead().get().round() > 0;
        footer.setText(
                needed
                        ? texts.get("setup.restartNeeded")
                        : begun && model.goesOn()
                                ? texts.variant(model.rhythm().name())
                                        .get("setup.changesStart", model.nextRound())
                                : begun ? texts.get("setup.runOver") : texts.get("setup.notBegun"));
        restart.setDisable(!begun && !needed);
        restart.getStyleClass().remove("fed-primary");
        if (needed) {
            restart.getStyleClass().add("fed-primary");
        }
    }

    /// Lets go of the model.
    public void close() {
        model.edited().removeListener(refresh);
        model.preferences().level().removeListener(refresh);
        undo.disableProperty().unbind();
        redo.disableProperty().unbind();
    }
}
