package org.fedarium.ui.support;

import org.fedarium.chart.StepAxis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which plots stand beside the stage, in their order, and what was chosen in each. Kept from one
/// day to the next as one line of text.
///
/// @param tiles  from the top; empty when a person removed all
/// @param axis   what the curves run over
/// @param linear the loss has a linear axis
public record PlotSetup(List<Tile> tiles, StepAxis axis, boolean linear) {
    /// More plots than this no column can hold.
    public static final int MOST = 8;

    /// Loss, the main metric, and the clients' parameters.
    public static final PlotSetup INITIAL =
            new PlotSetup(
                    List.of(Tile.of("loss"), Tile.of("metric"), Tile.of("parameters")),
                    StepAxis.ROUNDS,
                    false);

    /// One plot.
    ///
    /// @param kind   id of its kind
    /// @param face   id of the face chosen among those the kind has; empty for the first
    /// @param metric id of the metric a person chose; empty for the one that suits the run
    public record Tile(String kind, String face, String metric) {
        public static Tile of(String kind) {
            return new Tile(kind, "", "");
        }

        public Tile withFace(String id) {
            return new Tile(kind, id, metric);
        }

        public Tile withMetric(String id) {
            return new Tile(kind, face, id);
        }

        private String text() {
            return String.join("/", kind, face, metric);
        }

        private static Tile parse(String text) {
            String[] parts = Arrays.copyOf(text.strip().split("/", -1), 3);
            return new Tile(parts[0], known(parts[1]), known(parts[2]));
        }

        private static String known(String part) {
            return part == null ? "" : part;
        }
    }

    public PlotSetup {
        tiles = List.copyOf(tiles);
    }

    public PlotSetup withTiles(List<Tile> all) {
        return new PlotSetup(all, axis, linear);
    }

    public PlotSetup withTile(int index, Tile tile) {
        List<Tile> all = new ArrayList<>(tiles);
        all.set(index, tile);
        return withTiles(all);
    }

    /// The same with a plot more, at the end; unchanged when there is no room.
    public PlotSetup with(Tile tile) {
        if (tiles.size() >= MOST) {
            return this;
        }
        List<Tile> all = new ArrayList<>(tiles);
        all.add(tile);
        return withTiles(all);
    }

    public PlotSetup without(int index) {
        List<Tile> all = new ArrayList<>(tiles);
        all.remove(index);
        return withTiles(all);
    }

    /// The same with a plot moved by some places; unchanged when it would leave the column.
    public PlotSetup moved(int index, int by) {
        int to = index + by;
        if (to < 0 || to >= tiles.size()) {
            return this;
        }
        List<Tile> all = new ArrayList<>(tiles);
        all.add(to, all.remove(index));
        return withTiles(all);
    }

    public PlotSetup withAxis(StepAxis chosen) {
        return new PlotSetup(tiles, chosen, linear);
    }

    public PlotSetup withLinear(boolean wanted) {
        return new PlotSetup(tiles, axis, wanted);
    }

    /// One line for a file of settings.
    public String text() {
        return axis.name().toLowerCase(Locale.ROOT)
                + (linear ? " linear" : " log")
                + tiles.stream().map(t -> " " + t.text()).collect(Collectors.joining());
    }

    /// What [#text] wrote.
    ///
    /// @throws IllegalArgumentException when the line cannot have come from there
    public static PlotSetup parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        if (words.size() < 2) {
            throw new IllegalArgumentException("Not a list of plots: " + text);
        }
        return new PlotSetup(
                words.stream().skip(2).limit(MOST).map(Tile::parse).toList(),
                StepAxis.valueOf(words.getFirst().toUpperCase(Locale.ROOT)),
                words.get(1).equals("linear"));
    }
}
