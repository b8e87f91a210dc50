package org.fedarium.ui.plot;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.fedarium.look.Texts;
import org.fedarium.ui.support.Viewports;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Puts the plots into the column: below each other, scrolling when there are many, in two columns,
/// or one at a time by tabs.
final class PlotColumn {
    private static final int MOST_TABS = 3;
    private static final double NUMBER = 60;
    private static final double NUMBER_PRESENTING = 84;

    private final Texts texts;
    private final HBox tabs;
    private final ScrollPane scroll;
    private final Cells cells = new Cells();
    private List<PlotTile> tiles = List.of();
    private PlotLayout layout = new PlotLayout(false, List.of(), 0);
    private List<Object> known = List.of();
    private int chosen;
    private boolean presenting;

    PlotColumn(HBox tabs, ScrollPane scroll, Texts texts) {
        this.tabs = tabs;
        this.scroll = scroll;
        this.texts = texts;
        scroll.setContent(cells);
        scroll.setFitToWidth(true);
        Viewports.drawDirectly(scroll);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
    }

    /// Lays its children out as the layout says.
    private final class Cells extends Pane {
        @Override
        protected void layoutChildren() {
            for (PlotLayout.Cell cell : layout.cells()) {
                Region node = tiles.get(cell.tile()).node();
                if (node.getParent() == this) {
                    node.resizeRelocate(cell.x(), cell.y(), cell.width(), cell.height());
                }
            }
        }
    }

    /// The plots to be shown, in their order, without one that is enlarged elsewhere.
    void setTiles(List<PlotTile> all) {
        PlotTile before = chosen < tiles.size() ? tiles.get(chosen) : null;
        List<PlotTile> fresh = all.stream().filter(t -> !tiles.contains(t)).toList();
        boolean first = tiles.isEmpty();
        tiles = List.copyOf(all);
        // One that was added, or is no longer enlarged, is the one to look at.
        PlotTile wanted = !first && fresh.size() == 1 ? fresh.getFirst() : before;
        chosen = Math.max(0, wanted == null ? 0 : tiles.indexOf(wanted));
        known = List.of();
        fillTabs();
    }

    void setPresenting(boolean wanted) {
        presenting = wanted;
        known = List.of();
    }

    /// Follows the size of the column; cheap when nothing changed.
    void layOut() {
        double width = scroll.getViewportBounds().getWidth();
        double height = scroll.getHeight();
        List<PlotLayout.Plot> plots =
                tiles.stream()
                        .map(t -> new PlotLayout.Plot(t.kind(), t.face().drawsLines()))
                        .toList();
        List<Object> now = List.of(width, height, presenting, chosen, tiles, plots);
        if (width <= 0 || height <= 0 || now.equals(known)) {
            return;
        }
        known = now;
        layout =
                PlotLayout.of(
                        plots,
                        chosen,
                        width,
                        height,
                        presenting,
                        presenting ? NUMBER_PRESENTING : NUMBER);
        tabs.setVisible(layout.tabs() && tiles.size() > 1);
        tabs.setManaged(tabs.isVisible());
        List<Node> shown =
                layout.cells().stream().<Node>map(c -> tiles.get(c.tile()).node()).toList();
        if (!shown.equals(cells.getChildren())) {
            cells.getChildren().setAll(shown);
        }
        boolean roomy = !layout.tabs() && !presenting;
        for (PlotLayout.Cell cell : layout.cells()) {
            tiles.get(cell.tile()).layOut(cell.number(), roomy);
        }
        cells.setMinHeight(layout.height());
        cells.setPrefHeight(layout.height());
        cells.requestLayout();
    }

    /// True when some of a plot is on the screen.
    boolean isInView(PlotTile tile) {
        Region node = tile.node();
        if (node.getParent() != cells) {
            return false;
        }
        double above = offset();
        double from = node.getLayoutY();
        return from < above + scroll.getHeight() && from + node.getHeight() > above;
    }

    private double offset() {
        double hidden = Math.max(0, cells.getHeight() - scroll.getHeight());
        return scroll.getVvalue() * hidden;
    }

    /// Brings a plot onto the screen.
    void reveal(PlotTile tile) {
        int index = tiles.indexOf(tile);
        if (index < 0) {
            return;
        }
        choose(index);
        known = List.of();
        layOut();
        // The pane keeps its place in pixels when its content grows, so it must have grown before.
        scroll.applyCss();
        scroll.layout();
        double hidden = layout.height() - scroll.getHeight();
        for (PlotLayout.Cell cell : layout.cells()) {
            if (cell.tile() == index && hidden > 0) {
                scroll.setVvalue(Math.min(1, cell.y() / hidden));
            }
        }
    }

    private void choose(int index) {
        if (index >= 0 && index != chosen) {
            chosen = index;
            fillTabs();
        }
    }

    private void fillTabs() {
        if (tiles.size() > MOST_TABS) {
            ComboBox<PlotTile> box = new ComboBox<>();
            box.setId("plot-tabs");
            box.getStyleClass().add("fed-compact");
            box.setAccessibleText(texts.get("plot.tabs"));
            box.setConverter(new TileNames());
            box.getItems().setAll(tiles);
            box.setValue(tiles.get(chosen));
            box.setOnAction(e -> chosen = box.getItems().indexOf(box.getValue()));
            tabs.getChildren().setAll(box);
            return;
        }
        HBox strip = new HBox();
        strip.getStyleClass().addAll("fed-segmented", "fed-compact");
        ToggleGroup group = new ToggleGroup();
        for (PlotTile tile : tiles) {
            ToggleButton button = new ToggleButton(texts.get("plot.tab." + tile.kind().id()));
            button.setId("plot-tab-" + tile.id());
            button.setToggleGroup(group);
            button.setSelected(tiles.indexOf(tile) == chosen);
            strip.getChildren().add(button);
        }
        group.selectedToggleProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            } else {
                                chosen = group.getToggles().indexOf(now);
                            }
                        });
        tabs.getChildren().setAll(strip);
    }

    private final class TileNames extends StringConverter<PlotTile> {
        @Override
        public String toString(@Nullable PlotTile tile) {
            return tile == null ? "" : texts.get("plot.tab." + tile.kind().id());
        }

        @Override
        public PlotTile fromString(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
