package org.fedarium.ui.plot;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartTable;
import org.fedarium.chart.ChartWords;
import org.fedarium.export.ChartExport;
import org.fedarium.export.PictureExport;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.ClassPair;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.Tips;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One plot beside the stage: title, tools, faces to choose from, the chart or picture, and a
/// sentence below it.
final class PlotTile {
    // States and values of clients do not depend on the size of the stage.
    private static final double PLACE = 600;

    private final PlotKind kind;
    private final String id;
    private final Texts texts;
    private final VBox root;
    private final ChartHost chartHost;
    private final PictureHost pictureHost;
    private final TileChart chart;
    private final TilePicture picture;
    private final @Nullable TableHost clients;
    private final FaceTabs tabs;
    private final TileTools tools;
    private final TileMenu actions;
    private Face face;
    private boolean number;
    @FXML private HBox head;
    @FXML private Label title;
    @FXML private Label hint;
    @FXML private Label value;
    @FXML private HBox toolBox;
    @FXML private MenuButton menu;
    @FXML private HBox faces;
    @FXML private StackPane place;
    @FXML private Label caption;

    /// @param id unique among the tiles of the window
    PlotTile(PlotKind kind, String id, PlotSetup.Tile chosen, PlotBoard board, Texts texts) {
        this.kind = kind;
        this.id = id;
        this.texts = texts;
        root = Views.load("PlotTile", texts, this);
        root.setId("tile-" + id);
        chartHost = new ChartHost("plot-" + id);
        pictureHost = new PictureHost("picture-" + id);
        place.getChildren().setAll(chartHost, pictureHost);
        clients = clients(board);
        face = kind.faces().getFirst();
        ChartKind first = face.chart();
        chart = new TileChart(first == null ? ChartKind.LOSS : first, chartHost, texts);
        picture = new TilePicture(face, pictureHost, texts);
        tabs = new FaceTabs(kind, id, texts, next -> choose(next, board));
        faces.getChildren().setAll(tabs.node());
        show(faces, kind.faces().size() > 1);
        tools = new TileTools(this, board, texts);
        toolBox.getChildren().setAll(tools.nodes());
        head.getChildren().add(1, tools.metrics());
        actions = new TileMenu(this, board, texts);
        title.setText(texts.get("plot.kind." + kind.id()));
        title.setId(id + "-title");
        value.setId(id + "-number");
        menu.setId(id + "-menu");
        Icons.dress(menu, Feather.MORE_HORIZONTAL, texts.get("plot.tile.menu", title.getText()));
        menu.setOnShowing(e -> menu.getItems().setAll(actions.items()));
        menu.getItems().setAll(actions.items());
        TilePopup popup = new TilePopup(actions::items);
        chartHost.setMenu(popup);
        pictureHost.setMenu(popup);
        if (clients != null) {
            clients.setMenu(popup.get());
        }
        chartHost.setOnCrosshair(board::crosshair);
        chartHost.setOnHoverClient(board::hover);
        chartHost.setOnSelectClient(board::select);
        pictureHost.setOnHoverClient(board::hover);
        pictureHost.setOnSelectClient(board::select);
        chartHost.setOnHoverClass(c -> board.hoverClass(ClassPair.of(c)));
        pictureHost.setOnHoverClass(board::hoverClass);
        choose(
                kind.faces().stream()
                        .filter(f -> f.id().equals(chosen.face()))
                        .findFirst()
                        .orElse(face));
        tools.prefer(chosen.metric());
    }

    private @Nullable TableHost clients(PlotBoard board) {
        if (kind.faces().stream().noneMatch(Face::table)) {
            return null;
        }
        TableHost host = new TableHost("table-" + id, texts);
        host.setOnHoverClient(board::hover);
        host.setOnSelectClient(board::select);
        place.getChildren().add(host.node());
        return host;
    }

    PlotKind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    Region node() {
        return root;
    }

    Face face() {
        return face;
    }

    ChartHost chartHost() {
        return chartHost;
    }

    TileTools tools() {
        return tools;
    }

    private void choose(Face next, PlotBoard board) {
        choose(next);
        board.faceChosen(this, next.id());
    }

    /// Shows another of its faces.
    void choose(Face next) {
        face = next;
        tabs.select(next);
        ChartKind kindOfChart = next.chart();
        if (kindOfChart != null) {
            chart.choose(kindOfChart);
        } else {
            picture.choose(next);
        }
        chartHost.setVisible(kindOfChart != null);
        pictureHost.setVisible(next.isPicture());
        TableHost table = clients;
        if (table != null) {
            table.node().setVisible(next.table());
        }
        tools.show(next);
        setText(hint, "");
        layOut(number, true);
    }

    /// One frame; true when something large was drawn.
    ///
    /// @param pictures null before there is a source of recomputed models
    /// @param still    the playhead stands, so that nothing comes after this redraw soon
    boolean show(
            PlotFrame shared,
            @Nullable Pictures pictures,
            long now,
            boolean mayDraw,
            boolean still) {
        PlotFrame frame = shared.withMetric(tools.metric());
        RunInfo info = frame.charts().timeline().info();
        tabs.offer(info);
        if (!face.fits().test(info)) {
            kind.faces().stream()
                    .filter(f -> f.fits().test(info))
                    .findFirst()
                    .ifPresent(this::choose);
        }
        words(frame, info);
        if (face.chart() != null) {
            return chart.show(frame, now, mayDraw, still);
        }
        TableHost table = clients;
        if (face.table() && table != null) {
            return mayDraw
                    && table.show(
                            stage(frame), frame.options().hovered(), frame.options().selected());
        }
        boolean painted =
                pictures != null
                        && picture.show(
                                pictures,
                                frame.moment(),
                                frame.style().theme(),
                                frame.style().scale(),
                                mayDraw);
        setText(caption, picture.caption());
        return painted;
    }

    /// True when what is on the screen is of the moment shown last.
    boolean isCurrent() {
        return number
                || (face.chart() != null
                        ? chart.isCurrent()
                        : !face.isPicture() || picture.isCurrent());
    }

    private StageView stage(PlotFrame frame) {
        Theme theme = frame.style().theme();
        return StageView.of(
                frame.charts().timeline(), frame.playhead(), theme, texts, PLACE, PLACE);
    }

    private void words(PlotFrame frame, RunInfo info) {
        ChartKind charted = face.chart();
        String metric = tools.metric();
        if (charted == ChartKind.METRIC) {
            setText(title, ChartWords.metric(texts, info, metric));
        }
        if (charted != null || face.table()) {
            String below = "plot.face." + face.id() + ".caption";
            Texts words = texts.variant(info.rhythm().name());
            setText(caption, words.has(below) ? words.get(below) : "");
        }
        if (charted != null) {
            setText(
                    hint,
                    charted.usesTraces() ? "" : ChartWords.hint(texts, info, charted, metric));
        }
        // A list of metrics names the one on show itself.
        show(title, number || !tools.namesMetric());
        if (number) {
            setText(
                    value,
                    ChartWords.metricNow(frame.charts().timeline(), frame.playhead(), metric));
        }
    }

    /// Follows its place.
    ///
    /// @param asNumber only the value, for want of room
    /// @param roomy    there is room for words beside the title
    void layOut(boolean asNumber, boolean roomy) {
        number = asNumber;
        show(value, asNumber);
        show(place, !asNumber);
        show(hint, roomy && !asNumber);
        show(faces, !asNumber && kind.faces().size() > 1);
        show(caption, !asNumber && !caption.getText().isEmpty());
    }

    private void setText(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            Tips.set(label, text);
            if (label == caption) {
                show(caption, !number && !text.isEmpty());
            }
        }
    }

    private static void show(Region node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /// What is on the screen: the chart or the picture.
    Region shown() {
        TableHost table = clients;
        if (face.table() && table != null) {
            return table.node();
        }
        return face.isPicture() ? pictureHost : chartHost;
    }

    /// The picture on show, for a file; null when it is a chart, or not yet there.
    @Nullable PictureExport painted() {
        return face.isPicture() ? picture.export() : null;
    }

    /// The chart on show, for a file; null when it is a picture, or not yet there.
    @Nullable ChartExport export() {
        return face.chart() == null ? null : chart.export();
    }

    /// The numbers behind what is on show.
    ChartTable table() {
        TableHost table = clients;
        if (face.table() && table != null) {
            return table.table();
        }
        PictureExport painted = painted();
        return painted != null ? painted.table() : chart.table();
    }
}
