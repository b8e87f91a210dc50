package org.fedarium.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.FormulaCard;
import org.fedarium.scene.SampleTimeline;
import org.fedarium.scene.StagePainter;
import org.fedarium.scene.StageView;
import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

/// Draws the stage in many states, for people to look at.
class StagePicturesTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.screenshots", "target/screenshots"), "stage");

    @Test
    void draws_the_stage_for_many_sizes_of_federations() throws IOException {
        for (int clients : new int[] {1, 2, 5, 12, 20, 40, 60, 100, 300, 1000}) {
            SampleTimeline timeline =
                    SampleTimeline.of(clients, 10, 5, clients == 12 ? 0.92 : 0.5, clients == 12);
            for (Phase phase : Phase.values()) {
                if (phase == Phase.UPLOAD || clients == 12 || clients == 20 || clients == 300) {
                    Playhead playhead = new Playhead(4, phase, 0.6);
                    StageView view = view(timeline, playhead, Theme.LIGHT, 690, 600);
                    draw("c" + clients + "-" + phase.name().toLowerCase(Locale.ROOT), view);
                }
            }
        }
    }

    @Test
    void draws_the_stage_in_the_dark_theme_and_other_sizes() throws IOException {
        for (int clients : new int[] {5, 12, 20, 300, 1000}) {
            SampleTimeline timeline = SampleTimeline.of(clients, 10, 5, 0.9, clients == 12);
            Playhead playhead = new Playhead(4, Phase.UPLOAD, 0.6);
            draw("dark-c" + clients, view(timeline, playhead, Theme.DARK, 690, 600));
            draw("small-c" + clients, view(timeline, playhead, Theme.LIGHT, 448, 330));
            draw("large-c" + clients, view(timeline, playhead, Theme.LIGHT, 1100, 800));
        }
    }

    @Test
    void draws_the_formula_card_in_every_phase() throws IOException {
        for (int clients : new int[] {12, 20, 300}) {
            SampleTimeline timeline = SampleTimeline.of(clients, 10, 5, 0.92, clients == 12);
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                BufferedImage image = new BufferedImage(1440, 1300, BufferedImage.TYPE_INT_RGB);
                Graphics2D g = image.createGraphics();
                g.setColor(new Color(theme.color("stage")));
                g.fillRect(0, 0, 1440, 1300);
                g.scale(2, 2);
                Graphics2DSurface surface = new Graphics2DSurface(g, 2);
                for (Phase phase : Phase.values()) {
                    Playhead playhead = new Playhead(4, phase, 0.7);
                    StageView view = view(timeline, playhead, theme, 720, 600);
                    FormulaCard.paint(surface, view, 16, 8 + 106 * phase.ordinal(), 688, 96);
                }
                g.dispose();
                write("formula-" + theme.id() + "-" + clients, image);
            }
        }
    }

    private static StageView view(
            SampleTimeline timeline, Playhead playhead, Theme theme, double width, double height) {
        return StageView.of(timeline, playhead, theme, ENGLISH, width, height)
                .withTrace(timeline.trace(playhead.round()))
                .withPointer(-1, 1);
    }

    private static void draw(String name, StageView view) throws IOException {
        int scale = 2;
        int w = (int) view.width() * scale;
        int h = (int) view.height() * scale;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(view.theme().color("stage")));
        g.fillRect(0, 0, w, h);
        g.scale(scale, scale);
        new StagePainter().paint(new Graphics2DSurface(g, scale), view);
        g.dispose();
        write(name, image);
    }

    private static void write(String name, BufferedImage image) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name + ".png");
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
