package org.fedarium.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;

class RandomStreamTest {
    @Test
    void theBitsAreThoseOfSplitMix64() {
        // The reference implementation's first outputs for seed 1234567.
        RandomStream stream = new RandomStream(1234567);
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("4593380528125082431"));
        assertThat(stream.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
    }

    @Test
    void derivedDrawsKeepTheirGoldenValues() {
        RandomStream stream = new RandomStream(42);
        assertThat(stream.permutation(8)).containsExactly(4, 3, 2, 0, 7, 6, 1, 5);
        assertThat(stream.nextDouble()).isEqualTo(0.8006318767135033);
        assertThat(stream.nextOpenDouble()).isEqualTo(0.3399310389170206);
        assertThat(stream.nextInt(1000)).isEqualTo(618);
        assertThat(Samplers.gaussian(stream)).isEqualTo(-1.4515103855695575);
        assertThat(Samplers.logGamma(stream, 0.3)).isEqualTo(-3.8271271222677123);
        assertThat(Samplers.logGamma(stream, 3)).isEqualTo(0.323938683130505);
        assertThat(Samplers.dirichlet(stream, new double[] {.5, 1, 2}))
                .containsExactly(0.11210699254878334, 0.20735259548354473, 0.680540411967672);
        assertThat(Samplers.withoutReplacement(stream, 10, 4)).containsExactly(0, 1, 2, 5);
        assertThat(new Randomness(7).stream(Purpose.BATCHES, 3, "C2").nextLong())
                .isEqualTo(6337176226651500198L);
    }

    @Test
    void boundedDrawsAreUniform() {
        RandomStream stream = new RandomStream(8);
        int[] seen = new int[7];
        for (int i = 0; i < 70_000; i++) {
            seen[stream.nextInt(7)]++;
        }
        assertThat(java.util.Arrays.stream(seen).boxed()).allMatch(n -> n > 9600 && n < 10_400);
        assertThat(stream.nextInt(1)).isZero();
    }

    @Test
    void streamsOfOtherSeedsPurposesRoundsAndClientsDiffer() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            for (Purpose purpose : Purpose.values()) {
                for (int round = 0; round < 5; round++) {
                    for (String client : new String[] {"", "C1", "C2", "1C"}) {
                        first.add(new Randomness(seed).stream(purpose, round, client).nextLong());
                    }
                }
            }
        }
        assertThat(first).hasSize(5 * Purpose.values().length * 5 * 4);
    }

    @Test
    void permutationsHoldEveryItemOnce() {
        for (int n = 0; n < 50; n++) {
            int[] items = new RandomStream(n).permutation(n);
            java.util.Arrays.sort(items);
            for (int i = 0; i < n; i++) {
                assertThat(items[i]).isEqualTo(i);
            }
        }
    }
}
