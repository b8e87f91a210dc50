package org.fedarium.app;

import javafx.stage.Stage;

import org.fedarium.cli.ExperimentSource;
import org.fedarium.data.DataFiles;
import org.fedarium.lab.LabConductor;
import org.fedarium.lab.SkewPreviewer;
import org.fedarium.ui.shell.LabServices;
import org.fedarium.ui.shell.LabWindow;
import org.fedarium.ui.support.SystemFileDialogs;
import org.fedarium.ui.support.WindowState;

/// A Lab window with its engine: the wiring, written by hand. Made and closed on the FX thread.
///
/// @param conductor closed with the window
record Lab(LabWindow window, LabConductor conductor, SkewPreviewer previewer)
        implements AutoCloseable {

    /// @param threads how many clients may train at once
    static Lab on(Stage stage, ExperimentSource source, int threads, WindowState state) {
        DataFiles files = DataHome.at(source.folder());
        LabConductor conductor = new LabConductor(files, threads);
        SkewPreviewer previewer = new SkewPreviewer(files);
        LabServices services =
                new LabServices(conductor, previewer::preview, new SystemFileDialogs(stage));
        LabWindow window = new LabWindow(stage, services, source.experiment(), state);
        return new Lab(window, conductor, previewer);
    }

    @Override
    public void close() {
        window.close();
        previewer.close();
    }
}
