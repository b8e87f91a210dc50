package org.fedarium.app;

import javafx.application.Application;
import javafx.stage.Stage;

import org.fedarium.cli.ExperimentSource;

/// stub
public final class FedariumApp extends Application {
    static void open(ExperimentSource source) {
        launch(FedariumApp.class);
    }

    @Override
    public void start(Stage stage) {
        stage.show();
    }
}
