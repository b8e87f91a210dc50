package org.fedarium.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FormatReferenceTest {
    private static final Path PAGE =
            Path.of(System.getProperty("fedarium.home", "."), "docs", "experiment-format.md");

    @Test
    void theCommittedPageIsTheGeneratedOne() throws IOException {
        String generated = FormatReference.markdown();
        if (Boolean.getBoolean("fedarium.write")) {
            Files.writeString(PAGE, generated);
        }
        assertThat(Files.readString(PAGE))
                .as(
                        "docs/experiment-format.md is out of date. Write it anew with:"
                                + " mvn -q test -Dtest=FormatReferenceTest -Dfedarium.write=true")
                .isEqualTo(generated);
    }

    @Test
    void everyFieldOfEveryKindIsOnThePage() {
        String page = FormatReference.markdown();
        for (Schema.Section section : Schema.sections()) {
            for (var entry : section.entries()) {
                assertThat(page).contains("| `" + entry.id() + "` |");
                for (var parameter : entry.parameters()) {
                    assertThat(page).contains("`" + section.id() + "." + parameter.id() + "`");
                }
            }
        }
    }

    @Test
    void theExampleOnThePageIsAnExperiment() {
        String page = FormatReference.markdown();
        int from = page.indexOf("```json") + "```json".length();
        Experiment example =
                ExperimentJson.read("example", page.substring(from, page.indexOf("```", from)));
        assertThat(example.at(21).get("partition.alpha")).isEqualTo(0.05);
        assertThat(example.at(20).get("partition.alpha")).isEqualTo(0.3);
    }
}
