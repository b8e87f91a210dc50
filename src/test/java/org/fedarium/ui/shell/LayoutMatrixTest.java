package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.support.Bounds;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The window at the sizes, themes, languages and numbers of clients that people use: nothing is
/// cut, nothing lies over its neighbour, and a picture of each is left to be looked at.
final class LayoutMatrixTest {
    private static final int[][] SIZES = {{1024, 768}, {1440, 900}, {1920, 1080}, {3840, 2160}};

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(longs = {5})
    void aSmallAndAUsualWindowAreInOrder(long clients) throws IOException {
        check(clients, List.of(SIZES[0], SIZES[1]), List.of(Theme.LIGHT));
    }

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(longs = {5, 60, 1000})
    @Tag("full")
    void everyWindowIsInOrder(long clients) throws IOException {
        check(clients, List.of(SIZES), List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST));
    }

    private static void check(long clients, List<int[]> sizes, List<Theme> themes)
            throws IOException {
        Experiment experiment =
                Scenarios.all()
                        .getFirst()
                        .experiment()
                        .with("partition.clients", clients)
                        .with("partition.minimum", 0L)
                        .with("evaluation.references", false);
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(experiment)) {
            lab.goTo(4.62);
            for (int[] size : sizes) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    for (Theme theme : themes) {
                        faults.addAll(look(lab, clients, size, locale, theme, false));
                    }
                    faults.addAll(look(lab, clients, size, locale, themes.getLast(), true));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> look(
            OpenLab lab, long clients, int[] size, Locale locale, Theme theme, boolean presenting)
            throws IOException {
        FxToolkit.run(
                () -> {
                    lab.model.preferences().locale().set(locale);
                    lab.model.preferences().theme().set(theme);
                    if (lab.window.view().presenting().isOn() != presenting) {
                        lab.window.view().presenting().toggle();
                    }
                });
        lab.layOut(size[0], size[1]);
        String name =
                "%dx%d-%s-%s-%d%s"
                        .formatted(
                                size[0],
                                size[1],
                                theme.id(),
                                locale.getLanguage(),
                                clients,
                                presenting ? "-presenting" : "");
        lab.rootPicture("matrix/" + name);
        return FxToolkit.call(() -> bounds().faults(lab.window.scene().getRoot())).stream()
                .map(fault -> name + " " + fault)
                .toList();
    }

    /// What may be cut or lie over something else, and why.
    private static Bounds bounds() {
        return new Bounds();
    }
}
