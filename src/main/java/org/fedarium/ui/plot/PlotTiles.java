package org.fedarium.ui.plot;

import javafx.scene.layout.Region;

import org.fedarium.chart.ChartData;
import org.fedarium.look.Texts;
import org.fedarium.scene.ClassPair;
import org.fedarium.ui.support.PlotSetup;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The plots in their order, and everything a person may do to the arrangement. Tile `i` belongs to
/// entry `i` of the setup.
final class PlotTiles implements PlotBoard {
    private final Texts texts;
    private final ChartFiles files;
    private final PlotPane pane;
    private final Consumer<List<PlotTile>> onTiles;
    private final Consumer<PlotTile> onReveal;
    private final List<PlotTile> tiles = new ArrayList<>();
    private PlotSetup setup = PlotSetup.INITIAL.withTiles(List.of());
    private @Nullable PlotTile enlarged;
    private Consumer<PlotSetup> onSetup = s -> {};
    private Consumer<@Nullable Region> onEnlarge = r -> {};

    /// @param onTiles  hears of the plots in the column, without an enlarged one
    /// @param onReveal brings one onto the screen
    PlotTiles(
            Texts texts,
            ChartFiles files,
            PlotPane pane,
            Consumer<List<PlotTile>> onTiles,
            Consumer<PlotTile> onReveal) {
        this.texts = texts;
        this.files = files;
        this.pane = pane;
        this.onTiles = onTiles;
        this.onReveal = onReveal;
    }

    List<PlotTile> all() {
        return tiles;
    }

    PlotSetup setup() {
        return setup;
    }

    void setOnSetup(Consumer<PlotSetup> handler) {
        onSetup = handler;
    }

    void setOnEnlarge(Consumer<@Nullable Region> handler) {
        onEnlarge = handler;
    }

    /// Plots of a kind for which no metric was chosen by a person.
    List<PlotTile> plain(String kind) {
        List<PlotTile> found = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            PlotSetup.Tile entry = setup.tiles().get(i);
            if (entry.kind().equals(kind) && entry.metric().isEmpty()) {
                found.add(tiles.get(i));
            }
        }
        return found;
    }

    /// Another arrangement; plots that stay keep their state. Kinds that this version does not know
    /// are left out.
    void edit(UnaryOperator<PlotSetup> change) {
        PlotSetup asked = change.apply(setup);
        List<PlotSetup.Tile> known =
                asked.tiles().stream().filter(t -> PlotKinds.find(t.kind()).isPresent()).toList();
        int before = setup.tiles().size();
        PlotSetup next = asked.withTiles(known);
        boolean appended =
                next.tiles().size() == before + 1
                        && next.tiles().subList(0, before).equals(setup.tiles());
        if (!appended && !next.tiles().equals(setup.tiles())) {
            enlarge(null);
            tiles.clear();
        }
        for (int i = tiles.size(); i < known.size(); i++) {
            tiles.add(open(known.get(i)));
        }
        changed(next);
        if (appended && before > 0) {
            onReveal.accept(tiles.getLast());
        }
    }

    private void changed(PlotSetup next) {
        setup = next;
        tiles.forEach(tile -> tile.tools().setLinear(next.linear()));
        spread();
        onSetup.accept(next);
    }

    private void spread() {
        onTiles.accept(tiles.stream().filter(tile -> tile != enlarged).toList());
    }

    private PlotTile open(PlotSetup.Tile entry) {
        PlotKind kind = PlotKinds.find(entry.kind()).orElseThrow();
        String id = kind.id();
        for (int n = 2; isTaken(id); n++) {
            id = kind.id() + "-" + n;
        }
        return new PlotTile(kind, id, entry, this, texts);
    }

    private boolean isTaken(String id) {
        return tiles.stream().anyMatch(tile -> tile.id().equals(id));
    }

    /// Shows the plot that has a face, adding it when it is not there.
    void reveal(String face) {
        Optional<PlotKind> kind = PlotKinds.ofFace(face);
        if (kind.isEmpty()) {
            return;
        }
        if (tiles.stream().noneMatch(tile -> tile.kind().equals(kind.get()))) {
            edit(now -> now.with(PlotSetup.Tile.of(kind.get().id())));
        }
        tiles.stream()
                .filter(tile -> tile.kind().equals(kind.get()))
                .findFirst()
                .ifPresent(
                        tile -> {
                            kind.get().faces().stream()
                                    .filter(f -> f.id().equals(face))
                                    .forEach(tile::choose);
                            faceChosen(tile, face);
                            onReveal.accept(tile);
                        });
    }

    boolean restore() {
        boolean was = enlarged != null;
        enlarge(null);
        return was;
    }

    // ---- what a plot may ask for ----

    @Override
    public ChartFiles files() {
        return files;
    }

    @Override
    public void crosshair(@Nullable ChartData from, double x) {
        tiles.forEach(tile -> tile.chartHost().setCrosshair(from, x));
    }

    @Override
    public void hoverClass(ClassPair pair) {
        pane.hoverClass(pair);
    }

    @Override
    public void hover(int client) {
        pane.hover(client);
    }

    @Override
    public void select(int client) {
        pane.select(client);
    }

    @Override
    public void faceChosen(PlotTile tile, String face) {
        remember(tile, entry -> entry.withFace(face));
    }

    @Override
    public void metricChosen(PlotTile tile, String metric) {
        remember(tile, entry -> entry.withMetric(metric));
    }

    private void remember(PlotTile tile, UnaryOperator<PlotSetup.Tile> change) {
        int at = tiles.indexOf(tile);
        if (at >= 0) {
            setup = setup.withTile(at, change.apply(setup.tiles().get(at)));
            onSetup.accept(setup);
        }
    }

    @Override
    public void parameterChosen(int index) {
        pane.chooseParameter(index);
    }

    @Override
    public void linearChosen(boolean linear) {
        if (linear != setup.linear()) {
            changed(setup.withLinear(linear));
        }
    }

    @Override
    public void enlarge(@Nullable PlotTile tile) {
        if (tile == enlarged) {
            return;
        }
        enlarged = tile;
        spread();
        if (tile != null) {
            tile.layOut(false, true);
        }
        onEnlarge.accept(tile == null ? null : tile.node());
    }

    @Override
    public boolean isEnlarged(PlotTile tile) {
        return tile == enlarged;
    }

    @Override
    public void move(PlotTile tile, int by) {
        if (canMove(tile, by)) {
            int at = tiles.indexOf(tile);
            PlotSetup next = setup.moved(at, by);
            tiles.add(at + by, tiles.remove(at));
            changed(next);
            onReveal.accept(tile);
        }
    }

    @Override
    public boolean canMove(PlotTile tile, int by) {
        int to = tiles.indexOf(tile) + by;
        return enlarged != tile && to >= 0 && to < tiles.size();
    }

    @Override
    public void remove(PlotTile tile) {
        int at = tiles.indexOf(tile);
        if (at >= 0) {
            if (tile == enlarged) {
                enlarge(null);
            }
            tiles.remove(at);
            changed(setup.without(at));
        }
    }
}
