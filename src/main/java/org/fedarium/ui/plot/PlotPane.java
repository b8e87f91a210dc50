package org.fedarium.ui.plot;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.ChartWords;
import org.fedarium.chart.DefaultParameter;
import org.fedarium.chart.RunCharts;
import org.fedarium.export.ChartExport;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.ui.support.Answers;
import org.fedarium.ui.support.FileDialogs;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The right column: loss, another metric, and the paths of one parameter. Call [#show] once per
/// frame; it returns at once when nothing changed. In one language; a change of language makes a
/// new one.
public final class PlotPane {
    private static final int NONE = -1;
    // Spent on redrawing charts in one frame while nothing moves.
    private static final long STILL_NANOS = 6_000_000L;

    private final Texts texts;
    private final VBox root;
    private final PlotCard loss;
    private final PlotCard metric;
    private final PlotCard paths;
    private final List<PlotCard> cards;
    private final ChartFiles files;
    private final ParameterPicker picker;
    private final ParameterViews views;
    private final PlotArrangement arrangement;
    private @Nullable RunCharts charts;
    private @Nullable ChartOptions options;
    private Playhead playhead = Playhead.START;
    private boolean parameterChosen;
    private long parameterOfRun = NONE;
    private final MetricChooser chooser;
    private double scale = 1;
    private int turn;
    private IntConsumer onHoverClient = k -> {};
    private IntConsumer onSelectClient = k -> {};
    @FXML private HBox tabs;
    @FXML private GridPane grid;
    @FXML private VBox lossCard;
    @FXML private VBox metricCard;
    @FXML private VBox pathsCard;
    @FXML private StackPane lossPlot;
    @FXML private StackPane metricPlot;
    @FXML private StackPane pathsPlot;
    @FXML private Label lossHint;
    @FXML private Label metricTitle;
    @FXML private Label metricHint;
    @FXML private Label metricNumber;
    @FXML private Label pathsHint;
    @FXML private ToggleButton linear;
    @FXML private ToggleButton log;
    @FXML private HBox lossAxis;
    @FXML private HBox parameterBox;
    @FXML private ComboBox<String> metricChoice;

    public PlotPane(Texts texts, FileDialogs dialogs) {
        this.texts = texts;
        root = Views.load("PlotPane", texts, this);
        files = new ChartFiles(dialogs, texts);
        loss = card(ChartKind.LOSS, lossPlot);
        metric = card(ChartKind.METRIC, metricPlot);
        paths = card(ChartKind.PATHS, pathsPlot);
        cards = List.of(loss, metric, paths);
        picker = new ParameterPicker(texts, this::chooseParameter);
        parameterBox.getChildren().setAll(picker.field());
        views = new ParameterViews(texts, paths, pathsCard, pathsPlot, parameterBox, pathsHint);
        views.host().setMenu(ChartMenu.of(paths, files, texts));
        paths.setPainted(views::export, views.host(), views::isPainted);
        arrangement =
                new PlotArrangement(
                        tabs,
                        grid,
                        List.of(lossCard, metricCard, pathsCard),
                        metricPlot,
                        metricNumber,
                        List.of(lossHint, metricHint),
                        texts);
        ToggleGroup axis = new ToggleGroup();
        axis.getToggles().setAll(linear, log);
        axis.selectToggle(log);
        axis.selectedToggleProperty()
                .addListener(
                        (o, before, now) -> {
                            if (now == null) {
                                axis.selectToggle(before);
                            }
                        });
        lossAxis.setAccessibleText(texts.get("plot.loss.axis"));
        chooser = new MetricChooser(metricChoice, texts, this::chooseMetric);
    }

    private PlotCard card(ChartKind kind, StackPane place) {
        PlotCard card = new PlotCard(kind, texts);
        ChartHost host = card.host();
        host.setOnCrosshair(x -> allCrosshairs(x));
        host.setOnHoverClient(k -> onHoverClient.accept(k));
        host.setOnSelectClient(k -> onSelectClient.accept(k));
        host.setMenu(ChartMenu.of(card, files, texts));
        place.getChildren().setAll(host);
        return card;
    }

    private void allCrosshairs(double x) {
        cards.forEach(c -> c.host().setCrosshair(x));
    }

    public Region node() {
        return root;
    }

    /// One frame.
    ///
    /// @param selected the selected client, or -1
    /// @param hovered  the client under the pointer anywhere in the window, or -1
    /// @param traces   what [#tracesWanted()] asked for, as far as it is there
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
        chooser.offer(current.metricChoices(), options(timeline.info()).metric());
        chooseDefaultParameter(timeline);
        arrangement.layOut(root.getWidth(), root.getHeight());
        ChartOptions wanted =
                options(timeline.info())
                        .withLogLoss(log.isSelected())
                        .withSelected(selected)
                        .withHovered(hovered);
        options = wanted;
        if (arrangement.isMetricNumber()) {
            String text = ChartWords.metricNow(timeline, at, wanted.metric());
            if (!text.equals(metricNumber.getText())) {
                metricNumber.setText(text);
            }
        }
        ChartStyle style = ChartStyle.forScreen(theme, texts.locale(), scale);
        PlotFrame frame = new PlotFrame(current, at, wanted, traces, style);
        drawInTurn(frame, still);
        views.show(timeline, at, selected, theme, scale);
    }

    /// Where the painted views get recomputed models from.
    public void setAnswers(Answers answers) {
        views.setAnswers(answers);
    }

    /// At most one chart is redrawn per frame while the playhead moves; the others wait for the
    /// next, in turn. When it stands, for instance after a jump, as many as a frame has time for.
    private void drawInTurn(PlotFrame frame, boolean still) {
        long now = System.nanoTime();
        boolean mayDraw = true;
        int first = turn;
        for (int i = 0; i < cards.size(); i++) {
            int index = (first + i) % cards.size();
            if (cards.get(index).show(frame, now, mayDraw, still)) {
                mayDraw = still && System.nanoTime() - now < STILL_NANOS;
                turn = (index + 1) % cards.size();
            }
        }
    }

    /// True when no chart waits for its turn to be redrawn.
    public boolean isCurrent() {
        return cards.stream().allMatch(PlotCard::isCurrent);
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
            picker.show(info.layout(), 0);
        }
        chooser.open(info, opened.metricChoices(), sameShape ? options(info).metric() : "");
        pathsHint.setText(texts.variant(info.rhythm().name()).get("plot.paths.caption"));
        lossHint.setText(ChartWords.hint(texts, info, ChartKind.LOSS, info.mainLoss().id()));
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
            options = options(timeline.info()).withParameter(index);
            picker.show(timeline.info().layout(), index);
        }
    }

    /// Shows the paths of another parameter.
    public void chooseParameter(int index) {
        ChartOptions known = options;
        RunCharts current = charts;
        if (known != null && current != null) {
            parameterChosen = true;
            options = known.withParameter(index);
            picker.show(current.timeline().info().layout(), index);
        }
    }

    private void chooseMetric(String id) {
        RunCharts current = charts;
        if (current == null) {
            return;
        }
        RunInfo info = current.timeline().info();
        options = options(info).withMetric(id);
        metricTitle.setText(ChartWords.metric(texts, info, id));
        metricHint.setText(ChartWords.hint(texts, info, ChartKind.METRIC, id));
    }

    /// Shows a metric as soon as a run has it, such as the one a scenario is about; empty for the
    /// usual one.
    public void setPreferredMetric(String id) {
        chooser.prefer(id);
        RunCharts current = charts;
        if (current != null) {
            RunInfo info = current.timeline().info();
            chooser.open(info, current.metricChoices(), id.isEmpty() ? "" : options(info).metric());
            chooser.prefer(id);
        }
    }

    /// Local steps that the paths need at the playhead shown last.
    public TracesWanted tracesWanted() {
        RunCharts current = charts;
        ChartOptions known = options;
        if (current == null || known == null) {
            return new TracesWanted(List.of(), 0);
        }
        int rounds = current.timeline().info().experiment().rounds();
        return new TracesWanted(RunCharts.roundsOfPaths(playhead, rounds), known.parameter());
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
        arrangement.setPresenter(presenter);
        chooser.setHidden(presenter);
        lossAxis.setVisible(!presenter);
        lossAxis.setManaged(!presenter);
    }

    /// The charts as they stand, for files; empty before the first frame. May take a moment for
    /// long runs.
    public List<ChartExport> exportables() {
        List<ChartExport> all = new ArrayList<>();
        for (PlotCard card : cards) {
            ChartExport export = card.export();
            if (export != null) {
                all.add(export);
            }
        }
        return all;
    }

    /// A submenu per chart, for the Export menu.
    public List<MenuItem> exportMenus() {
        List<String> names =
                List.of(
                        texts.get("plot.tab.loss"),
                        texts.get("plot.tab.metric"),
                        texts.get("plot.paths.title"));
        List<MenuItem> menus = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            Menu menu = new Menu(names.get(i));
            menu.setId("export-" + cards.get(i).kind().id());
            menu.getItems().setAll(ChartMenu.exports(cards.get(i), files, texts));
            menus.add(menu);
        }
        return menus;
    }

    /// Copies the focused chart (else the loss): its picture and its numbers.
    public void copyFocused() {
        PlotCard focused =
                cards.stream().filter(c -> c.shown().isFocused()).findFirst().orElse(loss);
        files.copyBoth(focused);
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
}
