package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Crowding;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Other languages need more room than English: the window holds together when every text is 40 %
/// longer.
final class LongTextsTest {
    private static final String FILLER = "\u00e4\u00ebi\u00f6u\u00e9 m\u00e4\u00efn ";

    /// Being rewritten, with tests of their own.
    private static final Set<String> ELSEWHERE = Set.of("plots", "narration");

    /// The text, and 40 % more letters; places for values stay.
    static String longer(String text) {
        int more = (int) Math.ceil(0.4 * text.length());
        String tail = FILLER.repeat(more / FILLER.length() + 1).substring(0, more);
        return more < 3 ? text + tail : text + " " + tail.substring(1).strip();
    }

    private static OpenLab open(double width, double height, Experiment experiment) {
        return OpenLab.of(
                experiment,
                width,
                height,
                locale -> new Texts(locale, (key, text) -> longer(text)));
    }

    private static List<String> crowded(OpenLab lab) {
        lab.robot.settle();
        return FxToolkit.call(
                () -> Crowding.of(lab.window.scene().getRoot(), LongTextsTest::elsewhere));
    }

    private static boolean elsewhere(Node node) {
        return node.getId() != null && ELSEWHERE.contains(node.getId());
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
        try (OpenLab lab = open(width, height, scenario(id))) {
            FxToolkit.run(() -> lab.model.preferences().level().set(Level.ALL));
            lab.goTo(2.5);
            lab.robot.snapshot("long-texts-" + (int) width + "-" + id);
            assertThat(crowded(lab)).as("the window").isEmpty();
            lab.robot.click("keys");
            assertThat(crowded(lab)).as("with the sheet of keys").isEmpty();
            lab.robot.snapshot("long-texts-keys-" + (int) width + "-" + id);
        }
    }
}
