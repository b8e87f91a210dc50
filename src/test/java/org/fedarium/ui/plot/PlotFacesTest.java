package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Locale;

class PlotFacesTest {
    private static Experiment scenario(String id) {
        return Scenarios.all().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .experiment();
    }

    @Test
    @Tag("full")
    void everyFaceShowsARunInOtherThemes() throws IOException {
        everyFaceOfEveryPlotShowsARun("two-soils", "contrast", "en", 1440, 900);
        everyFaceOfEveryPlotShowsARun("digits-20-phones", "light", "en", 1440, 900);
        everyFaceOfEveryPlotShowsARun("buses-without-waiting", "dark", "en", 1440, 900);
    }

    @ParameterizedTest
    @CsvSource({
        "gossip-on-a-ring, light, zh, 1024, 768",
    })
    void everyFaceOfEveryPlotShowsARun(
            String id, String theme, String language, int width, int height) throws IOException {
        Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Theme colours = Theme.find(theme, Theme.LIGHT);
        try (OpenLab lab = OpenLab.of(scenario(id), width, height, colours, locale)) {
            lab.goTo(7);
            RunInfo info = lab.model.timeline().info();
            for (PlotKind kind : PlotKinds.ALL) {
                for (Face face : kind.faces()) {
                    if (face.fits().test(info)) {
                        FxToolkit.run(() -> lab.window.showPlot(face.id()));
                        lab.awaitTraces();
                        String node = node(kind, face);
                        Node shown = lab.robot.find(node, Node.class);
                        assertThat(FxToolkit.call(shown::isVisible)).as(face.id()).isTrue();
                        FxToolkit.await(face.id(), () -> lab.window.isCurrent());
                        assertThat(FxToolkit.call(shown::getAccessibleText))
                                .as(face.id())
                                .isNotBlank();
                        lab.robot.snapshot("faces/" + id + "-" + face.id());
                    }
                }
            }
        }
    }

    private static String node(PlotKind kind, Face face) {
        String host = face.table() ? "table-" : face.isPicture() ? "picture-" : "plot-";
        return host + kind.id();
    }
}
