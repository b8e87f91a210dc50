package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Pictures of the window in every size, theme and language, with few and many clients.
@Tag("full")
final class AllPicturesTest {
    private static final int[][] SIZES = {
        {1024, 700}, {1024, 768}, {1280, 800}, {1440, 900}, {1600, 900}
    };

    static List<Arguments> windows() {
        List<Arguments> all = new ArrayList<>();
        for (int[] size : SIZES) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    for (long clients : new long[] {1, 5, 60, 1000}) {
                        all.add(Arguments.of(size[0], size[1], theme.id(), locale, clients));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0}x{1} {2} {3}, {4} clients")
    @MethodSource("windows")
    void theWindowIsDrawn(int width, int height, String theme, Locale locale, long clients)
            throws IOException {
        Experiment experiment =
                Scenarios.all()
                        .getFirst()
                        .experiment()
                        .with("partition.clients", clients)
                        .with("partition.minimum", 0L)
                        .with("evaluation.references", false);
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        try (OpenLab lab = OpenLab.of(experiment, width, height, colours, locale)) {
            lab.goTo(4.62);
            lab.awaitTraces();
            String name =
                    "all/lab-%dx%d-%s-%s-%d"
                            .formatted(width, height, theme, locale.getLanguage(), clients);
            WritableImage image = lab.robot.snapshot(name);
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(lab.model.state().get().problem()).isNull();
        }
    }
}
