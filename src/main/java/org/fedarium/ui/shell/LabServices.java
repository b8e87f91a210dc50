package org.fedarium.ui.shell;

import org.fedarium.experiment.Dealing;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Conductor;
import org.fedarium.ui.support.FileDialogs;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What the window is given to work with.
///
/// @param conductor runs experiments; closed with the window
/// @param previews  computes how settings would deal the data, on its own thread
/// @param dialogs   asks for files
public record LabServices(
        Conductor conductor,
        Function<Experiment, CompletableFuture<Dealing.Preview>> previews,
        FileDialogs dialogs) {}
