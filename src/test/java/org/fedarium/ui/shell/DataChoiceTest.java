package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.Timeline;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/// Choosing data by hand: what does not fit is replaced, what cannot be used changes nothing.
final class DataChoiceTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private static void awaitRun(OpenLab lab, long before) {
        FxToolkit.await(
                "another run",
                () ->
                        lab.model.timeline().runId() != before
                                && lab.model.timeline().lastRound() >= 2);
    }

    private static Timeline timeline(OpenLab lab) {
        return FxToolkit.call(() -> lab.model.timeline());
    }

    private static String kind(OpenLab lab, String section) {
        return FxToolkit.call(() -> lab.model.edited().get().section(section).kind());
    }

    private static void chooseCsv(OpenLab lab, Path file) {
        lab.nextFile = Optional.of(file);
        lab.robot.choose("setting-data-kind", "setting-data-kind-csv");
    }

    @Test
    void numbersToPredictBringALinearRegression() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            long run = timeline(lab).runId();
            lab.robot.choose("setting-data-kind", "setting-data-kind-auto_mpg");
            awaitRun(lab, run);
            assertThat(kind(lab, "model")).isEqualTo("linear");
            assertThat(timeline(lab).info().dataset().id()).isEqualTo("auto_mpg");
            assertThat(FxToolkit.call(() -> lab.model.state().get().problem())).isNull();
            lab.robot.settle();
            assertThat(notice(lab)).isEmpty();
            lab.picture("data-auto-mpg");
            lab.robot.click("undo");
            FxToolkit.await("digits", () -> lab.model.edited().get().equals(DIGITS));
        }
    }

    /// The text of the notice on show, or nothing.
    private static String notice(OpenLab lab) {
        return FxToolkit.call(
                () -> {
                    Label text = (Label) lab.window.scene().lookup("#notice-text");
                    boolean shown = text != null && text.getParent().getParent().isVisible();
                    return shown ? text.getText() : "";
                });
    }

    @Test
    void aTableOfWordsAndClientsBecomesTheData(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("colour,size,client,taste\n");
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            boolean ripe = random.nextBoolean();
            text.append(ripe ? "red," : random.nextBoolean() ? "green," : "yellow,")
                    .append(random.nextInt(100))
                    .append(",farm ")
                    .append(i % 3)
                    .append(ripe ? ",sweet\n" : ",sour\n");
        }
        Path file = Files.writeString(folder.resolve("apples.csv"), text);
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            long run = timeline(lab).runId();
            chooseCsv(lab, file);
            awaitRun(lab, run);
            assertThat(kind(lab, "model")).isEqualTo("softmax");
            run = timeline(lab).runId();
            lab.robot.choose("setting-partition-kind", "setting-partition-kind-by-column");
            awaitRun(lab, run);
            assertThat(timeline(lab).info().clients())
                    .containsExactly("farm 0", "farm 1", "farm 2");
            lab.goTo(10);
            lab.picture("data-own-classes");
        }
    }

    @Test
    void aTableWithNumbersToPredictBecomesARegression(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("area,rooms,price\n");
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            double area = 20 + 100 * random.nextDouble();
            int rooms = 1 + random.nextInt(5);
            text.append("%s,%d,%s%n".formatted(area, rooms, 3 * area + 10.5 * rooms));
        }
        Path file = Files.writeString(folder.resolve("flats.csv"), text);
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            long run = timeline(lab).runId();
            FxToolkit.run(() -> lab.window.view().files().take(file));
            awaitRun(lab, run);
            assertThat(kind(lab, "model")).isEqualTo("linear");
            lab.goTo(10);
            lab.picture("data-own-numbers");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ragged.csv  | a,b,c\\n1,2,3\\n4,5\\n
                    empty.csv   | ''
                    one.csv     | a,b\\n1,x\\n
                    class.csv   | a,b\\n1,x\\n2,x\\n3,x\\n
                    broken.json | {\"schemaVersion\": 1, \"rounds\"
                    count.json  | {\"schemaVersion\": 1, \"rounds\": -5}
                    word.json   | {\"schemaVersion\": 1, \"algorithm\": {\"kind\": \"magic\"}}
                    lost.json   | {\"schemaVersion\": 1, \"data\": {\"kind\": \"csv\", \"file\": \"no.csv\"}}
                    """)
    void aFileThatCannotBeUsedSaysWhyAndChangesNothing(
            String name, String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(4);
            long run = timeline(lab).runId();
            var playhead = FxToolkit.call(() -> lab.model.playhead().get());
            FxToolkit.run(() -> lab.window.view().files().take(file));
            FxToolkit.await("a message", () -> !notice(lab).isEmpty());
            lab.robot.settle();
            assertThat(notice(lab)).hasSizeBetween(15, 400).doesNotContain("Exception");
            assertThat(FxToolkit.call(() -> lab.model.edited().get())).isEqualTo(DIGITS);
            assertThat(FxToolkit.call(() -> lab.model.playhead().get())).isEqualTo(playhead);
            assertThat(timeline(lab).runId()).isEqualTo(run);
            lab.picture("bad-" + name);
        }
    }
}
