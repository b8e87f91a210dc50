package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.fedarium.chart.FakeTimeline;
import org.fedarium.chart.PlotGeometry;
import org.fedarium.export.AtomicFile;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FileDialogs;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.PlotSetup;
import org.fedarium.ui.support.ThemeManager;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

class PlotPaneTest {
    private static final Playhead UPLOADING = new Playhead(38, Phase.UPLOAD, 0.6);

    /// The pane in a window of the right column's size.
    private static final class Bench {
        final PlotPane pane;
        final Scene scene;
        final Stage stage;
        final FakeTimeline run;
        final Theme theme;

        Bench(FakeTimeline run, Theme theme, Locale locale, int width, int height) {
            this.run = run;
            this.theme = theme;
            pane = new PlotPane(new Texts(locale), new NoDialogs());
            pane.begin(PlotSetup.INITIAL);
            StackPane root = new StackPane(pane.node());
            if (locale.getLanguage().equals("zh")) {
                root.getStyleClass().add("fed-zh");
            }
            scene = new Scene(root, width, height);
            new ThemeManager(scene).apply(theme);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        }

        void show(Playhead at, int selected) {
            for (int frame = 0; frame < 9; frame++) {
                FxToolkit.run(
                        () -> {
                            pane.node().getParent().layout();
                            int parameter = pane.tracesWanted(run).parameter();
                            pane.show(run, at, selected, -1, run.traces(at, parameter), theme);
                        });
                rest();
            }
        }

        ChartHost host(String id) {
            return (ChartHost) scene.lookup("#plot-" + id);
        }
    }

    /// Lets the next redraw come due.
    private static void rest() {
        long until = System.nanoTime() + 60_000_000L;
        FxToolkit.await("a pause", () -> System.nanoTime() > until);
    }

    private static void snapshot(Scene scene, String name) {
        WritableImage image = FxToolkit.call(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        String folder = System.getProperty("fedarium.screenshots", "target/screenshots");
        Path target = Path.of(folder, name + ".png");
        AtomicFile.write(target, stream -> ImageIO.write(copy, "png", stream));
    }

    private record NoDialogs() implements FileDialogs {
        @Override
        public Optional<Path> open(String title, List<Kind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<Kind> kinds) {
            return Optional.empty();
        }
    }

    private static Bench bench(int clients, Theme theme, Locale locale, int width, int height) {
        FakeTimeline run = FakeTimeline.of(clients, 100, 60).forkedAt(20).references().build();
        return FxToolkit.call(() -> new Bench(run, theme, locale, width, height));
    }

    @Test
    void picturesOfTheRightColumn() {
        picture(12, Theme.LIGHT, Locale.ENGLISH, 420, 790, "plots-light");
        picture(12, Theme.DARK, Locale.ENGLISH, 420, 790, "plots-dark");
        picture(300, Theme.LIGHT, Locale.SIMPLIFIED_CHINESE, 480, 900, "plots-300-zh");
        picture(12, Theme.LIGHT, Locale.ENGLISH, 320, 640, "plots-narrow");
        picture(12, Theme.LIGHT, Locale.ENGLISH, 420, 620, "plots-low");
        picture(12, Theme.LIGHT, Locale.ENGLISH, 640, 980, "plots-wide");
    }

    private static void picture(
            int clients, Theme theme, Locale locale, int width, int height, String name) {
        Bench b = bench(clients, theme, locale, width, height);
        b.show(UPLOADING, 1);
        snapshot(b.scene, "plots/" + name);
        FxToolkit.run(b.stage::close);
    }

    @Test
    void hoveringShowsOneCrosshairOnAllChartsAndTheClient() {
        Bench b = bench(12, Theme.LIGHT, Locale.ENGLISH, 420, 790);
        int[] hovered = {-1};
        int[] selected = {-1};
        b.pane.setOnHoverClient(k -> hovered[0] = k);
        b.pane.setOnSelectClient(k -> selected[0] = k);
        b.show(UPLOADING, 1);
        PlotGeometry at = b.host("loss").geometry();
        var line = at.data().series("client.1");
        Point2D point =
                b.host("loss").localToScene(at.pixelX(line.x()[30]), at.pixelY(line.y()[30]));
        double x = point.getX();
        double y = point.getY();
        FxToolkit.run(() -> b.host("loss").fireEvent(mouse(MouseEvent.MOUSE_MOVED, x, y, 0)));
        b.show(UPLOADING, 1);
        snapshot(b.scene, "plots/plots-hover");
        assertThat(hovered[0]).isEqualTo(1);
        FxToolkit.run(() -> b.host("loss").fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, y, 1)));
        assertThat(selected[0]).isEqualTo(1);
        FxToolkit.run(() -> b.host("loss").fireEvent(mouse(MouseEvent.MOUSE_CLICKED, x, y, 2)));
        assertThat(selected[0]).isEqualTo(-1);
        FxToolkit.run(b.stage::close);
    }

    private static MouseEvent mouse(
            javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    @Test
    void axisAndParameterAreChosenByPeople() {
        Bench b = bench(12, Theme.LIGHT, Locale.ENGLISH, 420, 790);
        b.show(UPLOADING, -1);
        assertThat(b.host("loss").data().y().log()).isTrue();
        FxToolkit.run(() -> ((ToggleButton) b.scene.lookup("#loss-linear")).fire());
        TextField field = (TextField) b.scene.lookup("#parameter");
        FxToolkit.run(
                () -> {
                    field.setText("w1[3,5");
                    field.fireEvent(new javafx.event.ActionEvent());
                });
        b.show(UPLOADING, -1);
        assertThat(b.host("loss").data().y().log()).isFalse();
        assertThat(field.getText()).isEqualTo("W1[3,5]");
        assertThat(b.pane.tracesWanted(b.run))
                .isEqualTo(new PlotPane.TracesWanted(List.of(35, 36, 37, 38), 14));
        assertThat(b.host("parameters").getAccessibleText()).contains("W1[3,5]");
        FxToolkit.run(b.stage::close);
    }

    @Test
    void aFrameWithoutChangesDrawsNothing() {
        Bench b = bench(12, Theme.LIGHT, Locale.ENGLISH, 420, 790);
        b.show(UPLOADING, -1);
        var before = b.host("loss").data();
        b.show(UPLOADING, -1);
        assertThat(b.host("loss").data() == before).isTrue();
        b.show(Playhead.endOf(38), -1);
        assertThat(b.host("loss").data() == before).isFalse();
        assertThat(b.host("loss").getWidth()).isLessThan(420);
        FxToolkit.run(b.stage::close);
    }
}
