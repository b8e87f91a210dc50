package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class CsvReaderTest {
    static final CsvSettings PLAIN = new CsvSettings("", "", List.of(), List.of(), false, null);

    static Dataset read(String text, CsvSettings settings) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvSource source = new CsvSource("t.csv", () -> new ByteArrayInputStream(bytes));
        return CsvReader.read(
                source, settings, CsvLimits.DEFAULT, "t.csv", "t.csv", null, List.of());
    }

    @Test
    void numbersTextAndClientsAreToldApart() {
        Dataset data =
                read(
                        "client,size,colour,sex,y\n"
                                + "B,1.5,red,m,no\nA,-2e1,blue,f,yes\nB,+.5,green,m,yes\n",
                        PLAIN);
        assertThat(data.featureNames())
                .containsExactly("size", "colour=blue", "colour=green", "colour=red", "sex=m");
        assertThat(data.examples().x())
                .containsExactly(1.5, 0, 0, 1, 1, -20, 1, 0, 0, 0, 0.5, 0, 1, 0, 1);
        assertThat(data.classNames()).containsExactly("no", "yes");
        assertThat(data.examples().labels()).containsExactly(0, 1, 1);
        assertThat(data.groupNames()).containsExactly("A", "B");
        assertThat(data.groups()).containsExactly(1, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFa,y\n1,2\n3,4\n",
                "a,y\r\n1,2\r\n3,4",
                "\n a , y \n\n 1 , 2 \n3,4\n\n",
                "\"a\",\"y\"\n\"1\",2\n3,\"4\"\n",
                "\uFEFF\"a\",y\n1,2\n3,4\n"
            })
    void marksBlanksAndQuotesDoNotMatter(String text) {
        Dataset data = read(text, PLAIN);
        assertThat(data.featureNames()).containsExactly("a");
        assertThat(data.targetName()).isEqualTo("y");
        assertThat(data.examples().x()).containsExactly(1, 3);
        assertThat(data.classNames()).containsExactly("2", "4");
    }

    @Test
    void quotedCommasLineBreaksAndForeignLettersAreKept() {
        Dataset data = read("a,y\n1,\"Köln, \"\"Dom\"\"\"\n2,\"two\nlines\"\n3,日本\n", PLAIN);
        assertThat(data.classNames()).containsExactly("Köln, \"Dom\"", "two\nlines", "日本");
    }

    @Test
    void fewWholeNumbersAreClassesSortedByValueAndManyAreATarget() {
        assertThat(read("a,y\n1,10\n2,9\n3,-1\n", PLAIN).classNames())
                .containsExactly("-1", "9", "10");
        StringBuilder many = new StringBuilder("a,y\n");
        for (int i = 0; i < 21; i++) {
            many.append("1,").append(i).append('\n');
        }
        assertThat(read(many.toString(), PLAIN).task()).isEqualTo(Task.REGRESSION);
        assertThat(read("a,y\n1,1.5\n2,2\n", PLAIN).examples().targets()).containsExactly(1.5, 2);
    }

    @Test
    void theTaskCanBeChosen() {
        CsvSettings regression =
                new CsvSettings("", "", List.of(), List.of(), false, Task.REGRESSION);
        CsvSettings classes =
                new CsvSettings("", "", List.of(), List.of(), false, Task.CLASSIFICATION);
        assertThat(read("a,y\n1,1\n2,2\n", regression).examples().targets()).containsExactly(1, 2);
        assertThat(read("a,y\n1,0.5\n2,2\n", classes).classNames()).containsExactly("0.5", "2");
    }

    @Test
    void rowsWithMissingValuesAreDroppedOnRequestAndCounted() {
        CsvSettings drop = new CsvSettings("", "", List.of("c"), List.of(), true, null);
        Dataset data = read("a,c,y\n1,,u\n,1,u\n2,?,v\nNA,1,v\nnull,1,v\n3,1,NaN\n", drop);
        assertThat(data.examples().x()).containsExactly(1, 2);
        assertThat(data.notes())
                .extracting(Note::sentence)
                .containsExactly("4 of 6 rows were dropped because of missing values.");
    }

    @Test
    void chosenTargetClientAndCategoriesAreUsed() {
        CsvSettings settings =
                new CsvSettings("y", "zone", List.of("id"), List.of("code"), false, null);
        Dataset data =
                read("y,zone,id,code,client\n1.5,10,7,3,x\n2.5,9,8,12,x\n3.5,10,9,4,z\n", settings);
        assertThat(data.featureNames()).containsExactly("code=3", "code=4", "code=12", "client=z");
        assertThat(data.groupNames()).containsExactly("9", "10");
        assertThat(data.examples().targets()).containsExactly(1.5, 2.5, 3.5);
    }

    @Test
    void aConstantTargetOfARegressionIsNoted() {
        CsvSettings regression =
                new CsvSettings("", "", List.of(), List.of(), false, Task.REGRESSION);
        assertThat(read("a,y\n1,4\n2,4\n", regression).notes())
                .extracting(Note::sentence)
                .containsExactly("The target y is the same in every row.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x10", "1_000", "--1", "1e", ".", "+", "e5", "1.2.3", "1f"})
    void whatOnlyJavaCallsANumberIsText(String cell) {
        assertThat(CsvCells.number(cell)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "7", "+7", "1.", ".5", "-1.25e-3", "1E5", "12345678901234567"})
    void numbersAreReadAsJavaReadsThem(String cell) {
        assertThat(CsvCells.number(cell)).isEqualTo(Double.parseDouble(cell));
    }
}
