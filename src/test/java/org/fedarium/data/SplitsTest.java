package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.math.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.stream.IntStream;

class SplitsTest {
    private static final Dataset PENGUINS = SampleDataTest.load("penguins");

    private static Roles split(Dataset data, double test, double validation, long seed) {
        return Splits.split(
                data,
                new Preparation(Preparation.Mode.NONE, false, test, validation),
                new RandomStream(seed));
    }

    @ParameterizedTest
    @CsvSource({"0.2,333,67", "0.5,5,3", "0.29,50,15", "0.15,10,2", "0,9,0", "0.9,1,1"})
    void sharesAreRoundedHalfUpInDecimal(double fraction, int n, int expected) {
        assertThat(Splits.share(fraction, n)).isEqualTo(expected);
    }

    @Test
    void everyRowHasExactlyOneRole() {
        for (int seed = 0; seed < 50; seed++) {
            Roles roles = split(PENGUINS, 0.2, 0.1, seed);
            int[] all =
                    IntStream.concat(
                                    Arrays.stream(roles.train()),
                                    IntStream.concat(
                                            Arrays.stream(roles.validation()),
                                            Arrays.stream(roles.test())))
                            .sorted()
                            .toArray();
            assertThat(all).isEqualTo(IntStream.range(0, 333).toArray());
        }
    }

    @Test
    void classesAreSplitAlike() {
        // Adelie 146, Chinstrap 68, Gentoo 119: a fifth is 29.2, 13.6 and 23.8.
        Examples test = PENGUINS.examples().select(split(PENGUINS, 0.2, 0, 3).test());
        assertThat(count(test, 0)).isEqualTo(29);
        assertThat(count(test, 1)).isEqualTo(14);
        assertThat(count(test, 2)).isEqualTo(24);
    }

    private static long count(Examples examples, int label) {
        return Arrays.stream(examples.labels()).filter(y -> y == label).count();
    }

    @Test
    void fractionZeroKeepsEverythingForTraining() {
        Roles roles = split(PENGUINS, 0, 0, 1);
        assertThat(roles.train()).hasSize(333).isSorted();
        assertThat(roles.test()).isEmpty();
        assertThat(roles.validation()).isEmpty();
    }

    @Test
    void everyClassKeepsATrainingRow() {
        Dataset rare = CsvReaderTest.read("a,y\n1,u\n2,u\n3,v\n4,w\n5,w\n", CsvReaderTest.PLAIN);
        for (int seed = 0; seed < 20; seed++) {
            Examples train = rare.examples().select(split(rare, 0.9, 0.05, seed).train());
            assertThat(train.labels()).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void theTestSetDoesNotDependOnTheValidationShare() {
        assertThat(split(PENGUINS, 0.2, 0.3, 5).test())
                .isEqualTo(split(PENGUINS, 0.2, 0, 5).test());
        assertThat(split(PENGUINS, 0.2, 0, 6).test())
                .isNotEqualTo(split(PENGUINS, 0.2, 0, 5).test());
    }
}
