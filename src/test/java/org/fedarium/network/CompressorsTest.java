package org.fedarium.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.math.Samplers;
import org.fedarium.math.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

class CompressorsTest {
    private static final double[] V = {3, 4, 0, -12};
    private static final int DRAWS = 10_000;

    private static Values values(Compressor compressor) {
        return Values.defaults(compressor.describe());
    }

    private static double[] random(int size, RandomStream stream) {
        double[] v = new double[size];
        for (int i = 0; i < size; i++) {
            v[i] = Samplers.gaussian(stream);
        }
        return v;
    }

    @Test
    void qsgd_s1() {
        double[] up = {0.23076923076923078, 0.3076923076923077, 0, 0.9230769230769231};
        double norm = Vectors.norm(V);
        double variance = 0;
        for (int i = 0; i < 4; i++) {
            double place = Qsgd.place(V[i], norm, 1);
            assertThat(Math.floor(place)).isZero();
            assertThat(place).isCloseTo(up[i], within(1e-9));
            variance += norm * norm * place * (1 - place);
        }
        assertThat(variance).isCloseTo(78, within(1e-9));
        assertThat(variance).isLessThanOrEqualTo(Math.min(4, Math.sqrt(4)) * norm * norm);
        // The draws have this mean and this variance.
        RandomStream stream = new RandomStream(1);
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] q = V.clone();
            Qsgd.quantise(q, 1, stream);
            assertThat(q[2]).isZero();
            double distance = Vectors.distance(q, V);
            squares += distance * distance / DRAWS;
        }
        assertThat(squares).isCloseTo(78, within(78 * 0.05));
    }

    @ParameterizedTest(name = "QSGD with {0} levels is right on average")
    @ValueSource(ints = {1, 3, 15, 255})
    void qsgdMeanOfTenThousandDraws(int levels) {
        RandomStream stream = new RandomStream(levels);
        double[] v = random(20, stream);
        double norm = Vectors.norm(v);
        double[] sum = new double[20];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] q = v.clone();
            Qsgd.quantise(q, levels, stream);
            Vectors.add(sum, 1, q);
        }
        for (int i = 0; i < v.length; i++) {
            double place = Qsgd.place(v[i], norm, levels);
            double p = place - Math.floor(place);
            double standardError = norm / levels * Math.sqrt(p * (1 - p) / DRAWS);
            assertThat(sum[i] / DRAWS).isCloseTo(v[i], within(5 * standardError + 1e-12));
        }
    }

    @Test
    void randk_variance() {
        // Exactly: each of the d draws of one entry is equally likely.
        double expected = 0;
        for (int kept = 0; kept < 4; kept++) {
            for (int i = 0; i < 4; i++) {
                double error = (kept == i ? 4 * V[i] : 0) - V[i];
                expected += error * error / 4;
            }
        }
        assertThat(expected).isCloseTo(507, within(1e-9));
        RandomStream stream = new RandomStream(2);
        double squares = 0;
        double[] sum = new double[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] q = V.clone();
            RandomK.keepRandom(q, 1, true, stream);
            double distance = Vectors.distance(q, V);
            squares += distance * distance / DRAWS;
            Vectors.add(sum, 1.0 / DRAWS, q);
        }
        assertThat(squares).isCloseTo(507, within(507 * 0.1));
        for (int i = 0; i < 4; i++) {
            double standardError = Math.abs(V[i]) * Math.sqrt(3.0 / DRAWS);
            assertThat(sum[i]).isCloseTo(V[i], within(5 * standardError + 1e-12));
        }
    }

    @Test
    void topKByHand() {
        double[] v = {1, -3, 2, 3, -0.5};
        TopK.keepLargest(v, 2);
        assertThat(v).containsExactly(0, -3, 0, 3, 0);
        double[] ties = {1, -1, 1, 1};
        TopK.keepLargest(ties, 2);
        assertThat(ties).containsExactly(1, -1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top-k", "random-k"})
    void allEntriesAreNoCompression(String id) {
        Compressor compressor = Compressors.ALL.find(id);
        for (int seed = 1; seed <= 20; seed++) {
            RandomStream stream = new RandomStream(seed);
            double[] v = random(33, stream);
            double[] sent = v.clone();
            double[] memory = new double[33];
            Values all = values(compressor).with("share", 1.0);
            long bytes = compressor.compressWithMemory(sent, memory, all, stream);
            assertThat(sent).isEqualTo(v);
            assertThat(memory).containsOnly(0);
            assertThat(bytes).isEqualTo(4 * 33);
        }
    }

    @ParameterizedTest(name = "{0} of {1} entries: {2} bytes")
    @CsvSource({
        // k (32 + ceil(log2 d)) bits
        "top-k, share=0.1, 650, 342",
        "top-k, share=0.0001, 650, 6",
        "top-k, share=0.1, 1024, 536",
        "random-k, share=0.5, 3, 9",
        // 32 + d (1 + ceil(log2(s + 1)))
        "qsgd, levels=1, 650, 167",
        "qsgd, levels=2, 650, 248",
        "qsgd, levels=15, 650, 411",
        "qsgd, levels=16, 3, 7",
        "sign, length=mean, 650, 86",
        "sign, length=one, 650, 82",
        "quantise, bits=8, 650, 654",
        "quantise, bits=16, 650, 1304",
        "none, , 650, 2600"
    })
    void bytesAreExact(String id, String setting, int size, long expected) {
        Compressor compressor = Compressors.ALL.find(id);
        Values values = values(compressor);
        if (setting != null) {
            String[] parts = setting.split("=");
            boolean number =
                    compressor.describe().parameter(parts[0]).defaultValue() instanceof Number;
            values = values.with(parts[0], number ? (Object) Double.valueOf(parts[1]) : parts[1]);
        }
        RandomStream stream = new RandomStream(1);
        assertThat(compressor.compress(random(size, stream), values, stream)).isEqualTo(expected);
    }

    static Stream<Values> remembering() {
        return Compressors.ALL.entries().stream()
                .filter(c -> c.describe().has("errorFeedback"))
                .map(c -> values(c).with("errorFeedback", true));
    }

    @ParameterizedTest
    @MethodSource("remembering")
    void sentAndMemorySumToAllUpdates(Values values) {
        Compressor compressor = Compressors.ALL.find(values.descriptor().id());
        assertThat(compressor.remembers(values)).isTrue();
        RandomStream stream = new RandomStream(9);
        double[] memory = new double[40];
        double[] sent = new double[40];
        double[] all = new double[40];
        for (int round = 0; round < 200; round++) {
            double[] update = random(40, stream);
            Vectors.add(all, 1, update);
            compressor.compressWithMemory(update, memory, values, stream);
            Vectors.add(sent, 1, update);
            // The memory stays bounded: nothing is put off for ever.
            assertThat(Vectors.norm(memory)).isLessThan(40 * Math.sqrt(40));
        }
        Vectors.add(sent, 1, memory);
        assertThat(sent).containsExactly(all, within(1e-10));
    }

    @Test
    void signsAndTheirLength() {
        SignCompression sign = new SignCompression();
        double[] v = {3, -1, 0, 2};
        long bytes = sign.compress(v, values(sign), new RandomStream(1));
        assertThat(v).containsExactly(1.5, -1.5, 0, 1.5);
        // 4 signs, 4 marks of zeros, one float: 40 bits.
        assertThat(bytes).isEqualTo(5);
        Values votes = values(sign).with("length", "one");
        assertThat(sign.compress(v, votes, new RandomStream(1))).isEqualTo(1);
        assertThat(v).containsExactly(1, -1, 0, 1);
        assertThat(sign.remembers(votes)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void quantisationErrsByAtMostHalfAStepOrOne(int bits) {
        RandomStream stream = new RandomStream(bits);
        double[] v = random(500, stream);
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        double step = largest / ((1 << (bits - 1)) - 1);
        double[] near = v.clone();
        UniformQuantisation.quantise(near, bits, false, stream);
        assertThat(near).containsExactly(v, within(step * 0.5000001));
        double[] drawn = v.clone();
        UniformQuantisation.quantise(drawn, bits, true, stream);
        assertThat(drawn).containsExactly(v, within(step * 1.0000001));
        double[] zeros = new double[3];
        UniformQuantisation.quantise(zeros, bits, true, stream);
        assertThat(zeros).containsOnly(0);
    }

    @Test
    void stochasticRoundingIsRightOnAverage() {
        RandomStream stream = new RandomStream(6);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] v = {0.303, 1.27};
            UniformQuantisation.quantise(v, 8, true, stream);
            sum += v[0];
        }
        // Steps of 0.01; 0.303 lies at 30.3.
        double standardError = 0.01 * Math.sqrt(0.3 * 0.7 / DRAWS);
        assertThat(sum / DRAWS).isCloseTo(0.303, within(5 * standardError));
    }
}
