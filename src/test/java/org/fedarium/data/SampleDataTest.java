package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SampleDataTest {
    static final List<Sample> SAMPLES = Samples.ALL;

    static Dataset load(String id) {
        DataSource source = DataSources.ALL.find(id);
        return source.load(
                Values.defaults(source.describe()), new RepositoryFiles(), new RandomStream(0));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everySampleLoadsAsItsTableSays(Sample sample) {
        Dataset data = load(sample.id());
        assertThat(data.id()).isEqualTo(sample.id());
        assertThat(data.task()).isEqualTo(sample.task());
        assertThat(data.targetName()).isEqualTo(sample.target());
        assertThat(data.hasGroups()).isEqualTo(sample.clients() != null);
        assertThat(data.featureNames()).hasSize(data.examples().columns());
        assertThat(Vectors.allFinite(data.examples().x())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "digits8x8,1797,64,10,14",
        "penguins,333,5,3,3",
        "pbc3_hospitals,256,9,2,6",
        "auto_mpg,392,6,0,3",
        "wages_by_region,5000,5,0,4",
        "developer_salaries,5594,19,0,5",
        "london_exam,4059,7,0,65",
        "breast_cancer,569,30,2,0",
        "breast_cancer_relapse,3505,10,2,2",
        "german_credit,1000,59,2,0",
        "spambase,4601,57,2,0",
        "vowel_speakers,990,9,11,15",
        "iris,150,4,3,0",
        "wine,178,13,3,0",
        "lecture_ratings,14086,3,0,14",
        "mnist28x28_small,1000,784,10,2",
    })
    void samplesHaveTheirPublishedSize(String id, int rows, int inputs, int classes, int groups) {
        Dataset data = load(id);
        assertThat(List.of(data.examples().rows(), data.examples().columns(), data.classes()))
                .containsExactly(rows, inputs, classes);
        assertThat(data.groupNames()).hasSize(groups);
    }

    @Test
    void twoCategoriesBecomeOneInputNamedAfterTheSecond() {
        Dataset penguins = load("penguins");
        assertThat(penguins.featureNames()).endsWith("sex=male").doesNotContain("sex=female");
        assertThat(penguins.classNames()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(penguins.groupNames()).containsExactly("Biscoe", "Dream", "Torgersen");
        assertThat(penguins.examples().select(new int[] {0}).x())
                .containsExactly(39.1, 18.7, 181, 3750, 1);
    }

    @Test
    void idsAreNoInputsOfLectureRatings() {
        Dataset ratings = load("lecture_ratings");
        assertThat(ratings.featureNames())
                .containsExactly("student_semester", "semesters_ago", "service_lecture");
        assertThat(ratings.notes()).singleElement().asString().contains("student_id");
    }

    @Test
    void digitsComeFirstAndTheUsersFileLast() {
        assertThat(DataSources.ALL.entries().getFirst().describe().id()).isEqualTo("digits8x8");
        assertThat(DataSources.ALL.entries().getLast().describe().id()).isEqualTo("csv");
        assertThat(DataSources.ALL.entries())
                .allSatisfy(
                        entry ->
                                assertThat(entry.describe().parameters())
                                        .containsAll(Preparation.PARAMETERS)
                                        .noneMatch(p -> p.midRun()));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void everySampleHasItsPageAndALineInTheLicences(Sample sample) throws IOException {
        Path folder = Path.of(System.getProperty("fedarium.home", "."), "sample-datasets");
        assertThat(folder.resolve(sample.id() + ".md")).exists();
        assertThat(Files.readAllLines(folder.resolve("LICENSES.md")))
                .filteredOn(line -> line.startsWith("| `" + sample.fileName() + "`"))
                .singleElement()
                .asString()
                .contains(sample.licence(), sample.inJar() ? "jar" : "beside");
    }
}
