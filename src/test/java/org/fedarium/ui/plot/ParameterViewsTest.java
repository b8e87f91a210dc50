package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

class ParameterViewsTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();
    private static final Experiment MOONS =
            Experiment.defaults()
                    .with("data.kind", "moons")
                    .with("model.kind", "mlp")
                    .with("partition.clients", 6L)
                    .with("training.learningRate", 0.3)
                    .with("rounds", 40L);
    private static final Experiment LINE =
            Experiment.defaults()
                    .with("data.kind", "line")
                    .with("model.kind", "linear")
                    .with("partition.clients", 4L)
                    .with("rounds", 30L);

    private static void show(OpenLab lab, String view) {
        lab.robot.click("view-" + view);
        lab.robot.settle();
        lab.awaitTraces();
    }

    /// What a click on an item of the Export menu does.
    private static void export(OpenLab lab, String id) {
        MenuButton export = lab.robot.find("export", MenuButton.class);
        export.show();
        Menu menu =
                (Menu)
                        export.getItems().stream()
                                .filter(m -> "export-parameters".equals(m.getId()))
                                .findFirst()
                                .orElseThrow();
        export.hide();
        menu.getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire);
    }

    private static Locale locale(String language) {
        return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    @ParameterizedTest
    @CsvSource("1024, 768, dark, zh")
    void everyViewIsPaintedAtEverySize(int width, int height, String theme, String language)
            throws IOException {
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        String size = "%dx%d-%s".formatted(width, height, theme);
        try (OpenLab lab = OpenLab.of(DIGITS, width, height, colours, locale(language))) {
            lab.goTo(7.62);
            if (lab.robot.exists("plot-tab-parameters")) {
                lab.robot.click("plot-tab-parameters");
            }
            show(lab, "weights");
            lab.robot.snapshot("view-weights-" + size);
            int member = lab.model.timeline().step(7).reports().client()[0];
            FxToolkit.run(() -> lab.model.selected().set(member));
            show(lab, "weights");
            lab.robot.snapshot("view-weights-client-" + size);
            show(lab, "drift");
            lab.robot.snapshot("view-drift-" + size);
            assertThat(lab.robot.find("view-regions", Node.class).isVisible()).isFalse();
        }
        try (OpenLab lab = OpenLab.of(MOONS, width, height, colours, locale(language))) {
            lab.goTo(12);
            if (lab.robot.exists("plot-tab-parameters")) {
                lab.robot.click("plot-tab-parameters");
            }
            show(lab, "regions");
            lab.robot.snapshot("view-regions-" + size);
            show(lab, "weights");
            lab.robot.snapshot("view-weights-moons-" + size);
        }
        try (OpenLab lab = OpenLab.of(LINE, width, height, colours, locale(language))) {
            lab.goTo(3.9);
            if (lab.robot.exists("plot-tab-parameters")) {
                lab.robot.click("plot-tab-parameters");
            }
            show(lab, "drift");
            lab.robot.snapshot("view-drift-line-" + size);
        }
    }

    @Test
    void theCardStartsWithThePathsAndComesBackToThem() {
        try (OpenLab lab = OpenLab.of(MOONS)) {
            lab.goTo(2);
            assertThat(lab.robot.find("view-paths", ToggleButton.class).isSelected()).isTrue();
            assertThat(lab.robot.find("plot-parameters", Node.class).isVisible()).isTrue();
            show(lab, "drift");
            assertThat(lab.robot.find("plot-parameters", Node.class).isVisible()).isFalse();
            show(lab, "paths");
            assertThat(lab.robot.find("plot-parameters", Node.class).isVisible()).isTrue();
        }
    }

    @Test
    void theExportMenuSavesThePictureOnShow(@TempDir Path folder) throws IOException {
        try (OpenLab lab = OpenLab.of(MOONS)) {
            lab.goTo(4);
            for (String view : new String[] {"drift", "weights", "regions"}) {
                show(lab, view);
                for (String format : new String[] {"png-2", "svg", "pdf", "csv"}) {
                    Path file = folder.resolve(view + "-" + format);
                    lab.nextFile = Optional.of(file);
                    FxToolkit.run(() -> export(lab, "parameters-" + format));
                    FxToolkit.await("the file " + file, () -> Files.exists(file));
                    assertThat(Files.size(file)).isGreaterThan(200);
                }
            }
            assertThat(Files.readAllLines(folder.resolve("regions-csv")).getFirst())
                    .isEqualTo("model,x,y,class,probability");
        }
    }
}
