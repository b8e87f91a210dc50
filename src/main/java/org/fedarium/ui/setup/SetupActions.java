package org.fedarium.ui.setup;

/// What the panel asks of the window, because files are involved.
public interface SetupActions {
    /// Asks for a CSV file and makes it the data set.
    void chooseCsv();

    /// Asks for an experiment file and opens it.
    void openExperiment();

    /// Asks where to save the experiment.
    void saveExperiment();
}
