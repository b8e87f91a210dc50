package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.scene.StageView;
import org.fedarium.support.Bounds;
import org.fedarium.support.LabRuns;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    @Test
    void arcAndGridAreInOrderInASmallWindow() throws IOException {
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(of(12), 1024, 768, Theme.LIGHT, Locale.ENGLISH)) {
            lab.goTo(2.62);
            faults.addAll(arranged(lab, "12-"));
        }
        assertThat(faults).isEmpty();
    }

    /// Every arrangement besides the usual one, on its own and in front of a class.
    @ParameterizedTest(name = "{0} clients")
    @ValueSource(longs = {5, 60, 1000})
    @Tag("full")
    void arcAndGridAreInOrderInEveryWindow(long clients) throws IOException {
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(of(clients))) {
            lab.goTo(4.62);
            for (int[] size : SIZES) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)) {
                        String name = dress(lab, clients, size, locale, theme, false);
                        faults.addAll(arranged(lab, name + "-"));
                    }
                    String name = dress(lab, clients, size, locale, Theme.HIGH_CONTRAST, true);
                    faults.addAll(arranged(lab, name + "-"));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> arranged(OpenLab lab, String name) {
        List<String> faults = new ArrayList<>();
        for (LabStates.State state : LabStates.arrangements()) {
            faults.addAll(
                    state.look(
                            lab,
                            wanted -> {
                                StageView shown =
                                        FxToolkit.call(() -> lab.window.view().stage().shown());
                                assertThat(shown.arrangement().name())
                                        .isEqualToIgnoringCase(wanted);
                                return look(lab, name + wanted);
                            }));
        }
        return faults;
    }

    @ParameterizedTest(name = "{0} clients")
    @ValueSource(longs = {5, 60, 1000})
    @Tag("full")
    void everyWindowIsInOrder(long clients) throws IOException {
        check(clients, List.of(SIZES), List.of(Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST));
    }

    /// Panels, cards, notices, presenting: all that can be open.
    @ParameterizedTest(name = "{0}x{1} {2} {3}")
    @CsvSource({
        "1024, 768, light, en",
        "1024, 768, dark, zh",
        "1024, 768, contrast, en",
        "1440, 900, light, zh",
        "1440, 900, dark, en",
        "1440, 900, contrast, zh",
        "1440, 900, print, en",
        "1920, 1080, contrast, en",
        "1920, 1080, print, zh",
        "3840, 2160, light, zh",
        "3840, 2160, dark, en"
    })
    @Tag("full")
    void whateverIsOpenIsInOrder(int width, int height, String theme, String language)
            throws IOException {
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(late(), 1440, 900, of(theme), in(language))) {
            lab.goTo(6);
            lab.layOut(width, height);
            String name = "open/%dx%d-%s-%s-".formatted(width, height, theme, language);
            for (LabStates.State state : LabStates.all()) {
                FxToolkit.run(() -> lab.model.movement().scrub(5));
                faults.addAll(state.look(lab, open -> look(lab, name + open)));
            }
            faults.addAll(arranged(lab, name));
            // The screen of the tests is small: farther right a menu would lie beside it.
            for (String menu : width > 1024 ? List.<String>of() : LabStates.POPUPS) {
                LabStates.popup(lab, menu, name + menu).forEach(f -> faults.add(name + f));
            }
            LabStates.removePlots(lab);
            faults.addAll(look(lab, name + "no-plots"));
        }
        assertThat(faults).isEmpty();
    }

    /// The themes in which colour says least.
    @ParameterizedTest(name = "{0}x{1} {2} {3}")
    @CsvSource({
        "1024, 768, contrast, zh",
        "1440, 900, contrast, en",
        "1440, 900, print, zh",
        "1920, 1080, print, en",
        "3840, 2160, contrast, en",
        "3840, 2160, print, zh"
    })
    @Tag("full")
    void everyFaceIsInOrderWithoutColour(int width, int height, String theme, String language)
            throws IOException {
        faces(width, height, theme, language, true);
    }

    @Test
    void theFacesWithNumbersOnColourAreInOrderInASmallWindow() throws IOException {
        faces(1024, 768, "contrast", "en", false);
    }

    private static void faces(
            int width, int height, String theme, String language, boolean pictures)
            throws IOException {
        List<String> all =
                List.of(
                        "loss",
                        "metric",
                        "paths",
                        "parameter",
                        "drift",
                        "weights",
                        "regions",
                        "confusion",
                        "classes",
                        "scores",
                        "spread",
                        "cosine",
                        "table",
                        "traffic",
                        "clock");
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(late(), 1440, 900, of(theme), in(language))) {
            lab.goTo(6);
            lab.layOut(width, height);
            for (String face : all) {
                FxToolkit.run(() -> lab.window.showPlot(face));
                lab.awaitTraces();
                String name = "faces/%dx%d-%s-%s-".formatted(width, height, theme, language);
                faults.addAll(pictures ? look(lab, name + face) : faults(lab, name + face));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// A run with members that are late, left out and of few classes: there is much to be told.
    private static Experiment late() {
        return LabRuns.scenario("slow-phones-deadline");
    }

    private static Experiment of(long clients) {
        return Scenarios.all()
                .getFirst()
                .experiment()
                .with("partition.clients", clients)
                .with("partition.minimum", 0L)
                .with("evaluation.references", false);
    }

    private static Theme of(String id) {
        return Theme.find(id, Theme.LIGHT);
    }

    private static Locale in(String language) {
        return language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    private static List<String> look(OpenLab lab, String name) {
        try {
            lab.rootPicture("matrix/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults(lab, name);
    }

    private static List<String> faults(OpenLab lab, String name) {
        return FxToolkit.call(() -> bounds().faults(lab.window.scene().getRoot())).stream()
                .map(fault -> name + " " + fault)
                .toList();
    }

    private static void check(long clients, List<int[]> sizes, List<Theme> themes)
            throws IOException {
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = OpenLab.of(of(clients))) {
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
            OpenLab lab, long clients, int[] size, Locale locale, Theme theme, boolean presenting) {
        return look(lab, dress(lab, clients, size, locale, theme, presenting));
    }

    /// Makes the window look so, and names that.
    private static String dress(
            OpenLab lab, long clients, int[] size, Locale locale, Theme theme, boolean presenting) {
        FxToolkit.run(
                () -> {
                    lab.model.preferences().locale().set(locale);
                    lab.model.preferences().theme().set(theme);
                    if (lab.window.view().presenting().isOn() != presenting) {
                        lab.window.view().presenting().toggle();
                    }
                });
        lab.layOut(size[0], size[1]);
        return "%dx%d-%s-%s-%d%s"
                .formatted(
                        size[0],
                        size[1],
                        theme.id(),
                        locale.getLanguage(),
                        clients,
                        presenting ? "-presenting" : "");
    }

    /// What may be cut or lie over something else, and why.
    private static Bounds bounds() {
        return new Bounds();
    }
}
