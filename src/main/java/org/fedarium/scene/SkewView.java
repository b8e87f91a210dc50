package org.fedarium.scene;

import org.fedarium.look.Texts;
import org.fedarium.look.Theme;

import java.util.List;

/// Everything the preview of skew depends on.
///
/// @param classNames in class order; empty for regression, where columns are deciles of the target
/// @param counts     [client][class] training examples
/// @param width      pixels
/// @param height     pixels
/// @param hovered    client to highlight, or -1
/// @param hoveredClass class to highlight, or -1
public record SkewView(
        List<String> classNames,
        int[][] counts,
        Theme theme,
        Texts texts,
        double width,
        double height,
        int hovered,
        int hoveredClass) {

    /// A view without a highlighted class.
    public SkewView(
            List<String> classNames,
            int[][] counts,
            Theme theme,
            Texts texts,
            double width,
            double height,
            int hovered) {
        this(classNames, counts, theme, texts, width, height, hovered, -1);
    }

    /// Training examples of a client.
    int examples(int client) {
        int sum = 0;
        for (int c : counts[client]) {
            sum += c;
        }
        return sum;
    }
}
