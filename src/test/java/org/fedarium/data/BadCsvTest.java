package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class BadCsvTest {
    @TempDir Path folder;

    /// A bad file, its settings (`name=value`), the code and what the message must say besides the
    /// file's name.
    record Case(String code, byte[] content, List<String> settings, List<String> says) {
        @Override
        public String toString() {
            return code + " " + settings;
        }
    }

    static Case bad(String code, String content, String settings, String... says) {
        List<String> set = Arrays.stream(settings.split(";")).filter(s -> !s.isEmpty()).toList();
        return new Case(code, content.getBytes(StandardCharsets.ISO_8859_1), set, List.of(says));
    }

    private static String numbered(String header, String row, int rows) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < rows; i++) {
            text.append(row.replace("#", "" + i)).append('\n');
        }
        return text.toString();
    }

    static final List<Case> CASES =
            List.of(
                    bad("csv.empty", "", "", "empty"),
                    bad("csv.empty", "\n\n\n", "", "empty"),
                    bad("csv.empty", "\u00EF\u00BB\u00BF", "", "empty"),
                    bad("csv.rows", "a,y\n", "", "0 to use", "At least 2"),
                    bad("csv.rows", "a,y\n1,2\n", "", "1 to use", "At least 2"),
                    bad("csv.rows", "a,y\n1,2\n?,3\n", "missing=drop", "1 to use", "1 dropped"),
                    bad("csv.ragged", "a,y\n1,2\n1,2,3\n", "", "line 3", "3 cells", "2 columns"),
                    bad("csv.ragged", "a,b,y\n1,2,3\n\n4,5\n", "", "line 4", "2 cells"),
                    bad(
                            "csv.name.twice",
                            "a,a,y\n1,2,3\n",
                            "",
                            "line 1",
                            "columns 1 and 2",
                            "\"a\""),
                    bad("csv.name.empty", "a,,y\n1,2,3\n", "", "line 1", "column 2"),
                    bad("csv.header", "1,2,3\n4,5,6\n", "", "line 1", "numbers only"),
                    bad("csv.separator", "a;b;y\n1,5;2;3\n", "", "line 1", "no commas"),
                    bad(
                            "csv.text",
                            numbered("a,y", "#,#.5", 20) + "x7,1\n",
                            "",
                            "line 22",
                            "\"a\"",
                            "\"x7\"",
                            "categorical"),
                    bad(
                            "csv.text",
                            numbered("a,y", "#,#.5", 20) + "1,high\n",
                            "",
                            "line 22",
                            "\"y\"",
                            "\"high\""),
                    bad(
                            "csv.infinite",
                            "a,y\n1,2.5\n-Infinity,3\n",
                            "",
                            "line 3",
                            "\"a\"",
                            "-Infinity"),
                    bad("csv.infinite", "a,y\n1,2.5\n1e999,3\n", "", "line 3", "\"a\"", "1e999"),
                    bad(
                            "csv.missing-value",
                            "a,y\n1,2.5\nNaN,3\n",
                            "",
                            "line 3",
                            "\"a\"",
                            "NaN",
                            "drop"),
                    bad("csv.missing-value", "a,y\n1,\n2,3\n", "", "line 2", "\"y\"", "drop"),
                    bad(
                            "csv.missing-value",
                            "client,a,y\nNA,1,2\nB,2,3\n",
                            "",
                            "line 2",
                            "\"client\""),
                    bad("csv.one-class", "a,y\n1,cat\n2,cat\n", "", "\"y\"", "\"cat\"", "two"),
                    bad("csv.one-class", "a,y\n1,7\n2,7\n", "", "\"y\"", "\"7\"", "two"),
                    bad(
                            "csv.target.text",
                            "a,y\n1,cat\n2,dog\n",
                            "task=regression",
                            "\"y\"",
                            "\"cat\""),
                    bad(
                            "csv.column.unknown",
                            "a,y\n1,2\n2,3\n",
                            "target=z",
                            "data.target",
                            "\"z\"",
                            "a, y"),
                    bad(
                            "csv.column.unknown",
                            "a,y\n1,2\n2,3\n",
                            "client=who",
                            "data.client",
                            "\"who\"",
                            "a, y"),
                    bad(
                            "csv.column.unknown",
                            "a,y\n1,2\n2,3\n",
                            "ignore=b, c",
                            "data.ignore",
                            "\"b\""),
                    bad("csv.no-inputs", "client,y\nA,2\nB,3\n", "", "no input column", "\"y\""),
                    bad("csv.no-inputs", "a,y\n1,2\n2,3\n", "ignore=a", "no input column"),
                    bad("csv.all-ignored", "a,y\n1,2\n2,3\n", "ignore=a,y", "data.ignore"),
                    bad("csv.target-is-client", "a,y\n1,2\n2,3\n", "client=y", "\"y\""),
                    bad(
                            "csv.needed-ignored",
                            "a,y\n1,2\n2,3\n",
                            "target=y;ignore=y",
                            "\"y\"",
                            "data.target"),
                    bad("csv.encoding", "a,y\n1,2\n3,K\u00F6ln\n", "", "line 3", "0xF6", "UTF-8"),
                    bad("csv.encoding.end", "a,y\n1,2\n3,K\u00C3", "", "line 3"),
                    bad("csv.binary", "\u0000a\u0000,\u0000y", "", "line 1", "zero byte"),
                    bad("csv.quotes", "a,y\n1,2\n\"3,4\n5,6\n", "", "line 3", "never closed"),
                    bad("csv.parse", "a,y\n1,2\n\"3\"x,4\n5,6\n", "", "line 3", "quotation marks"),
                    bad(
                            "csv.levels.many",
                            numbered("name,y", "n#,#", 1001),
                            "",
                            "\"name\"",
                            "1,000",
                            "line 1002",
                            "data.ignore"),
                    bad(
                            "csv.classes.many",
                            numbered("a,y", "#,c#", 1001),
                            "",
                            "\"y\"",
                            "1,000",
                            "data.target"),
                    bad(
                            "csv.classes.numbers",
                            numbered("a,y", "#,#", 1001),
                            "task=classification",
                            "\"y\"",
                            "1,001",
                            "regression"));

    @ParameterizedTest
    @FieldSource("CASES")
    void aBadFileGivesOneClearMessage(Case bad) throws IOException {
        Path file = Files.write(folder.resolve("bad.csv"), bad.content());
        BadInput error = load(file, bad.settings());
        assertThat(error.code()).isEqualTo(bad.code());
        assertThat(error).hasMessageContaining("bad.csv");
        assertThat(error.getMessage()).contains(bad.says()).doesNotContain("{", "Exception");
    }

    private static BadInput load(Path file, List<String> settings) {
        CsvData source = new CsvData();
        Values values = Values.defaults(source.describe()).with("file", file.toString());
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            values = values.with(parts[0], parts[1]);
        }
        Values all = values;
        return catchThrowableOfType(
                BadInput.class, () -> source.load(all, new RepositoryFiles(), new RandomStream(0)));
    }

    @Test
    void aMissingFileAFolderAndNoFileAreToldApart() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        assertThat(load(folder.resolve("none.csv"), List.of()))
                .hasMessageContaining("none.csv")
                .hasMessageContaining("no such file");
        assertThat(load(inside, List.of())).hasMessageContaining("folder");
        assertThat(load(Path.of(""), List.of())).hasMessageContaining("no file is chosen");
        assertThat(load(Path.of("/dev/null"), List.of())).hasMessageContaining("not an ordinary");
    }

    @Test
    void aFileOver200MegabytesIsRefusedBeforeReadingWithBothNumbers() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_001);
        }
        assertThat(load(file, List.of()))
                .hasMessageContaining("200,000,001 bytes")
                .hasMessageContaining("at most 200,000,000 bytes");
    }

    @Test
    void aTableOver20MillionCellsIsRefusedBeforeParsingWithBothNumbers() throws IOException {
        Path file = folder.resolve("cells.csv");
        byte[] row = ("0,".repeat(999) + "0\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 20_001; i++) {
                out.write(row);
            }
        }
        assertThat(load(file, List.of()))
                .hasMessageContaining("20,001,000 cells")
                .hasMessageContaining("at most 20,000,000");
    }

    @Test
    void categoriesThatBlowTheTableUpAreRefusedWithBothNumbers() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.writeString(file, numbered("city,y", "c#,#.5", 100));
        CsvSettings settings = new CsvSettings("", "", List.of(), List.of(), false, null);
        assertThatThrownBy(() -> CsvReader.read(file, settings, new CsvLimits(10_000, 5000)))
                .hasMessageContaining("10,000 cells")
                .hasMessageContaining("at most 5,000")
                .hasMessageContaining("\"city\"");
    }

    @Test
    void shareOfHeldOutExamplesMustLeaveSomeToTrainOn() {
        Values tooMuch =
                Values.defaults(new CsvData().describe())
                        .with("testFraction", 0.9)
                        .with("validationFraction", 0.1);
        assertThatThrownBy(() -> Preparation.of(tooMuch))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("0.9")
                .hasMessageContaining("0.1")
                .hasMessageContaining("0.95");
    }
}
