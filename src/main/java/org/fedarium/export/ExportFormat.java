package org.fedarium.export;

/// Files that a chart can be saved as.
public enum ExportFormat {
    PNG,
    SVG,
    PDF,
    CSV;

    /// File name ending without the dot.
    public String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
