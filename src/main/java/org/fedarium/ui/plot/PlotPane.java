package org.fedarium.ui.plot;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.DefaultParameter;
import org.fedarium.chart.RunCharts;
import org.fedarium.chart.StepAxis;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.ClassPair;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.ui.support.Answers;
import org.fedarium.ui.support.FileDialogs;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The right column: plots that a person arranges. Call [#show] once per frame; it returns at once
/// when nothing changed. In one language; a change of language makes a new one.
public final class PlotPane {
    private static final int NONE = -1;
    private static final double LARGER = 1.2;
    // Spent on redrawing charts in one frame while nothing moves.
    private static final long STILL_NANOS = 6_000_000L;

    private final Texts texts;
    private final VBox root;
    private final PlotColumn column;
    private final PlotFooter footer;
    private final PlotTiles tiles;
    private final ChartFiles files;
    private @Nullable Pictures pictures;
    private @Nullable RunCharts charts;
    private @Nullable ChartOptions options;
    private Playhead playhead = Playhead.START;
    private boolean parameterChosen;
    private long parameterOfRun = NONE;
    private double scale = 1;
    private boolean presenting;
    private boolean begun;
    private String preferredMetric = "";
    private int turn;
    private IntConsumer onHoverClient = k -> {};
    private IntConsumer onSelectClient = k -> {};
    private Consumer<ClassPair> onHoverClass = pair -> {};
    private ClassPair hoveredClass = ClassPair.NONE;
    @FXML private HBox tabs;
    @FXML private ScrollPane scroll;
    @FXML private Label empty;
    @FXML private HBox foot;
    @FXML private ComboBox<StepAxis> axis;
    @FXML private MenuButton add;

    /// Without plots until [#begin], so that the rest of a window can be seen before they are made.
    public PlotPane(Texts texts, FileDialogs dialogs) {
        this.texts = texts;
        root = Views.load("PlotPane", texts, this);
        files = new ChartFiles(dialogs, texts);
        column = new PlotColumn(tabs, scroll, texts);
        tiles = new PlotTiles(texts, files, this, column::setTiles, column::reveal);
        footer = new PlotFooter(axis, add, texts, tiles::edit);
        tiles.setOnSetup(this::arranged);
        empty.setVisible(false);
    }

    /// Makes the plots, once.
    ///
    /// @param setup which ones to begin with
    public void begin(PlotSetup setup) {
        if (!begun) {
            tiles.edit(before -> setup);
            begun = true;
            setPreferredMetric(preferredMetric);
        }
    }

    private void arranged(PlotSetup setup) {
        RunCharts current = charts;
        footer.show(setup, current == null ? null : current.timeline().info());
        empty.setVisible(setup.tiles().isEmpty());
        if (current != null) {
            RunInfo info = current.timeline().info();
            tiles.all().forEach(tile -> ready(tile, current, info));
        }
        tiles.all().forEach(tile -> tile.tools().setPresenting(presenting));
    }

    private void ready(PlotTile tile, RunCharts current, RunInfo info) {
        if (tile.tools().metric().isEmpty()) {
            tile.tools().open(info, current.metricChoices(), false);
        }
        tile.tools().showParameter(info.layout(), options(info).parameter());
    }

    public Region node() {
        return root;
    }

    /// One frame.
    ///
    /// @param selected the selected client, or -1
    /// @param hovered  the client under the pointer anywhere in the window, or -1
    /// @param traces   what [#tracesWanted] asked for, as far as it is there
    public void show(
            Timeline timeline,
            Playhead at,
            int selected,
            int hovered,
            List<@Nullable LocalTrace> traces,
            Theme theme) {
        boolean still = at.equals(playhead);
        playhead = at;
        RunCharts current = charts;
        if (current == null || current.timeline() != timeline) {
            current = open(timeline, current);
        }
        List<String> metrics = current.metricChoices();
        tiles.all().forEach(tile -> tile.tools().offer(metrics));
        chooseDefaultParameter(timeline);
        column.layOut();
        PlotSetup setup = tiles.setup();
        ChartOptions wanted =
                options(timeline.info())
                        .withLogLoss(!setup.linear())
                        .withAxis(setup.axis())
                        .withSelected(selected)
                        .withHovered(hovered)
                        .withHoveredClass(hoveredClass.truth());
        options = wanted;
        ChartStyle style = ChartStyle.forScreen(theme, texts.locale(), scale);
        drawInTurn(new PlotFrame(current, at, wanted, hoveredClass, traces, style), still);
    }

    /// The classes under the pointer anywhere in the window, from the next frame on.
    public void setHoveredClass(ClassPair pair) {
        hoveredClass = pair;
    }

    public void setOnHoverClass(Consumer<ClassPair> handler) {
        onHoverClass = handler;
    }

    void hoverClass(ClassPair pair) {
        onHoverClass.accept(pair);
    }

    /// Where the painted plots get recomputed models from.
    public void setAnswers(Answers answers) {
        pictures = new Pictures(texts, answers);
    }

    /// At most one plot is redrawn per frame while the playhead moves; the others wait for the
    /// next, in turn. When it stands, for instance after a jump, as many as a frame has time for.
    private void drawInTurn(PlotFrame frame, boolean still) {
        long now = System.nanoTime();
        boolean mayDraw = true;
        List<PlotTile> all = tiles.all();
        ChartStyle style = frame.style();
        PlotFrame large =
                frame.withStyle(
                        ChartStyle.forScreen(style.theme(), texts.locale(), LARGER * scale));
        int first = turn;
        for (int i = 0; i < all.size(); i++) {
            int index = (first + i) % all.size();
            PlotTile tile = all.get(index);
            if (!tiles.isEnlarged(tile) && !column.isInView(tile)) {
                continue;
            }
            PlotFrame own = tiles.isEnlarged(tile) ? large : frame;
            if (tile.show(own, pictures, now, mayDraw, still)) {
                mayDraw = still && System.nanoTime() - now < STILL_NANOS;
                turn = (index + 1) % all.size();
            }
        }
    }

    /// True when no chart waits for its turn to be redrawn.
    public boolean isCurrent() {
        return begun && tiles.all().stream().filter(this::isOnShow).allMatch(PlotTile::isCurrent);
    }

    private RunCharts open(Timeline timeline, @Nullable RunCharts before) {
        RunInfo info = timeline.info();
        RunCharts opened = new RunCharts(timeline);
        charts = opened;
        RunInfo old = before == null ? null : before.timeline().info();
        boolean sameShape = old != null && old.layout().blocks().equals(info.layout().blocks());
        if (!sameShape) {
            parameterChosen = false;
            parameterOfRun = NONE;
            options = options(info).withParameter(0);
        }
        for (PlotTile tile : tiles.all()) {
            tile.tools().open(info, opened.metricChoices(), sameShape);
            if (!sameShape) {
                tile.tools().showParameter(info.layout(), 0);
            }
        }
        footer.show(tiles.setup(), info);
        return opened;
    }

    private ChartOptions options(RunInfo info) {
        ChartOptions known = options;
        return known == null ? ChartOptions.of(info) : known;
    }

    /// The parameter that moved most in the first round, until a person chooses another.
    private void chooseDefaultParameter(Timeline timeline) {
        if (parameterChosen || parameterOfRun == timeline.runId()) {
            return;
        }
        int index = DefaultParameter.of(timeline);
        if (index >= 0) {
            parameterOfRun = timeline.runId();
            setParameter(timeline.info(), index);
        }
    }

    /// Shows another parameter.
    public void chooseParameter(int index) {
        RunCharts current = charts;
        if (current != null) {
            parameterChosen = true;
            setParameter(current.timeline().info(), index);
        }
    }

    private void setParameter(RunInfo info, int index) {
        options = options(info).withParameter(index);
        tiles.all().forEach(tile -> tile.tools().showParameter(info.layout(), index));
    }

    /// Shows a metric as soon as a run has it, such as the one a scenario is about; empty for the
    /// usual one.
    public void setPreferredMetric(String id) {
        preferredMetric = id;
        RunCharts current = charts;
        tiles.plain("metric")
                .forEach(
                        tile -> {
                            tile.tools().prefer(id);
                            if (current != null) {
                                RunInfo info = current.timeline().info();
                                tile.tools().open(info, current.metricChoices(), !id.isEmpty());
                                tile.tools().prefer(id);
                            }
                        });
    }

    /// Local steps that the plots on show need at the playhead shown last; none before the first
    /// frame of a run, whose parameters may be others.
    public TracesWanted tracesWanted(Timeline timeline) {
        RunCharts current = charts;
        ChartOptions known = options;
        if (current == null || known == null || current.timeline() != timeline) {
            return new TracesWanted(List.of(), 0);
        }
        TreeSet<Integer> rounds = new TreeSet<>();
        for (PlotTile tile : tiles.all()) {
            ChartKind kind = tile.face().chart();
            if (kind != null && kind.usesTraces() && isOnShow(tile)) {
                rounds.addAll(current.roundsOfTraces(kind, playhead));
            }
        }
        return new TracesWanted(List.copyOf(rounds), known.parameter());
    }

    private boolean isOnShow(PlotTile tile) {
        return tiles.isEnlarged(tile) || column.isInView(tile);
    }

    /// @param rounds    oldest first
    /// @param parameter index of the parameter
    public record TracesWanted(List<Integer> rounds, int parameter) {}

    /// Larger letters and lines in presenter mode.
    public void setScale(double factor) {
        scale = factor;
    }

    /// Two plots and a number, or one plot at a time where there is little room.
    public void setPresenter(boolean presenter) {
        presenting = presenter;
        column.setPresenting(presenter);
        foot.setVisible(!presenter);
        foot.setManaged(!presenter);
        tiles.all().forEach(tile -> tile.tools().setPresenting(presenter));
    }

    /// Shows the plot that has a face, adding it when it is not there.
    public void reveal(String face) {
        tiles.reveal(face);
    }

    /// Hears of every change of the arrangement, to remember it.
    public void setOnSetup(Consumer<PlotSetup> handler) {
        tiles.setOnSetup(
                setup -> {
                    arranged(setup);
                    if (begun) {
                        handler.accept(setup);
                    }
                });
    }

    /// Hears of the plot that is to cover the stage; null for none.
    public void setOnEnlarge(Consumer<@Nullable Region> handler) {
        tiles.setOnEnlarge(handler);
    }

    /// Puts an enlarged plot back; false when there is none.
    public boolean restore() {
        return tiles.restore();
    }

    /// What can be taken out of the plots.
    public PlotExports exports() {
        return new PlotExports(tiles::all, files, texts);
    }

    /// Hears of saved files, and of files that could not be saved.
    public void setOnExport(Consumer<Path> saved, Consumer<Throwable> failed) {
        files.setOutcome(saved, failed);
    }

    /// Hears of the client whose line is under the pointer; -1 for none.
    public void setOnHoverClient(IntConsumer handler) {
        onHoverClient = handler;
    }

    /// Hears of clicks on a client's line; -1 for a double click.
    public void setOnSelectClient(IntConsumer handler) {
        onSelectClient = handler;
    }

    void hover(int client) {
        onHoverClient.accept(client);
    }

    void select(int client) {
        onSelectClient.accept(client);
    }
}
