package org.fedarium.ui.plot;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

import org.fedarium.chart.ChartBuilder;
import org.fedarium.chart.ChartData;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.PlotGeometry;
import org.fedarium.chart.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;

/// The one place where JFreeChart meets JavaFX. Redraws the chart only when [#show] is called with
/// other data; what moves (live lines, crosshair, hover) is on a transparent canvas above it. FX
/// thread only.
final class ChartHost extends Region {
    private static final double REACH = 14;
    private static final int NONE = -1;

    private final Canvas overlay = new Canvas();
    private final ChartOverlay painter = new ChartOverlay(overlay);
    private @Nullable ChartCanvas canvas;
    private @Nullable ChartData data;
    private @Nullable ChartStyle style;
    private @Nullable PlotGeometry geometry;
    private @Nullable TilePopup menu;
    private double crosshair = Double.NaN;
    private @Nullable MouseEvent pointer;
    private boolean overlayDirty;
    private Heading heading = (shown, x) -> "";
    private Crosshair onCrosshair = (from, x) -> {};
    private IntConsumer onHoverClient = k -> {};
    private IntConsumer onSelectClient = k -> {};
    private IntConsumer onHoverClass = c -> {};

    ChartHost(String id) {
        setId(id);
        setMinSize(120, 60);
        setPrefSize(320, 160);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getStyleClass().add("fed-focusable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        overlay.setMouseTransparent(true);
        getChildren().add(overlay);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> leave());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
    }

    /// Names a position on the x axis of a chart.
    @FunctionalInterface
    interface Heading {
        String at(ChartData data, double x);
    }

    /// Hears of the crosshair of the chart under the pointer.
    @FunctionalInterface
    interface Crosshair {
        /// @param from the chart on show, or null when the pointer left
        /// @param x    position on its axis, or NaN
        void moved(@Nullable ChartData from, double x);
    }

    void setHeading(Heading words) {
        heading = words;
    }

    /// The chart under the pointer changed its crosshair.
    void setOnCrosshair(Crosshair handler) {
        onCrosshair = handler;
    }

    /// The client whose line is under the pointer, or -1.
    void setOnHoverClient(IntConsumer handler) {
        onHoverClient = handler;
    }

    /// The class whose line is under the pointer, or -1.
    void setOnHoverClass(IntConsumer handler) {
        onHoverClass = handler;
    }

    /// A client's line was clicked; -1 for a double click, which resets.
    void setOnSelectClient(IntConsumer handler) {
        onSelectClient = handler;
    }

    void setMenu(TilePopup popup) {
        menu = popup;
    }

    /// Draws a chart at the present size.
    void show(ChartData next, ChartStyle look) {
        int width = (int) Math.floor(getWidth());
        int height = (int) Math.floor(getHeight());
        if (width < 40 || height < 40) {
            return;
        }
        data = next;
        style = look;
        double zoom = zoom();
        JFreeChart chart = ChartBuilder.build(next, look.times(zoom));
        ChartCanvas target = canvas;
        if (target == null) {
            target = new ChartCanvas(chart);
            target.setTooltipEnabled(false);
            target.setMouseTransparent(true);
            getChildren().addFirst(target);
            canvas = target;
        }
        double wide = Math.floor(width * zoom);
        double high = Math.floor(height * zoom);
        if (target.getWidth() != wide || target.getHeight() != high) {
            // Each of these draws the chart it has, so they come before the new one.
            target.setWidth(wide);
            target.setHeight(high);
            target.getTransforms().setAll(new Scale(1 / zoom, 1 / zoom));
        }
        target.setChart(chart);
        Rectangle2D area = target.getRenderingInfo().getPlotInfo().getDataArea();
        geometry =
                new PlotGeometry(
                        next,
                        area.getX() / zoom,
                        area.getY() / zoom,
                        area.getWidth() / zoom,
                        area.getHeight() / zoom);
        setAccessibleText(next.spoken());
        overlayDirty = true;
    }

    /// How much larger the window shows what is laid out in it; canvases get as many points as are
    /// seen, or they would be blurred.
    private double zoom() {
        return Math.max(1, getLocalToSceneTransform().getMxx());
    }

    /// Draws moving lines of newer data over the chart, if that still has the same axes.
    void showLive(ChartData next) {
        PlotGeometry drawn = geometry;
        if (drawn != null && sameAxes(drawn.data(), next)) {
            geometry =
                    new PlotGeometry(
                            next, drawn.left(), drawn.top(), drawn.width(), drawn.height());
            data = next;
            overlayDirty = true;
        }
    }

    static boolean sameAxes(ChartData a, ChartData b) {
        return a.x().min() == b.x().min()
                && a.x().max() == b.x().max()
                && a.y().min() == b.y().min()
                && a.y().max() == b.y().max()
                && a.y().log() == b.y().log();
    }

    /// Draws the crosshair where that of another chart is, on this chart's own axis; none for NaN.
    void setCrosshair(@Nullable ChartData from, double x) {
        double own = translated(from, x);
        if (Double.compare(own, crosshair) != 0) {
            crosshair = own;
            overlayDirty = true;
        }
    }

    private double translated(@Nullable ChartData from, double x) {
        ChartData own = data;
        if (from == null || own == null || from.axis() == own.axis()) {
            return x;
        }
        int round = from.roundAt(x);
        return round < 0 ? Double.NaN : own.xOf(round);
    }

    /// Once per frame: repaints the overlay if something on it changed.
    void pulse() {
        PlotGeometry at = geometry;
        ChartStyle look = style;
        if (overlayDirty && at != null && look != null) {
            overlayDirty = false;
            MouseEvent p = pointer;
            painter.paint(
                    zoom(),
                    at,
                    look,
                    x -> heading.at(at.data(), x),
                    crosshair,
                    p == null ? Double.NaN : p.getX(),
                    p == null ? 0 : p.getY());
        }
    }

    @Nullable PlotGeometry geometry() {
        return geometry;
    }

    @Nullable ChartData data() {
        return data;
    }

    private void hover(MouseEvent event) {
        PlotGeometry at = geometry;
        if (at == null || !at.contains(event.getX(), event.getY())) {
            leave();
            return;
        }
        pointer = event;
        overlayDirty = true;
        onCrosshair.moved(at.data(), at.data().snap(at.valueX(event.getX())));
        onHoverClient.accept(clientAt(at, event));
        onHoverClass.accept(classAt(at, event));
    }

    private static int classAt(PlotGeometry at, MouseEvent event) {
        PlotGeometry.Hit hit = at.nearest(event.getX(), event.getY(), REACH);
        boolean found = hit != null && hit.series().role() == Series.Role.CLASS;
        return found ? hit.series().part() : NONE;
    }

    private static int clientAt(PlotGeometry at, MouseEvent event) {
        PlotGeometry.Hit hit = at.nearest(event.getX(), event.getY(), REACH);
        return hit == null ? NONE : hit.series().client();
    }

    private void leave() {
        if (pointer != null) {
            pointer = null;
            overlayDirty = true;
            onCrosshair.moved(null, Double.NaN);
            onHoverClient.accept(NONE);
            onHoverClass.accept(NONE);
        }
    }

    private void click(MouseEvent event) {
        PlotGeometry at = geometry;
        if (event.getButton() != MouseButton.PRIMARY || at == null) {
            return;
        }
        requestFocus();
        int client = clientAt(at, event);
        if (event.getClickCount() == 2) {
            onSelectClient.accept(NONE);
        } else if (client != NONE) {
            onSelectClient.accept(client);
        }
    }

    private void openMenu(ContextMenuEvent event) {
        if (menu != null) {
            menu.get().show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double zoom = zoom();
        double width = Math.floor(getWidth() * zoom);
        double height = Math.floor(getHeight() * zoom);
        if (overlay.getWidth() != width || overlay.getHeight() != height) {
            overlay.setWidth(width);
            overlay.setHeight(height);
            overlay.getTransforms().setAll(new Scale(1 / zoom, 1 / zoom));
            overlayDirty = true;
        }
    }
}
