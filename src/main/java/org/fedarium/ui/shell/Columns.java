package org.fedarium.ui.shell;

/// How wide the columns are at a window size.
///
/// @param zoom       how much larger than usual everything is shown; the widths are before that
/// @param rail       the experiment panel is a rail of icons
/// @param plots      width of the right column
/// @param shortStage the ribbon and the formula share a row, because the window is low
/// @param roomy      the formula is a size larger
record Columns(double zoom, boolean rail, double plots, boolean shortStage, boolean roomy) {
    private static final double NARROW = 1280;
    private static final double WIDE = 1600;
    private static final double HUGE = 2560;
    private static final double LOW = 800;
    private static final double LOW_PRESENTING = 860;
    private static final double HUGE_ZOOM = 1.25;
    // In front of a class a picture of any resolution is as large as the screen: what fits into
    // this is blown up to it.
    private static final double PROJECTOR_WIDTH = 1920;
    private static final double PROJECTOR_HEIGHT = 1080;

    static Columns of(double width, double height) {
        double zoom = width < HUGE ? 1 : HUGE_ZOOM;
        double plots = width < NARROW ? 320 : width < WIDE ? 420 : width < HUGE ? 480 : 640;
        return new Columns(
                zoom, width < NARROW, plots, height / zoom < LOW, width >= WIDE && height >= 900);
    }

    /// While presenting: no settings, wider plots. Letters are larger, so a window counts as low
    /// sooner.
    static Columns presenting(double width, double height) {
        double fitting = Math.min(width / PROJECTOR_WIDTH, height / PROJECTOR_HEIGHT);
        double zoom = width < HUGE ? 1 : Math.max(1, fitting);
        double inside = width / zoom;
        double plots = inside < NARROW ? 360 : inside < WIDE ? 464 : Math.min(800, 0.3 * inside);
        return new Columns(zoom, false, plots, height / zoom < LOW_PRESENTING, false);
    }
}
