package org.fedarium.chart;

/// One line of a chart. The arrays are not copied and must not be changed.
///
/// @param id     unique within the chart: `global`, `client.3`, `centralised`, ...
/// @param name   in full: which model, which data, which weighting, before or after aggregation
/// @param brief  short name, for tooltips
/// @param label  text at the line's end, or empty
/// @param role   what the line stands for; decides how it looks
/// @param client index of the client, or -1
/// @param strong true for a selected or hovered client: thick
/// @param live   true for what moves with every frame: drawn on the overlay while on screen
/// @param x      increasing
/// @param y      finite
/// @param part   index of the class, or of a side line; 0 elsewhere
/// @param parts  how many classes there are; 0 for other roles
public record Series(
        String id,
        String name,
        String brief,
        String label,
        Role role,
        int client,
        boolean strong,
        boolean live,
        double[] x,
        double[] y,
        int part,
        int parts) {

    /// A line that is neither a class nor a side line.
    public Series(
            String id,
            String name,
            String brief,
            String label,
            Role role,
            int client,
            boolean strong,
            boolean live,
            double[] x,
            double[] y) {
        this(id, name, brief, label, role, client, strong, live, x, y, 0, 0);
    }

    /// What a line stands for, from the bottom to the top of the picture.
    public enum Role {
        /// A client's way back to the average.
        PULL,
        CLIENT,
        /// The recall of one class.
        CLASS,
        MEDIAN,
        OPTIMUM,
        LOCAL_ONLY,
        CENTRALISED,
        /// The branch that was given up for a change.
        GHOST,
        /// The average that is not there yet.
        PENDING,
        /// A quantity beside the main one, told apart by its dash.
        SIDE,
        /// The quantity that the chart is about, where that is no model.
        MAIN,
        GLOBAL;

        /// Drawn thickest, with a dot and its value at the end.
        boolean leads() {
            return this == MAIN || this == GLOBAL;
        }
    }

    /// The same line without a text at its end.
    Series withoutLabel() {
        return new Series(id, name, brief, "", role, client, strong, live, x, y, part, parts);
    }

    public int size() {
        return x.length;
    }

    public double lastY() {
        return y[y.length - 1];
    }

    public double lastX() {
        return x[x.length - 1];
    }
}
