package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.scene.ArithmeticView;
import org.fedarium.scene.PaintedWords;
import org.fedarium.support.Bounds;
import org.fedarium.support.LongTexts;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Other languages need more room than English: the window holds together when every text is 40 %
/// longer.
final class LongTextsTest {
    private static final List<LabStates.State> NONE = List.of();

    private static OpenLab open(double width, double height, Experiment experiment, Locale in) {
        OpenLab lab = OpenLab.of(experiment, width, height, LongTexts::of);
        FxToolkit.run(() -> lab.model.preferences().locale().set(in));
        lab.robot.settle();
        return lab;
    }

    private static List<String> crowded(OpenLab lab) {
        lab.robot.settle();
        // The status line has tests of its own: see [WhyCardTest].
        Bounds bounds = new Bounds().except("narration", "tested elsewhere");
        return FxToolkit.call(() -> bounds.faults(lab.window.scene().getRoot()));
    }

    private static Experiment scenario(String id) {
        return Scenarios.all().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .experiment();
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 768, digits-20-phones",
        "1024, 768, privacy-has-a-price",
        "1440, 900, buses-without-waiting",
        "1440, 900, gossip-on-a-ring"
    })
    void everyTextFindsRoom(double width, double height, String id) throws IOException {
        try (OpenLab lab = open(width, height, scenario(id), Locale.ENGLISH)) {
            FxToolkit.run(() -> lab.model.preferences().level().set(Level.ALL));
            lab.goTo(2.5);
            lab.robot.snapshot("long-texts-" + (int) width + "-" + id);
            assertThat(crowded(lab)).as("the window").isEmpty();
            lab.robot.click("keys");
            assertThat(crowded(lab)).as("with the sheet of keys").isEmpty();
            lab.robot.snapshot("long-texts-keys-" + (int) width + "-" + id);
        }
    }

    @Test
    void whateverIsOpenFindsRoomInASmallWindow() throws IOException {
        everyState(1024, 768, "en", "slow-phones-deadline", false);
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 768, en, slow-phones-deadline",
        "1024, 768, zh-CN, slow-phones-deadline",
        "1440, 900, en, slow-phones-deadline",
        "1440, 900, zh-CN, slow-phones-deadline",
        "1024, 768, en, privacy-has-a-price",
        "1024, 768, zh-CN, gossip-on-a-ring",
        "1024, 768, en, buses-without-waiting",
        "1440, 900, zh-CN, three-liars-of-fifteen"
    })
    @Tag("full")
    void whateverIsOpenFindsRoom(double width, double height, String language, String id)
            throws IOException {
        everyState(width, height, language, id, true);
    }

    /// Rules and masks that no scenario above has.
    @ParameterizedTest
    @CsvSource({
        "median, none",
        "krum, none",
        "multi-krum, none",
        "weighted-mean, secure-aggregation"
    })
    @Tag("full")
    void theArithmeticOfOtherRulesFindsRoom(String rule, String privacy) throws IOException {
        for (String language : List.of("en", "zh-CN")) {
            rule(1024, 768, language, rule, privacy);
            rule(1440, 900, language, rule, privacy);
        }
    }

    private static void rule(
            double width, double height, String language, String rule, String privacy)
            throws IOException {
        Experiment experiment =
                scenario("digits-20-phones")
                        .with("partition.clients", 12L)
                        .with("participation.fraction", 1.0)
                        .with("aggregation.kind", rule)
                        .with("privacy.kind", privacy)
                        .with("evaluation.references", false);
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = open(width, height, experiment, Locale.forLanguageTag(language))) {
            String name = "long-texts/%s-%s-%d-%s-".formatted(rule, privacy, (int) width, language);
            lab.goTo(2.9);
            for (LabStates.State state : LabStates.all()) {
                if (state.name().equals("why") || state.name().endsWith("arithmetic")) {
                    faults.addAll(
                            state.look(
                                    lab,
                                    open -> {
                                        List<String> found = new ArrayList<>();
                                        found.addAll(look(lab, name + open, true));
                                        found.addAll(painted(lab, name + open));
                                        return found;
                                    }));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /// What is wrong with the words on the panel with the arithmetic, if it is open.
    private static List<String> painted(OpenLab lab, String name) {
        if (!FxToolkit.call(() -> lab.window.view().arithmetic().isShowing())) {
            return List.of();
        }
        ArithmeticView view =
                FxToolkit.call(
                        () -> Objects.requireNonNull(lab.window.view().arithmetic().painted()));
        assertThat(view.trace()).isNotNull();
        return PaintedWords.faults(view).stream().map(f -> name + ": " + f).toList();
    }

    private static void everyState(
            double width, double height, String language, String id, boolean pictures)
            throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        List<String> faults = new ArrayList<>();
        try (OpenLab lab = open(width, height, scenario(id), locale)) {
            String name = "long-texts/" + id + "-" + (int) width + "-" + language + "-";
            lab.goTo(3);
            FxToolkit.run(lab.model::fork);
            FxToolkit.await("two branches", () -> lab.model.timeline().branches().size() == 2);
            lab.goTo(4);
            for (LabStates.State state : LabStates.all()) {
                FxToolkit.run(() -> lab.model.movement().scrub(3));
                faults.addAll(state.look(lab, open -> look(lab, name + open, pictures)));
            }
            for (LabStates.State state : pictures ? LabStates.arrangements() : NONE) {
                faults.addAll(state.look(lab, open -> look(lab, name + open, true)));
            }
            // Menus do not depend on the window; the memory they are drawn into has 1000 by 1000
            // points.
            for (String menu : width > 1024 ? List.<String>of() : LabStates.POPUPS) {
                LabStates.popup(lab, menu, pictures ? name + menu : "")
                        .forEach(fault -> faults.add(name + fault));
            }
            LabStates.removePlots(lab);
            faults.addAll(look(lab, name + "no-plots", pictures));
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> look(OpenLab lab, String name, boolean picture) {
        try {
            if (picture) {
                lab.robot.snapshot(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crowded(lab).stream().map(fault -> name + ": " + fault).toList();
    }
}
