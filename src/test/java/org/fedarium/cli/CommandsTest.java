package org.fedarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.ExperimentJson;
import org.fedarium.experiment.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CommandsTest {
    @TempDir private Path folder;

    @Test
    void initPrintsACompleteExperimentThatValidates() throws IOException {
        CommandLineRun init = CommandLineRun.of("init");

        assertThat(init.code()).isEqualTo(ExitCode.DONE);
        assertThat(ExperimentJson.read("init", init.out()))
                .isEqualTo(Scenarios.all().getFirst().experiment());
        Path file = Files.writeString(folder.resolve("x.json"), init.out());
        CommandLineRun valid = CommandLineRun.of("validate", file);
        assertThat(valid.code()).as(valid.err()).isEqualTo(ExitCode.DONE);
        assertThat(valid.out()).contains("valid", "20 clients", "650 parameters");
    }

    @Test
    void theOpeningScenarioIsListedFirstAndColumnsAreAligned() {
        List<String> lines = CommandLineRun.of("list", "scenarios").out().lines().toList();

        assertThat(lines.getFirst()).startsWith("digits-20-phones").contains("Digits on 20 phones");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(7);
        int column = lines.getFirst().indexOf("Digits on");
        assertThat(lines).allMatch(line -> line.charAt(column - 1) == ' ');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets",
                "partitions",
                "models",
                "algorithms",
                "aggregations",
                "optimizers",
                "schedules",
                "participation",
                "privacy",
                "adversaries",
                "metrics",
                "metric",
                "algorithm"
            })
    void everyListHasEntries(String name) {
        CommandLineRun run = CommandLineRun.of("list", name);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void metricsAreListedWithNameFormulaUnitAndTask() {
        List<String> lines = CommandLineRun.of("list", "metrics").out().lines().toList();

        assertThat(lines)
                .anyMatch(l -> l.matches("trainLoss +Loss of the .* nats +classification"))
                .anyMatch(l -> l.matches("clientMean +Accuracy of .*share +classification"))
                .anyMatch(l -> l.matches("clientMean +Loss \\(half .* regression"))
                .anyMatch(l -> l.matches("drift +Client drift: .*‖y_k − mean y‖.*"));
    }

    @Test
    void listWithoutANamePrintsEverything() {
        assertThat(CommandLineRun.of("list").out())
                .contains("scenarios", "digits8x8", "softmax", "fedavg", "uniform-mean");
    }

    @Test
    void helpAndVersionSucceed() {
        assertThat(CommandLineRun.of("--version").out()).contains("Fedarium test");
        CommandLineRun help = CommandLineRun.of("--help");
        assertThat(help.code()).isEqualTo(ExitCode.DONE);
        assertThat(help.out()).contains("init", "validate", "list", "run", "bench");
        assertThat(CommandLineRun.of("run", "--help").out()).contains("--set", "--threads");
    }

    @Test
    void benchPrintsTimesOfTheChosenWorkloads() {
        CommandLineRun run =
                CommandLineRun.of("bench", "w1", "W2", "--repeat", 1, "--seconds", 0.01);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("median", "client updates/s").containsPattern("W2 +\\d");
        assertThat(run.out()).doesNotContain("W3");
    }

    @Test
    void benchComparesTheLocalStepsOfAlgorithms() {
        CommandLineRun run = CommandLineRun.of("bench", "steps", "--repeat", 1, "--seconds", 0.01);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .containsPattern("softmax +fedavg +[0-9.]+ +1\\.00")
                .containsPattern("mlp +scaffold +[0-9.]+ +[0-9.]+")
                .doesNotContain("W1");
    }

    @Test
    void benchTimesAWholeLargeRunAndItsHeap() {
        CommandLineRun run = CommandLineRun.of("bench", "large", "--threads", 2);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("1,000 clients, 100 rounds, threads: 2", "Heap: at most");
    }

    @Test
    void benchMeasuresTheWindowAndStartsAsAsked() {
        assertThat(CommandLineRun.of("bench", "--ui").out()).contains("frames [12]");
        assertThat(CommandLineRun.of("bench", "--ui", "--clients", "12,100,1000").out())
                .contains("frames [12, 100, 1000]");
        assertThat(CommandLineRun.of("bench", "start").out()).contains("start 5");
        assertThat(CommandLineRun.of("bench", "start", "--repeat", 2).out()).contains("start 2");
    }

    @Test
    void benchRefusesClientsThatCannotBe() {
        CommandLineRun none = CommandLineRun.of("bench", "--ui", "--clients", "12,0");
        CommandLineRun word = CommandLineRun.of("bench", "--ui", "--clients", "many");

        assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.err()).contains("--clients 0");
        assertThat(word.code()).isEqualTo(ExitCode.BAD_INPUT);
    }
}
