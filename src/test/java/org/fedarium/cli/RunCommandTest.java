package org.fedarium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.ExperimentJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class RunCommandTest {
    private static final String LAST_LINE = "150,global,";

    @TempDir private Path folder;

    /// Two clients with F_i(w) = a_i / 2 (w - c_i)^2, a = (1, 4), c = (0, 10): x = sqrt(a_i), y =
    /// sqrt(a_i) c_i. FedAvg's fixed point moves away from the optimum 8 with the local epochs.
    @ParameterizedTest
    @CsvSource({"1, 8.0", "2, 7.710843373", "5, 6.925023465"})
    void fedAvgOnTwoQuadraticsFromCsvEndsAtItsFixedPoint(int epochs, double expected)
            throws IOException {
        Path data = Files.writeString(folder.resolve("two.csv"), "client,x,y\na,1,0\nb,2,20\n");
        Path file =
                Files.writeString(
                        folder.resolve("quadratic.json"),
                        """
                        {"rounds": 150,
                         "data": {"kind": "csv", "file": "%s", "target": "y", "client": "client",
                                  "task": "regression", "standardise": "none",
                                  "standardiseTarget": false, "testFraction": 0},
                         "partition": {"kind": "by-column"},
                         "model": {"kind": "linear", "intercept": false},
                         "aggregation": {"kind": "uniform-mean"},
                         "training": {"learningRate": 0.1, "epochs": %d, "batch": 0}}
                        """
                                .formatted(data.getFileName(), epochs));

        CommandLineRun run = CommandLineRun.of("run", file, "--out", folder.resolve("out"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        String last =
                lines("out/parameters.csv")
                        .filter(line -> line.startsWith(LAST_LINE))
                        .findFirst()
                        .orElseThrow();
        assertThat(Double.parseDouble(last.substring(LAST_LINE.length())))
                .isCloseTo(expected, within(1e-9));
    }

    private CommandLineRun withBudget(String budget) {
        return CommandLineRun.of(
                "run",
                "Digits on 20 phones",
                "--set",
                "rounds=60",
                "--set",
                "participation.kind=poisson",
                "--set",
                "aggregation.kind=uniform-mean",
                "--set",
                "privacy.kind=central-dp",
                "--set",
                "privacy.noise=2",
                "--set",
                "privacy.budget=" + budget,
                "--out",
                folder.resolve("out"));
    }

    @Test
    void aRunThatUsesUpItsPrivacyBudgetIsAPlannedEndWithItsReason() throws IOException {
        CommandLineRun run = withBudget("8");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        JsonNode summary = summary("out");
        int last = summary.get("lastRound").intValue();
        assertThat(last).isBetween(1, 59);
        String reason = "The privacy budget epsilon = 8 is used up after round " + last;
        assertThat(run.out()).contains(reason);
        assertThat(run.err()).isEmpty();
        assertThat(summary.get("outcome").textValue()).isEqualTo("stopped");
        assertThat(summary.get("reason").textValue()).startsWith(reason);
        assertThat(summary.at("/finalMetrics/epsilon").doubleValue()).isBetween(0.0, 8.0);
        assertThat(lines("out/rounds.csv")).hasSize(1 + last + 1);
    }

    @Test
    void aPrivacyBudgetThatNoRoundFitsLeavesTheInitialModelAndSaysSo() throws IOException {
        CommandLineRun run = withBudget("0.05");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("No round fits the privacy budget epsilon = 0.05");
        assertThat(summary("out").get("outcome").textValue()).isEqualTo("stopped");
        assertThat(summary("out").get("lastRound").intValue()).isZero();
    }

    @Test
    void theResultHashDoesNotDependOnThreadsButOnTheSeed() throws IOException {
        String one = hash("one", "--threads", "1");

        assertThat(hash("two", "--threads", "2")).isEqualTo(one);
        assertThat(hash("eight", "--threads", "8")).isEqualTo(one);
        assertThat(hash("other", "--seed", "8")).isNotEqualTo(one);
    }

    private String hash(String out, String option, String value) throws IOException {
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        "Digits on 20 phones",
                        "--set",
                        "rounds=8",
                        option,
                        value,
                        "--out",
                        folder.resolve(out));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        return summary(out).get("resultHash").textValue();
    }

    @Test
    void aRunWritesTablesChartsAndSummary() throws IOException {
        CommandLineRun run = run("five-clients-adam");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("round 5 of 5", "Result hash");
        assertThat(fileNames())
                .contains("rounds.csv", "clients.csv", "parameters.csv", "summary.json")
                .contains("loss.png", "loss.svg", "loss.pdf", "metric.png", "paths.pdf")
                .contains("spread.svg", "traffic.png", "clock.pdf", "parameter.png")
                // A regression has no classes.
                .doesNotContain("classes.png")
                .noneMatch(name -> name.endsWith(".part"));
        assertThat(lines("out/rounds.csv")).hasSize(1 + 6);
        assertThat(lines("out/clients.csv")).hasSize(1 + 5 * 5);
        assertThat(lines("out/parameters.csv")).hasSize(1 + 6 + 5 * 5);
        JsonNode summary = summary("out");
        assertThat(summary.get("outcome").textValue()).isEqualTo("finished");
        assertThat(summary.get("lastRound").intValue()).isEqualTo(5);
        assertThat(summary.at("/finalMetrics/testMae").doubleValue()).isBetween(0.0, 2.0);
        assertThat(summary.at("/references/centralised/testLoss").isNumber()).isTrue();
        assertThat(summary.get("parameters").textValue()).contains("every cohort member");
        Experiment repeated = ExperimentJson.read("summary", summary.get("experiment").toString());
        assertThat(ExperimentJson.hash(repeated))
                .isEqualTo(summary.get("experimentHash").textValue());
    }

    @Test
    void theSummarySaysWhenTheTargetWasReached() throws IOException {
        CommandLineRun never = digits("never", "1");
        assertThat(never.out()).contains("Target testAccuracy 1.0 not reached");
        assertThat(summary("never").at("/target/first").isNull()).isTrue();

        List<String[]> rows = lines("never/rounds.csv").map(line -> line.split(",")).toList();
        List<String> header = List.of(rows.getFirst());
        int accuracy = header.indexOf("testAccuracy");
        String wanted = rows.get(1 + 2)[accuracy];
        assertThat(Double.parseDouble(wanted))
                .isGreaterThan(Double.parseDouble(rows.get(1)[accuracy]))
                .isGreaterThan(Double.parseDouble(rows.get(2)[accuracy]));

        assertThat(digits("reached", wanted).out())
                .contains("Target testAccuracy " + wanted + " reached in round 2, after ");
        JsonNode target = summary("reached").get("target");
        assertThat(target.get("metric").textValue()).isEqualTo("testAccuracy");
        assertThat(target.get("target").asText()).isEqualTo(wanted);
        assertThat(target.at("/first/round").intValue()).isEqualTo(2);
        assertThat(target.at("/first/totalBytes").asText())
                .isEqualTo(rows.get(1 + 2)[header.indexOf("totalBytes")]);
        assertThat(target.at("/first/virtualSeconds").asText())
                .isEqualTo(rows.get(1 + 2)[header.indexOf("virtualSeconds")]);
    }

    private CommandLineRun digits(String out, String target) {
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        "digits-20-phones",
                        "--set",
                        "rounds=3",
                        "--set",
                        "evaluation.references=false",
                        "--set",
                        "evaluation.target=" + target,
                        "--out",
                        folder.resolve(out));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        return run;
    }

    @Test
    void metricsThatCannotApplyHaveNoColumn() throws IOException {
        assertThat(run("five-clients-adam").code()).isEqualTo(ExitCode.DONE);
        List<String> header = List.of(lines("out/rounds.csv").toList().getFirst().split(","));
        assertThat(header)
                .contains("trainLoss", "testMae", "clientMean", "drift", "updateNorm")
                .doesNotContain("epsilon", "consensus", "personalMean", "dissimilarity");
        assertThat(lines("out/rounds.csv")).allMatch(l -> l.split(",").length == header.size());
        assertThat(summary("out").get("target").isNull()).isTrue();
        assertThat(summary("out").at("/references/centralised").has("clientMean")).isFalse();
    }

    @Test
    void aDivergedRunKeepsItsRoundsAndExitsWith3() throws IOException {
        CommandLineRun run = run("learning-rate-too-high");

        assertThat(run.code()).isEqualTo(ExitCode.DIVERGED);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("diverged in round", "training.learningRate");
        JsonNode summary = summary("out");
        assertThat(summary.get("outcome").textValue()).isEqualTo("diverged");
        assertThat(lines("out/rounds.csv")).hasSize(2 + summary.get("lastRound").intValue());
    }

    @Test
    void aStoppedRunKeepsItsRoundsAndSaysSo() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        CommandLineRun run =
                CommandLineRun.stoppedWhen(
                        () -> asked.incrementAndGet() > 60,
                        "run",
                        "digits-20-phones",
                        "--threads",
                        "1",
                        "--out",
                        folder.resolve("out"));

        assertThat(run.code()).isEqualTo(ExitCode.CANCELLED);
        JsonNode summary = summary("out");
        assertThat(summary.get("outcome").textValue()).isEqualTo("cancelled");
        assertThat(summary.get("lastRound").intValue()).isBetween(1, 10);
        assertThat(lines("out/rounds.csv")).hasSize(2 + summary.get("lastRound").intValue());
        assertThat(fileNames()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void clientModelsAreLeftOutAboveFiveMillionValuesAndTheSummarySaysSo() throws IOException {
        CommandLineRun run =
                CommandLineRun.of(
                        "run",
                        "five-clients-adam",
                        "--set",
                        "model.kind=mlp",
                        "--set",
                        "model.hidden=[1000,200]",
                        "--set",
                        "evaluation.references=false",
                        "--out",
                        folder.resolve("out"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(lines("out/parameters.csv")).hasSize(1 + 6);
        assertThat(summary("out").get("parameters").textValue()).contains("global model only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-islands", "six-hospitals", "regional-data-centres"})
    void scenariosRun(String scenario) {
        assertThat(run(scenario).code()).isEqualTo(ExitCode.DONE);
    }

    private CommandLineRun run(String scenario) {
        return CommandLineRun.of("run", scenario, "--out", folder.resolve("out"));
    }

    private Stream<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream();
    }

    private JsonNode summary(String out) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(out).resolve("summary.json").toFile());
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
