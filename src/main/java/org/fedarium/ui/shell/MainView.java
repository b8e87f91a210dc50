package org.fedarium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.experiment.Scenario;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.ui.arithmetic.ArithmeticPanel;
import org.fedarium.ui.plot.PlotPane;
import org.fedarium.ui.setup.ScenarioPicker;
import org.fedarium.ui.setup.SetupPane;
import org.fedarium.ui.stage.StagePane;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.Views;
import org.fedarium.ui.transport.TransportBar;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// Everything inside the window, in one language. Changing the language makes a new one.
final class MainView implements Shortcuts.Actions {
    private static final String ZOOMED = "fed-zoomed";

    private final LabModel model;
    private final Presenting presenting;
    private final StackPane root;
    private final TitleBar title;
    private final NoticeBar notice;
    private final SetupPane setup;
    private final SetupRail rail;
    private final StagePane stage;
    private final PlotPane plots;
    private final TransportBar transport;
    private final PrivacyLine privacy;
    private final StackPane layers = new StackPane();
    private final Supplier<KeySheet> newKeySheet;
    private final Supplier<ArithmeticPanel> newArithmetic;
    private @Nullable KeySheet keySheet;
    private @Nullable ArithmeticPanel arithmetic;
    private final ExperimentFiles files;
    private final Shortcuts shortcuts;
    private final Region blank = new Region();
    private final StackPane large = new StackPane();
    private final Zoom zoom;
    private @Nullable Columns columns;
    private boolean presented;
    private @Nullable Theme theme;
    private String preferredMetric = "";
    @FXML private BorderPane frame;
    @FXML private VBox top;
    @FXML private StackPane left;
    @FXML private StackPane center;
    @FXML private StackPane right;
    @FXML private StackPane bottom;
    @FXML private StackPane dropHint;

    MainView(
            Scene scene,
            LabModel model,
            Texts texts,
            LabServices services,
            Notices notices,
            Presenting presenting) {
        this.model = model;
        this.presenting = presenting;
        root = Views.load("MainView", texts, this);
        files = new ExperimentFiles(model, texts, services, notices);
        newKeySheet = () -> new KeySheet(texts, model);
        plots = new PlotPane(texts, services.dialogs());
        plots.setOnExport(path -> notices.say(texts.get("shell.saved", path)), notices::failed);
        plots.setAnswers(model.answers());
        plots.setOnHoverClient(k -> model.hovered().set(k));
        plots.setOnHoverClass(pair -> model.hoveredClass().set(pair));
        plots.setOnSelectClient(k -> model.selected().set(k));
        plots.setOnSetup(setup -> model.preferences().plots().set(setup));
        plots.setOnEnlarge(this::enlarge);
        title =
                new TitleBar(
                        model,
                        texts,
                        notices,
                        this::toggleKeySheet,
                        presenting,
                        () -> exports(texts));
        notice = new NoticeBar(notices, texts);
        setup = new SetupPane(model, texts, services.previews(), files);
        rail = new SetupRail(texts, this::openSetup);
        stage = new StagePane(model, texts);
        stage.setOnPlot(plots::reveal);
        newArithmetic =
                () ->
                        new ArithmeticPanel(
                                stage.floor(), stage::shown, model, texts, plots::chooseParameter);
        transport = new TransportBar(model, texts);
        privacy = new PrivacyLine(model, texts);
        top.getChildren().setAll(title.node(), notice.node());
        large.setId("enlarged");
        large.getStyleClass().add("fed-enlarged");
        large.setVisible(false);
        center.getChildren().setAll(stage.node(), large);
        right.getChildren().setAll(plots.node());
        bottom.getChildren().setAll(new VBox(privacy.node(), transport.node()));
        layers.setId("layers");
        layers.getChildren().setAll(root.getChildren());
        layers.getChildren().add(blank);
        zoom = new Zoom(layers);
        root.getChildren().setAll(zoom);
        blank.setId("blank");
        blank.getStyleClass().add("fed-blank");
        blank.visibleProperty().bind(presenting.blank());
        blank.setOnMouseClicked(e -> presenting.blank().set(false));
        boolean zh = texts.locale().getLanguage().equals("zh");
        root.getStyleClass().removeAll("fed-zh");
        if (zh) {
            root.getStyleClass().add("fed-zh");
        }
        FileDrop.install(root, dropHint, files::take);
        shortcuts = new Shortcuts(scene, model, this);
    }

    private List<MenuItem> exports(Texts texts) {
        MenuItem experiment = new MenuItem(texts.get("shell.export.experiment"));
        experiment.setId("export-experiment");
        experiment.setOnAction(e -> files.saveExperiment());
        List<MenuItem> items = new ArrayList<>(plots.exports().menus());
        items.add(new SeparatorMenuItem());
        items.add(experiment);
        return items;
    }

    StackPane node() {
        return root;
    }

    StagePane stage() {
        return stage;
    }

    PlotPane plots() {
        return plots;
    }

    ExperimentFiles files() {
        return files;
    }

    /// Makes what the first frame does without. Does nothing the second time.
    void complete() {
        if (arithmetic == null) {
            arithmetic = newArithmetic.get();
            plots.begin(model.preferences().plots().get());
        }
    }

    boolean isComplete() {
        return arithmetic != null;
    }

    /// Takes the arrangement of a size, before a frame paints what it finds laid out.
    void arrange(double width, double height) {
        present(presenting.isOn());
        layOut(presented ? Columns.presenting(width, height) : Columns.of(width, height));
    }

    /// One frame.
    void pulse() {
        arrange(root.getWidth(), root.getHeight());
        if (theme != model.preferences().theme().get()) {
            theme = model.preferences().theme().get();
            title.showTheme();
        }
        title.pulse();
        notice.pulse();
        setup.pulse();
        if (model.isAtHand()) {
            showPlots();
            stage.pulse();
            privacy.pulse();
            if (arithmetic != null) {
                arithmetic.pulse();
            }
        } else {
            stage.await();
        }
        transport.pulse();
    }

    private void showPlots() {
        Timeline timeline = model.timeline();
        if (timeline == null || timeline.lastRound() < 0) {
            return;
        }
        String metric =
                ScenarioPicker.of(model.edited().get()).map(Scenario::mainMetric).orElse("");
        if (!metric.equals(preferredMetric)) {
            preferredMetric = metric;
            plots.setPreferredMetric(metric);
        }
        PlotPane.TracesWanted wanted = plots.tracesWanted(timeline);
        model.parameter().set(wanted.parameter());
        List<@Nullable LocalTrace> traces = new ArrayList<>();
        for (int round : wanted.rounds()) {
            traces.add(traceOf(timeline, round, wanted.parameter()));
        }
        plots.setHoveredClass(model.hoveredClass().get());
        plots.show(
                timeline,
                model.playhead().get(),
                model.selected().get(),
                model.hovered().get(),
                traces,
                model.preferences().theme().get());
    }

    /// Recomputing local steps takes time that a run at full speed needs itself.
    private @Nullable LocalTrace traceOf(Timeline timeline, int round, int parameter) {
        boolean hurried =
                model.motion().get() == Motion.PLAYING && Double.isInfinite(model.speed().get());
        return hurried ? null : model.traces().get(timeline, round, parameter);
    }

    boolean isCurrent() {
        StageView shown = stage.shown();
        return model.isAtHand()
                && shown != null
                && shown.timeline() == model.timeline()
                && shown.playhead().equals(model.playhead().get())
                && plots.isCurrent();
    }

    boolean hasLocalSteps() {
        Timeline timeline = model.timeline();
        PlotPane.TracesWanted wanted = plots.tracesWanted(timeline);
        return timeline != null
                && wanted.rounds().stream()
                        .filter(r -> r >= 1 && r <= timeline.lastRound())
                        .allMatch(r -> traceOf(timeline, r, wanted.parameter()) != null);
    }

    private void present(boolean wanted) {
        if (wanted == presented) {
            return;
        }
        presented = wanted;
        columns = null;
        root.getStyleClass().remove("fed-presenter");
        if (wanted) {
            root.getStyleClass().add("fed-presenter");
        }
        title.setPresenting(wanted);
        stage.setPresenter(wanted);
        plots.setPresenter(wanted);
        transport.setPresenter(wanted);
        // A field that keeps the focus would take a clicker's keys.
        root.requestFocus();
    }

    private void layOut(Columns wanted) {
        if (wanted.equals(columns)) {
            return;
        }
        columns = wanted;
        zoom.set(wanted.zoom());
        root.getStyleClass().remove(ZOOMED);
        if (wanted.zoom() > 1) {
            root.getStyleClass().add(ZOOMED);
        }
        plots.setScale(presented ? Presenting.plotScale(wanted.plots()) : 1);
        right.setMinWidth(wanted.plots());
        right.setPrefWidth(wanted.plots());
        right.setMaxWidth(wanted.plots());
        transport.setCompact(wanted.rail());
        stage.setRoom(wanted.shortStage(), wanted.roomy());
        rail.close();
        center.getChildren().remove(setup.node());
        if (presented) {
            left.getChildren().clear();
        } else {
            left.getChildren().setAll(wanted.rail() ? rail.node() : setup.node());
        }
    }

    /// Shows a plot over the stage, or the stage again for null.
    private void enlarge(@Nullable Region plot) {
        large.getChildren().clear();
        if (plot != null) {
            large.getChildren().setAll(plot);
        }
        large.setVisible(plot != null);
    }

    /// Opens the panel over the stage, or closes it.
    private void openSetup(String section) {
        center.getChildren().remove(setup.node());
        if (columns != null && columns.rail() && !section.isEmpty()) {
            center.getChildren().add(setup.node());
            setup.reveal(section);
        }
    }

    @Override
    public void openExperiment() {
        files.openExperiment();
    }

    @Override
    public void saveExperiment() {
        files.saveExperiment();
    }

    @Override
    public void showExport() {
        title.openExport();
    }

    @Override
    public void copyChart() {
        plots.exports().copyFocused();
    }

    @Override
    public void nextPane(boolean backwards) {
        List<Node> panes = List.of(top, left, center, right, bottom);
        Node owner = root.getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < panes.size(); i++) {
            at = Panes.contains(panes.get(i), owner) ? i : at;
        }
        for (int i = 1; i <= panes.size(); i++) {
            int next = Math.floorMod(at + (backwards ? -i : i), panes.size());
            if (Panes.focusFirst(panes.get(next))) {
                return;
            }
        }
    }

    @Override
    public void toggleKeySheet() {
        KeySheet sheet = keySheet;
        if (sheet == null) {
            // Made when it is first asked for.
            sheet = newKeySheet.get();
            layers.getChildren().add(layers.getChildren().indexOf(blank), sheet.node());
            keySheet = sheet;
        }
        sheet.toggle();
    }

    @Override
    public void toggleWhy() {
        stage.toggleWhy();
    }

    @Override
    public void nextArrangement() {
        stage.nextArrangement();
    }

    ArithmeticPanel arithmetic() {
        return Objects.requireNonNull(arithmetic);
    }

    @Override
    public boolean escape() {
        if (keySheet != null && keySheet.isShowing() && !presenting.blank().get()) {
            keySheet.hide();
            return true;
        }
        if (rail.isOpen()) {
            rail.close();
            return true;
        }
        if (stage.closeWhy()) {
            return true;
        }
        if (arithmetic != null && arithmetic.isShowing()) {
            arithmetic.hide();
            return true;
        }
        if (plots.restore()) {
            return true;
        }
        return presenting.leave();
    }

    @Override
    public Presenting presenting() {
        return presenting;
    }

    /// Lets go of the scene and the model.
    void close() {
        blank.visibleProperty().unbind();
        shortcuts.close();
        setup.close();
        transport.close();
    }
}
