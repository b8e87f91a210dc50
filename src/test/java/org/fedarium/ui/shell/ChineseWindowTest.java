package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Theme;
import org.fedarium.support.LabRuns;
import org.fedarium.support.Latin;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A Chinese window speaks Chinese: no control, tooltip or text for screen readers has a word left
/// in Latin letters that is not a name, a unit or mathematics.
final class ChineseWindowTest {
    /// Formats, keys and what is written like this in Chinese, too.
    private static final List<String> USUAL =
            List.of(
                    "English",
                    "Fedarium",
                    "CSV",
                    "PNG",
                    "SVG",
                    "PDF",
                    "GIF",
                    "JSON",
                    "Ctrl",
                    "Alt",
                    "Shift",
                    "Esc",
                    "Home",
                    "End",
                    "Page Up",
                    "Page Down",
                    "Enter",
                    "F11",
                    "EN",
                    "depot");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits-20-phones",
                "buses-without-waiting",
                "gossip-on-a-ring",
                "three-liars-of-fifteen",
                "privacy-has-a-price"
            })
    void nothingIsLeftInEnglish(String id) throws IOException {
        check(LabRuns.scenario(id), 1.7, id);
    }

    @Test
    void aFormulaWithWordsIsChineseOnTheCard() throws IOException {
        Experiment trimmed =
                LabRuns.scenario("three-liars-of-fifteen")
                        .with("aggregation.kind", "trimmed-mean")
                        .with("aggregation.mixing", "nearest");
        check(trimmed, 1.85, "trimmed-mean");
    }

    private static void check(Experiment experiment, double position, String name)
            throws IOException {
        try (OpenLab lab =
                OpenLab.of(experiment, 1440, 900, Theme.LIGHT, Locale.SIMPLIFIED_CHINESE)) {
            FxToolkit.run(() -> lab.model.preferences().level().set(Level.ALL));
            lab.goTo(position);
            lab.robot.snapshot("chinese-" + name);
            Map<String, List<String>> found = new TreeMap<>();
            FxToolkit.run(
                    () ->
                            look(
                                    lab.window.scene().getRoot(),
                                    "",
                                    allowed(lab.model.timeline().info()),
                                    found));
            assertThat(found).isEmpty();
        }
    }

    /// Names as the data have them; longer ones first, as they may hold shorter ones.
    private static List<String> allowed(RunInfo info) {
        List<String> names = new ArrayList<>(USUAL);
        names.addAll(info.clients());
        names.addAll(info.dataset().classNames());
        names.add(info.dataset().targetName());
        names.sort(Comparator.comparingInt(String::length).reversed());
        return names;
    }

    private static void look(
            Node node, String parent, List<String> allowed, Map<String, List<String>> found) {
        if (!node.isVisible()) {
            return;
        }
        String place = node.getId() == null ? parent : node.getId();
        List<String> texts = new ArrayList<>();
        add(texts, node.getAccessibleText());
        add(texts, node.getAccessibleHelp());
        add(texts, node.getAccessibleRoleDescription());
        switch (node) {
            case Labeled labeled -> add(texts, labeled.getText());
            case Text text -> add(texts, text.getText());
            case TextInputControl field -> add(texts, field.getPromptText());
            default -> {}
        }
        if (node instanceof Control control && !Tips.of(control).isEmpty()) {
            Tooltip tooltip = Tips.made(control);
            // Authors and titles of papers stand as they were published, on lines of their own.
            add(texts, tooltip.getText().lines().findFirst().orElse(""));
            if (tooltip.getGraphic() != null) {
                look(tooltip.getGraphic(), place + " tooltip", allowed, found);
            }
        }
        for (String text : texts) {
            List<String> words = Latin.words(text, allowed);
            if (!words.isEmpty()) {
                found.put(place + ": " + text, words);
            }
        }
        if (node instanceof Parent inner) {
            inner.getChildrenUnmodifiable().forEach(n -> look(n, place, allowed, found));
        }
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.add(text);
        }
    }
}
