package org.fedarium.chart;

import org.fedarium.lab.RunInfo;

/// What a person chose about the charts.
///
/// @param logLoss    logarithmic axis for the loss
/// @param metric     id of the metric shown beside the loss
/// @param parameter  index of the parameter whose paths are drawn
/// @param selected   the selected client, or -1
/// @param hovered    the client under the pointer, or -1
/// @param hoveredClass the class under the pointer, or -1
/// @param columns    pixel columns of the plot, to which curves are decimated
/// @param references whether reference curves are drawn
/// @param axis       what the horizontal axis of the charts over rounds counts
public record ChartOptions(
        boolean logLoss,
        String metric,
        int parameter,
        int selected,
        int hovered,
        int hoveredClass,
        int columns,
        boolean references,
        StepAxis axis) {

    /// Plot width for which exported charts are decimated.
    private static final int FINE = 1200;

    /// Log axis, rounds, the run's main metric, first parameter, nobody selected, fine enough for
    /// print.
    public static ChartOptions of(RunInfo info) {
        return new ChartOptions(
                true, info.mainMetric().id(), 0, -1, -1, -1, FINE, true, StepAxis.ROUNDS);
    }

    public ChartOptions withLogLoss(boolean log) {
        return new ChartOptions(
                log, metric, parameter, selected, hovered, hoveredClass, columns, references, axis);
    }

    public ChartOptions withMetric(String id) {
        return new ChartOptions(
                logLoss, id, parameter, selected, hovered, hoveredClass, columns, references, axis);
    }

    public ChartOptions withParameter(int index) {
        return new ChartOptions(
                logLoss, metric, index, selected, hovered, hoveredClass, columns, references, axis);
    }

    public ChartOptions withSelected(int client) {
        return new ChartOptions(
                logLoss,
                metric,
                parameter,
                client,
                hovered,
                hoveredClass,
                columns,
                references,
                axis);
    }

    public ChartOptions withHovered(int client) {
        return new ChartOptions(
                logLoss,
                metric,
                parameter,
                selected,
                client,
                hoveredClass,
                columns,
                references,
                axis);
    }

    public ChartOptions withHoveredClass(int index) {
        return new ChartOptions(
                logLoss, metric, parameter, selected, hovered, index, columns, references, axis);
    }

    public ChartOptions withColumns(int count) {
        return new ChartOptions(
                logLoss,
                metric,
                parameter,
                selected,
                hovered,
                hoveredClass,
                count,
                references,
                axis);
    }

    public ChartOptions withAxis(StepAxis wanted) {
        return new ChartOptions(
                logLoss,
                metric,
                parameter,
                selected,
                hovered,
                hoveredClass,
                columns,
                references,
                wanted);
    }

    /// True for a client that is drawn thick and labelled.
    boolean isStrong(int client) {
        return client >= 0 && (client == selected || client == hovered);
    }
}
