package org.fedarium.ui.arithmetic;

import javafx.fxml.FXML;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.scene.ArithmeticPainter;
import org.fedarium.scene.ArithmeticView;
import org.fedarium.scene.StageHit;
import org.fedarium.scene.StageLayout;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.ui.plot.ParameterPicker;
import org.fedarium.ui.stage.CanvasSurface;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// The arithmetic of the aggregation under the playhead, over the stage. A click on the server or
/// on a client's link opens it, or Enter while the stage has the focus; Escape closes it.
public final class ArithmeticPanel {
    private static final double INSET = 6;

    private final Pane stage;
    private final Supplier<@Nullable StageView> shown;
    private final LabModel model;
    private final Texts texts;
    private final VBox root;
    private final ParameterPicker picker;
    private final Canvas canvas = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas);
    private @Nullable ArithmeticView painted;
    private @Nullable List<Object> key;
    private @Nullable List<Object> followed;
    @FXML private Label title;
    @FXML private HBox chooser;
    @FXML private Button close;
    @FXML private Pane paper;
    @FXML private ScrollBar bar;

    /// @param stage        the pane that it covers
    /// @param shown        what the stage shows
    /// @param setParameter chooses a parameter everywhere
    public ArithmeticPanel(
            Pane stage,
            Supplier<@Nullable StageView> shown,
            LabModel model,
            Texts texts,
            IntConsumer setParameter) {
        this.stage = stage;
        this.shown = shown;
        this.model = model;
        this.texts = texts;
        root = Views.load("ArithmeticPanel", texts, this);
        picker = new ParameterPicker(texts, setParameter);
        picker.field().setId("arithmetic-parameter");
        chooser.getChildren().setAll(picker.field());
        Icons.dress(close, Feather.X, texts.get("arithmetic.close"));
        close.setOnAction(e -> hide());
        paper.getChildren().setAll(canvas);
        canvas.widthProperty().bind(paper.widthProperty());
        canvas.heightProperty().bind(paper.heightProperty());
        stage.getChildren().add(root);
        stage.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clickedStage);
        stage.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // What happens on the panel is not meant for the clients below it.
        root.setOnMouseClicked(MouseEvent::consume);
        root.setOnMouseMoved(MouseEvent::consume);
        paper.setOnMouseMoved(e -> model.hovered().set(client(e)));
        paper.setOnMouseExited(e -> model.hovered().set(LabModel.NONE));
        paper.setOnMouseClicked(e -> select(client(e)));
        root.setOnScroll(
                e -> {
                    bar.setValue(Math.clamp(bar.getValue() - e.getDeltaY(), 0, bar.getMax()));
                    e.consume();
                });
    }

    public boolean isShowing() {
        return root.isVisible();
    }

    public void show() {
        root.setVisible(true);
        key = null;
    }

    public void hide() {
        root.setVisible(false);
        stage.requestFocus();
    }

    /// What was painted last; null while it is closed.
    public @Nullable ArithmeticView painted() {
        return isShowing() ? painted : null;
    }

    private void clickedStage(MouseEvent e) {
        StageView view = shown.get();
        if (isShowing() || view == null) {
            return;
        }
        int hit = StageHit.of(surface, view, e.getX(), e.getY());
        if (hit == StageHit.NOTHING) {
            return;
        }
        if (hit >= 0) {
            model.selected().set(hit);
        }
        show();
        stage.requestFocus();
        e.consume();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.getTarget() == stage) {
            show();
            e.consume();
        }
    }

    private int client(MouseEvent e) {
        ArithmeticView view = painted;
        return view == null ? StageLayout.NONE : ArithmeticPainter.clientAt(view, e.getY());
    }

    private void select(int client) {
        if (client >= 0) {
            model.selected().set(client == model.selected().get() ? LabModel.NONE : client);
        }
    }

    /// One frame.
    public void pulse() {
        StageView view = shown.get();
        if (!isShowing() || view == null) {
            return;
        }
        root.resizeRelocate(INSET, 2, stage.getWidth() - 2 * INSET, stage.getHeight() - 4);
        Timeline timeline = view.timeline();
        int round = ArithmeticView.round(view.playhead());
        int parameter = model.parameter().get();
        if (model.motion().get() == Motion.PLAYING && Double.isInfinite(model.speed().get())) {
            // A run at full speed needs the time itself; the panel catches up when it stops.
            return;
        }
        AggregationTrace trace = model.aggregations().get(timeline, round, parameter);
        boolean failed = model.aggregations().hasFailed(timeline, round, parameter);
        // Asked for before its upload begins, so that it is at hand then.
        model.aggregations().get(timeline, view.playhead().round(), parameter);
        List<Object> now =
                Arrays.asList(
                        view,
                        trace,
                        failed,
                        parameter,
                        canvas.getWidth(),
                        canvas.getHeight(),
                        bar.getValue(),
                        surface.pixelScale());
        if (now.equals(key) || canvas.getWidth() < 50) {
            return;
        }
        key = now;
        title.setText(texts.get("arithmetic.title", Math.max(0, round)));
        if (!picker.field().isFocused()) {
            picker.show(timeline.info().layout(), parameter);
        }
        paint(view, trace, failed);
    }

    private void paint(StageView view, @Nullable AggregationTrace trace, boolean failed) {
        ArithmeticView unmoved =
                new ArithmeticView(view, trace, failed, canvas.getWidth(), canvas.getHeight(), 0);
        double hidden = ArithmeticPainter.hidden(unmoved);
        // Less than a pixel is rounding.
        bar.setVisible(hidden > 1);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden * canvas.getHeight() / (canvas.getHeight() + hidden));
        int focus = ArithmeticPainter.focus(unmoved);
        List<Object> wanted = Arrays.asList(trace, view.selected());
        if (focus >= 0 && !wanted.equals(followed)) {
            bar.setValue(ArithmeticPainter.scrollTo(unmoved, focus, bar.getValue()));
        }
        followed = wanted;
        bar.setValue(Math.clamp(bar.getValue(), 0, hidden));
        ArithmeticView moved =
                new ArithmeticView(
                        view, trace, failed, canvas.getWidth(), canvas.getHeight(), bar.getValue());
        surface.begin(model.preferences().theme().get().color("surface"));
        ArithmeticPainter.paint(surface, moved);
        painted = moved;
        root.setAccessibleText(title.getText() + ". " + ArithmeticPainter.result(moved));
    }
}
