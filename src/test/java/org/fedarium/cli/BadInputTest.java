package org.fedarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Each kind of bad input gives exit code 2 and exactly one message that names the place, and
/// leaves nothing behind.
class BadInputTest {
    private static final String BRACKETS = "[".repeat(100_000) + "]".repeat(100_000);

    @TempDir private Path folder;

    /// How to spoil the input.
    private interface Spoil {
        /// Prepares files in the folder and returns the command line; `run`'s output folder is
        /// added by the test unless the arguments name one.
        List<Object> in(Path folder) throws IOException;
    }

    private record Case(String name, Spoil spoil, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, Spoil spoil, String... says) {
        return new Case(name, spoil, List.of(says));
    }

    /// An experiment file with this text.
    private static Case json(String name, String text, String... says) {
        return of(
                name,
                folder -> List.of("run", Files.writeString(folder.resolve("x.json"), text)),
                Stream.concat(Stream.of("x.json"), Stream.of(says)).toArray(String[]::new));
    }

    /// A run on a CSV file with this text.
    private static Case csv(String name, String text, String... says) {
        return of(name, folder -> csvRun(folder, text), says);
    }

    private static List<Object> csvRun(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("d.csv"), text);
        return csvRun(folder);
    }

    private static List<Object> csvRun(Path folder) {
        return List.of(
                "run",
                "five-clients-adam",
                "--set",
                "data.kind=csv",
                "--set",
                "data.target=y",
                "--set",
                "data.file=" + folder.resolve("d.csv"));
    }

    private static Case set(String setting, String... says) {
        return of(
                "--set " + setting,
                folder -> List.of("run", "digits-20-phones", "--set", setting),
                says);
    }

    static List<Case> files() {
        return List.of(
                of("missing file", f -> List.of("run", f.resolve("no.json")), "no.json"),
                of(
                        "unknown scenario",
                        f -> List.of("run", "digits-21-phones"),
                        "digits-21",
                        "Scen"),
                of("folder instead of a file", f -> List.of("run", f), "folder"),
                json("empty file", "", "empty"),
                json("not JSON", "rounds: 10\n", "line 1"),
                json("truncated JSON", "{\"rounds\": 10, \"data\": {", "line 1"),
                json("100,000 brackets", BRACKETS, "nested"),
                json("a list", "[1]", "object"),
                json("duplicate keys", "{\"rounds\": 10, \"rounds\": 20}", "rounds"),
                json("schema too new", "{\"schemaVersion\": 99}", "schemaVersion", "99"),
                json("text for a number", "{\"rounds\": \"ten\"}", "rounds", "ten"),
                json("number for a section", "{\"training\": 3}", "training", "3"),
                json("null", "{\"training\": {\"batch\": null}}", "training.batch"),
                json("unknown section", "{\"trainng\": {}}", "trainng", "training"),
                json("unknown field", "{\"training\": {\"lr\": 0.1}}", "training.lr"),
                json("negative count", "{\"rounds\": -5}", "rounds", "-5", "1 to 100000"),
                json("out of range", "{\"training\": {\"epochs\": 0}}", "training.epochs", "0"),
                json("fraction of a count", "{\"training\": {\"epochs\": 1.5}}", "epochs", "1.5"),
                json("NaN", "{\"training\": {\"learningRate\": NaN}}", "line 1"),
                json("huge", "{\"training\": {\"learningRate\": 1e999}}", "learningRate"),
                json("huge integer", "{\"seed\": 99999999999999999999}", "seed"),
                json("unknown algorithm", "{\"algorithm\": {\"kind\": \"fedfoo\"}}", "fedfoo"),
                json(
                        "restart-only change",
                        "{\"rounds\": 9, \"changes\": [{\"afterRound\": 2, \"set\":"
                                + " {\"model.l2\": 0.1, \"data.testFraction\": 0.5}}]}",
                        "changes[0]"),
                json(
                        "change after the last round",
                        "{\"rounds\": 9, \"changes\": [{\"afterRound\": 9, \"set\":"
                                + " {\"training.epochs\": 2}}]}",
                        "changes[0].afterRound",
                        "9"));
    }

    static List<Case> options() {
        return List.of(
                of("no command", f -> List.of("frobnicate"), "frobnicate", "run"),
                of("no argument", f -> List.of("run"), "FILE"),
                of("unknown option", f -> List.of("run", "x", "--fast"), "--fast"),
                of("unknown list", f -> List.of("list", "cheeses"), "cheeses", "datasets"),
                of("unknown workload", f -> List.of("bench", "W9"), "W9", "W2"),
                of("validate nothing", f -> List.of("validate", f.resolve("no.json")), "no.json"),
                set("training.epochs", "path=value"),
                set("=3", "path=value"),
                set("training=3", "training"),
                set("training.speed=3", "training.speed"),
                set("nonsense.speed=3", "nonsense"),
                set("training.learningRate=NaN", "training.learningRate", "NaN"),
                set("training.learningRate=1e999", "training.learningRate"),
                set("partition.clients=-4", "partition.clients", "-4"),
                set("partition.clients=1000000", "partition.clients", "1000000"),
                set("model.kind=linear", "model.kind"),
                of("0 threads", f -> List.of("run", "iris", "--threads", "0"), "--threads 0"),
                of("text threads", f -> List.of("run", "iris", "--threads", "two"), "two"),
                of(
                        "bad seed",
                        f -> List.of("run", "digits-20-phones", "--seed", "-1"),
                        "seed",
                        "-1"),
                of(
                        "out is a file",
                        f ->
                                List.of(
                                        "run",
                                        "five-clients-adam",
                                        "--out",
                                        Files.writeString(f.resolve("taken"), "")),
                        "--out",
                        "taken"),
                of(
                        "out below a file",
                        f ->
                                List.of(
                                        "run",
                                        "five-clients-adam",
                                        "--out",
                                        Files.writeString(f.resolve("taken"), "").resolve("o")),
                        "--out",
                        "taken"),
                of(
                        "a folder in the place of a table",
                        f ->
                                List.of(
                                        "run",
                                        "five-clients-adam",
                                        "--out",
                                        Files.createDirectories(f.resolve("o/clients.csv"))
                                                .getParent()),
                        "--out",
                        "clients.csv"));
    }

    static List<Case> tables() {
        return List.of(
                of("no such CSV file", BadInputTest::csvRun, "d.csv"),
                csv("empty CSV", "", "d.csv", "empty"),
                csv("ragged rows", "x,y\n1,2\n3\n", "d.csv", "line 3"),
                csv("text in a number column", "x,y\n1,2.5\n2,3.5\n3,hello\n", "d.csv", "hello"),
                csv("NaN cell", "x,y\n1,2.5\nNaN,3.5\n3,1.5\n", "d.csv", "line 3"),
                csv("one row", "x,y\n1,2.5\n", "d.csv"),
                csv("missing target column", "x,z\n1,2.5\n2,2.6\n", "d.csv", "\"y\""),
                csv("duplicate header", "x,x,y\n1,2,3.5\n1,2,4.5\n", "d.csv", "x"),
                of(
                        "one class",
                        f -> {
                            List<Object> command =
                                    new ArrayList<>(csvRun(f, "x,y\n1,a\n2,a\n3,a\n"));
                            command.addAll(List.of("--set", "model.kind=softmax"));
                            return command;
                        },
                        "d.csv",
                        "class"),
                of(
                        "over 200 MB",
                        f -> {
                            try (RandomAccessFile file =
                                    new RandomAccessFile(f.resolve("d.csv").toFile(), "rw")) {
                                file.setLength(200_000_001);
                            }
                            return csvRun(f);
                        },
                        "d.csv",
                        "200"),
                of(
                        "over 20 million cells",
                        f ->
                                csvRun(
                                        f,
                                        columns(10_000)
                                                + ("1,".repeat(10_000) + "1\n").repeat(2_100)),
                        "d.csv",
                        "20"));
    }

    private static String columns(int count) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < count; i++) {
            header.append('x').append(i).append(',');
        }
        return header + "y\n";
    }

    @ParameterizedTest
    @MethodSource({"files", "options", "tables"})
    void badInputGivesOneMessageAndLeavesNothing(Case bad) throws IOException {
        List<Object> command = new ArrayList<>(bad.spoil().in(folder));
        Path out = folder.resolve("out");
        if (command.getFirst().equals("run") && !command.contains("--out") && command.size() > 1) {
            command.addAll(List.of("--out", out));
        }
        List<Path> before = everythingIn(folder);

        CommandLineRun run = CommandLineRun.of(command.toArray());

        assertThat(run.err()).startsWith("fedarium: ").contains(bad.says());
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception", "\tat ").hasSizeLessThan(1200);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(everythingIn(folder)).isEqualTo(before);
    }

    private static List<Path> everythingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
