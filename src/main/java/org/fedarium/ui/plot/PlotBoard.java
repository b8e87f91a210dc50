package org.fedarium.ui.plot;

import org.fedarium.chart.ChartData;
import org.fedarium.scene.ClassPair;
import org.jspecify.annotations.Nullable;

/// What a plot may ask of the column it stands in.
interface PlotBoard {
    ChartFiles files();

    /// The crosshair of all charts is where one chart has it.
    ///
    /// @param from null when the pointer left
    void crosshair(@Nullable ChartData from, double x);

    /// The client under the pointer, or -1.
    void hover(int client);

    /// The classes under the pointer in one of the plots.
    void hoverClass(ClassPair pair);

    /// A client was clicked, or -1 to let go of it.
    void select(int client);

    /// A person chose another face of a plot.
    void faceChosen(PlotTile tile, String face);

    void metricChosen(PlotTile tile, String metric);

    void parameterChosen(int index);

    void linearChosen(boolean linear);

    /// Shows a plot over the stage; null puts it back.
    void enlarge(@Nullable PlotTile tile);

    boolean isEnlarged(PlotTile tile);

    void move(PlotTile tile, int by);

    boolean canMove(PlotTile tile, int by);

    void remove(PlotTile tile);
}
