package org.fedarium.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.chart.Fonts;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.ClientScoresAt;
import org.fedarium.lab.DriftFrame;
import org.fedarium.lab.DriftMap;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.ConfusionPainter;
import org.fedarium.scene.ConfusionView;
import org.fedarium.scene.CosinePainter;
import org.fedarium.scene.CosineView;
import org.fedarium.scene.DriftPainter;
import org.fedarium.scene.DriftView;
import org.fedarium.scene.PictureLook;
import org.fedarium.scene.ScoresPainter;
import org.fedarium.scene.ScoresView;
import org.fedarium.scene.Surface;
import org.fedarium.simulation.ReferenceCurves;
import org.fedarium.support.LabRuns;
import org.fedarium.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import javax.imageio.ImageIO;

/// Draws the painted plots of one moment in both languages and several themes, for people to look
/// at.
class MomentPicturesTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE);
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.screenshots", "target/screenshots"), "moment");

    private final LabRuns lab = new LabRuns();

    @BeforeEach
    void registerFonts() {
        Fonts.register();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void drawsConfusionMatrices() throws IOException {
        for (var run : Map.of("digits-20-phones", 12, "fifteen-voices", 8).entrySet()) {
            Timeline timeline = lab.run(LabRuns.scenario(run.getKey()), run.getValue());
            ConfusionView view = ConfusionView.of(timeline.step(run.getValue()), timeline.info());
            sheet(
                    "confusion-" + run.getKey(),
                    (s, look) ->
                            ConfusionPainter.paint(
                                    s,
                                    look,
                                    view.pointedAt(new org.fedarium.scene.ClassPair(0, 13))));
        }
        Timeline two = lab.run(LabRuns.scenario("fake-accounts"), 5);
        ConfusionView view = ConfusionView.of(two.step(5), two.info());
        sheet("confusion-two", (s, look) -> ConfusionPainter.paint(s, look, view));
    }

    @Test
    void drawsCosinesOfFewAndOfManyUpdates() throws IOException {
        for (String name : List.of("three-liars-of-fifteen", "regional-data-centres")) {
            Timeline timeline = lab.run(LabRuns.scenario(name), 4);
            cosines(name, timeline, 4);
        }
        for (long clients : new long[] {5, 60, 250}) {
            Experiment experiment =
                    Experiment.defaults()
                            .with("data.kind", "digits8x8")
                            .with("partition.clients", clients);
            cosines("c" + clients, lab.run(experiment, 2), 2);
        }
    }

    private void cosines(String name, Timeline timeline, int round) throws IOException {
        UpdateCosines cosines = lab.ask(new UpdateCosines.Of(round));
        int selected = cosines.clients()[1];
        int hovered = cosines.clients()[cosines.clients().length - 2];
        CosineView view = new CosineView(cosines, timeline.info(), selected, hovered);
        sheet("cosines-" + name, (s, look) -> CosinePainter.paint(s, look, view));
    }

    @Test
    void drawsScoresOfOneToAThousandClients() throws IOException {
        for (String name :
                List.of("fifteen-voices", "regional-data-centres", "three-liars-of-fifteen")) {
            scores(name, LabRuns.scenario(name), 6);
        }
        for (long clients : new long[] {1, 2, 60, 300}) {
            Experiment experiment =
                    LabRuns.scenario("digits-20-phones").with("partition.clients", clients);
            scores("c" + clients, experiment, 6);
        }
        Experiment many =
                Experiment.defaults()
                        .with("data.kind", "blobs")
                        .with("data.testFraction", 0.5)
                        .with("data.examples", 20_000L)
                        .with("partition.clients", 1000L);
        scores("c1000", many, 2);
    }

    private void scores(String name, Experiment experiment, int round) throws IOException {
        Timeline timeline = lab.run(experiment, round);
        ClientScoresAt scores = lab.ask(new ClientScoresAt.Of(round));
        int clients = timeline.info().clients().size();
        ScoresView view = ScoresView.of(scores, timeline.info(), clients / 3, clients > 2 ? 2 : -1);
        sheet("scores-" + name, (s, look) -> ScoresPainter.paint(s, look, view));
    }

    @Test
    void drawsDriftMapsOfTwoParametersAndOfMany() throws IOException {
        Map<String, Experiment> runs =
                Map.of(
                        "one-parameter", LabRuns.scenario("two-clients-pull-apart"),
                        "plane", LabRuns.scenario("five-clients-adam").with("data.inputs", 1L),
                        "plane-walks", plane(),
                        "two-soils", LabRuns.scenario("two-soils"),
                        "digits", LabRuns.scenario("digits-20-phones"));
        for (var run : runs.entrySet()) {
            String name = run.getKey();
            Timeline timeline = lab.run(run.getValue(), 3);
            DriftFrame frame = lab.ask(new DriftFrame.Of(3));
            DriftMap map = lab.ask(new DriftMap.Of(3, frame));
            ReferenceCurves references = Waiting.until(timeline::references, r -> r != null);
            double[] best = references.optimumParameters();
            double[] optimum = best == null ? new double[0] : frame.axes().project(best);
            DriftView view = new DriftView(map, timeline.info(), Playhead.endOf(3), optimum, 1, 0);
            sheet("drift-" + name, (s, look) -> DriftPainter.paint(s, look, view));
        }
    }

    /// A slope and an intercept, by many plain steps.
    private static Experiment plane() {
        return LabRuns.scenario("five-clients-adam")
                .with("data.inputs", 1L)
                .with("optimizer.kind", "sgd")
                .with("training.epochs", 4L)
                .with("training.learningRate", 0.05);
    }

    /// Two sizes, in themes and languages, on one picture.
    private static void sheet(String name, BiConsumer<Surface, PictureLook> painter)
            throws IOException {
        BufferedImage image = new BufferedImage(2 * 1540, 2 * 840, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        part(g, painter, Theme.LIGHT, ENGLISH, 0, 0, 380, 300);
        part(g, painter, Theme.DARK, CHINESE, 400, 0, 380, 300);
        part(g, painter, Theme.PRINT, ENGLISH, 800, 0, 380, 300);
        part(g, painter, Theme.HIGH_CONTRAST, ENGLISH, 1200, 0, 300, 170);
        part(g, painter, Theme.LIGHT, CHINESE, 0, 320, 720, 480);
        part(g, painter, Theme.DARK, ENGLISH, 760, 320, 720, 480);
        g.dispose();
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }

    private static void part(
            Graphics2D g,
            BiConsumer<Surface, PictureLook> painter,
            Theme theme,
            Texts texts,
            int x,
            int y,
            int width,
            int height) {
        g.setColor(new Color(theme.color("surface")));
        g.fillRect(x, y, width + 20, height + 20);
        Graphics2D part = (Graphics2D) g.create();
        part.translate(x + 10, y + 10);
        PictureLook look = new PictureLook(theme, texts, width, height, 1);
        painter.accept(new Graphics2DSurface(part, 2), look);
        part.dispose();
    }
}
