package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.lab.RunInfo;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.lab.UpdateCosines.Source;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Numbers on coloured cells can be read: 4.5 to 1 on every shade that a cell can have.
class LegibleTest {
    private static final int SHADES = 1000;

    static List<Theme> themes() {
        return Theme.ALL;
    }

    /// Every shade of every ramp, and the grounds of cells without a value.
    private static List<Integer> shades(Theme theme) {
        List<Integer> shades = new ArrayList<>();
        for (int i = 0; i <= SHADES; i++) {
            double t = (double) i / SHADES;
            shades.add(theme.viridis(t));
            shades.add(theme.diverging(2 * t - 1));
            shades.add(theme.classColor(i, SHADES + 1));
        }
        for (String ground : List.of("surface", "sunken", "stage", "bg")) {
            shades.add(theme.color(ground));
        }
        return shades;
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textOnEveryShadeOfEveryRampCanBeRead(Theme theme) {
        for (int fill : shades(theme)) {
            assertThat(Legible.contrast(Legible.on(theme, fill), fill))
                    .as("%s on #%06X", theme.id(), fill & 0xFFFFFF)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textOnAnyGreyCanBeRead(Theme theme) {
        for (int grey = 0; grey < 256; grey++) {
            int fill = 0xFF000000 | grey * 0x010101;
            assertThat(Legible.contrast(Legible.on(theme, fill), fill))
                    .as("%s on grey %d", theme.id(), grey)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void theThemesOwnColoursComeFirstAndBlackAndWhiteHelpOnMidShades() {
        assertThat(Legible.on(Theme.LIGHT, 0xFFFFFFFF)).isEqualTo(Theme.LIGHT.color("ink"));
        assertThat(Legible.on(Theme.LIGHT, 0xFF440154)).isEqualTo(Theme.LIGHT.color("surface"));
        // The light theme's ink has 4.23 and its surface 3.95 on this one, black has 5.32.
        assertThat(Legible.on(Theme.LIGHT, 0xFF808080)).isEqualTo(0xFF000000);
        assertThat(Legible.contrast(0xFF000000, 0xFFFFFFFF)).isCloseTo(21, within(1e-9));
        assertThat(Legible.contrast(0xFF767676, 0xFFFFFFFF)).isCloseTo(4.54, within(0.005));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyNumberOfAConfusionMatrixCanBeReadOnItsCell(Theme theme) {
        int n = 17;
        int[] counts = new int[n * n];
        for (int i = 0; i < counts.length; i++) {
            // Shares from a hundredth to all of a class.
            counts[i] = i % n == (i / n + 1) % n ? 100 - 5 * (i / n) : i % n == i / n ? 7 : 0;
        }
        StepRecord step =
                new StepRecord(1, ClientReports.empty(0), new double[0], counts, 0, 0, 0, 0, 0);
        RunInfo info = SampleTimeline.of(3, n, 1, 1, false).info();
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, look(theme), ConfusionView.of(step, info));
        // A number and a share in two cells of each row, recall and precision of each class.
        assertThat(onCells(surface)).hasSizeGreaterThanOrEqualTo(4 * n);
        assertReadable(surface);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyNumberOfATableOfCosinesCanBeReadOnItsCell(Theme theme) {
        int n = 15;
        double[] values = new double[n * n];
        Arrays.setAll(values, i -> 2.0 * i / (n * n - 1) - 1);
        int[] clients = new int[n];
        Arrays.setAll(clients, i -> i);
        UpdateCosines cosines = new UpdateCosines(1, Source.RECEIVED, clients, values, n, 0, true);
        RunInfo info = SampleTimeline.of(n, 3, 1, 1, false).info();
        RecordingSurface surface = new RecordingSurface();
        CosinePainter.paint(surface, look(theme), new CosineView(cosines, info, -1, -1));
        assertThat(onCells(surface)).hasSize(n * n - n);
        assertReadable(surface);
    }

    private static PictureLook look(Theme theme) {
        return new PictureLook(theme, new Texts(Locale.ENGLISH), 1400, 900, 1);
    }

    /// The texts that stand on a filled cell, with its colour.
    private static Map<Op, Integer> onCells(RecordingSurface surface) {
        Map<Op, Integer> found = new LinkedHashMap<>();
        for (Op text : surface.of("text")) {
            double x = (text.box()[0] + text.box()[2]) / 2;
            double y = (text.box()[1] + text.box()[3]) / 2;
            for (Op cell : surface.of("rect")) {
                double[] box = cell.box();
                if (x > box[0] && x < box[2] && y > box[1] && y < box[3]) {
                    found.put(text, cell.color());
                }
            }
        }
        return found;
    }

    private static void assertReadable(RecordingSurface surface) {
        onCells(surface)
                .forEach(
                        (text, fill) ->
                                assertThat(Legible.contrast(text.color(), fill))
                                        .as("%s on #%06X", text.text(), fill & 0xFFFFFF)
                                        .isGreaterThanOrEqualTo(4.5));
    }
}
