package org.fedarium.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.scene.SampleTimeline;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;

/// Draws ring, arc and grid beside each other, for people to look at.
class ArrangementPicturesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.screenshots", "target/screenshots"), "stage");

    @ParameterizedTest
    @CsvSource({"720, 620", "1140, 770", "656, 522"})
    void drawsAllArrangements(int width, int height) throws IOException {
        for (int clients : new int[] {3, 5, 8, 12, 20, 40, 60, 200, 1000}) {
            SampleTimeline run = SampleTimeline.of(clients, 10, 5, 0.8, clients == 12);
            draw("arrangements-%d-%d".formatted(clients, width), run, width, height);
        }
    }

    @ParameterizedTest
    @CsvSource({"ring, 12", "grid, 12", "complete, 12", "random, 40"})
    void drawsGraphsInAllArrangements(String topology, int clients) throws IOException {
        Experiment graph =
                Experiment.defaults()
                        .with("coordination.kind", "d-psgd")
                        .with("coordination.topology", topology);
        SampleTimeline run = SampleTimeline.of(clients, 10, 5, 0.8, false).as(graph);
        draw("arrangements-graph-" + topology, run, 720, 620);
    }

    private static void draw(String name, SampleTimeline run, int width, int height)
            throws IOException {
        Texts english = new Texts(Locale.ENGLISH);
        BufferedImage image = new BufferedImage(3 * width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(Theme.LIGHT.color("stage")));
        g.fillRect(0, 0, 3 * width, height);
        for (Arrangement each : Arrangement.values()) {
            StageView view =
                    StageView.of(
                                    run,
                                    new Playhead(4, Phase.UPLOAD, 0.6),
                                    Theme.LIGHT,
                                    english,
                                    width,
                                    height)
                            .withTrace(run.trace(4))
                            .withPointer(-1, 1)
                            .withArrangement(Optional.of(each), width);
            assertThat(view.arrangement() == each).isEqualTo(view.suits(each));
            new StagePainter().paint(new Graphics2DSurface(g, 1), view);
            g.translate(width, 0);
        }
        g.dispose();
        Path file = FOLDER.resolve(name + ".png");
        Files.createDirectories(FOLDER);
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
