package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.cli.ExperimentSource;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;
import org.fedarium.ui.support.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

class LabPictureTest {
    @TempDir private Path folder;

    @Test
    void theWindowIsDrawnWithoutADisplayAtTheAskedSize() throws IOException {
        FxToolkit.start();
        Path file = folder.resolve("lab.png");
        ExperimentSource source = ExperimentSource.find("five-clients-adam");

        Optional<Arrangement> arc = Optional.of(Arrangement.ARC);
        new LabPicture(source, 1100, 760, Theme.DARK, arc, 4.4).write(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1100);
        assertThat(image.getHeight()).isEqualTo(760);
        int[] pixels = image.getRGB(0, 0, 1100, 760, null, 0, 1100);
        assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(100);
    }
}
