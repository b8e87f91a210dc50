package org.fedarium.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.fedarium.math.RandomStream;
import org.fedarium.support.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

class GeneratorsTest {
    private static Dataset load(String id, long seed, Object... settings) {
        DataSource source = DataSources.ALL.find(id);
        Values values = Values.defaults(source.describe());
        for (int i = 0; i < settings.length; i += 2) {
            values = values.with((String) settings[i], settings[i + 1]);
        }
        return source.load(values, new SampleFiles(), new RandomStream(seed));
    }

    /// Bits of data are bits of results: they may not change.
    @ParameterizedTest
    @CsvSource({
        "blobs, 711015324",
        "moons, 1117789055",
        "rings, -1854172591",
        "spirals, 1520741638",
        "fcube, -748039938",
        "synthetic, 969868971"
    })
    void theNumbersStayAsTheyAre(String id, int golden) {
        Examples examples = load(id, 7).examples();
        assertThat(31 * Arrays.hashCode(examples.x()) + Arrays.hashCode(examples.labels()))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @CsvSource({"blobs, 4, 0.6", "moons, 2, 0.15", "rings, 2, 0.08", "spirals, 2, 0.03"})
    void pointsLieOnTheirShapesUpToTheNoise(String id, int classes, double sigma) {
        Dataset exact = load(id, 3, "noise", 0.0);
        Dataset noisy = load(id, 3);
        assertThat(exact.classes()).isEqualTo(classes);
        assertThat(exact.examples().rows()).isEqualTo(1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(exact.examples().labels()[i]).isEqualTo(i % classes);
            double x = exact.examples().x()[2 * i];
            double y = exact.examples().x()[2 * i + 1];
            assertThat(offShape(id, i % classes, x, y)).isLessThan(1e-12);
        }
        double squares = 0;
        for (int i = 0; i < 1000; i++) {
            double x = noisy.examples().x()[2 * i];
            double y = noisy.examples().x()[2 * i + 1];
            double off = offShape(id, i % classes, x, y);
            squares += off * off / 1000;
        }
        // One or both coordinates are off, and an arm or circle has a neighbour.
        assertThat(Math.sqrt(squares)).isBetween(0.5 * sigma, 1.6 * sigma);
    }

    /// Distance from where a point without noise may be.
    private static double offShape(String id, int c, double x, double y) {
        return switch (id) {
            case "blobs" -> {
                double[][] centres = {{2, 0}, {0, 2}, {-2, 0}, {0, -2}};
                yield Math.hypot(x - centres[c][0], y - centres[c][1]);
            }
            case "moons" ->
                    c == 0
                            ? Math.abs(Math.hypot(x, y) - 1)
                            : Math.abs(Math.hypot(x - 1, y - 0.5) - 1);
            case "rings" -> Math.abs(Math.hypot(x, y) - (c + 1) / 2.0);
            default -> {
                // One turn: the angle is 2 pi (t + c / 2).
                double nearest = Double.MAX_VALUE;
                for (int i = 0; i <= 20_000; i++) {
                    double t = i / 20_000.0;
                    double a = 2 * Math.PI * (t + c / 2.0);
                    nearest =
                            Math.min(nearest, Math.hypot(x - t * Math.cos(a), y - t * Math.sin(a)));
                }
                yield nearest < 2e-4 ? 0 : nearest;
            }
        };
    }

    @Test
    void moonsAreHalfCircles() {
        Examples moons = load("moons", 5, "noise", 0.0).examples();
        for (int i = 0; i < moons.rows(); i++) {
            double y = moons.x()[2 * i + 1];
            assertThat(i % 2 == 0 ? y : 0.5 - y).isBetween(-1e-12, 1.0);
        }
    }

    @Test
    void fcubeClientsOwnOppositeOctants() {
        Dataset cube = load("fcube", 1);
        assertThat(cube.groupNames()).containsExactly("C1", "C2", "C3", "C4");
        Set<String> octants = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            double[] p = Arrays.copyOfRange(cube.examples().x(), 3 * i, 3 * i + 3);
            assertThat(cube.examples().labels()[i]).isEqualTo(p[0] > 0 ? 0 : 1);
            int k = cube.groups()[i];
            double mirror = Math.signum(p[0]);
            assertThat(p[1] * mirror > 0).isEqualTo(k < 2);
            assertThat(p[2] * mirror > 0).isEqualTo(k % 2 == 0);
            assertThat(Math.abs(p[1])).isLessThan(1);
            octants.add(p[0] > 0 ? "" + k : "mirrored " + k);
        }
        assertThat(octants).hasSize(8);
        assertThat(IntStream.of(cube.groups()).filter(k -> k == 2).count()).isEqualTo(1250);
        assertThat(IntStream.of(cube.examples().labels()).sum()).isEqualTo(2500);
    }

    @Test
    void syntheticSizesAreThoseOfTheAuthorsAndCapped() {
        assertThat(SyntheticFedProx.size(0, 5000)).isEqualTo(54 + 50);
        assertThat(SyntheticFedProx.size(-9, 5000)).isEqualTo(50);
        // e^6 = 403.4.
        assertThat(SyntheticFedProx.size(1, 5000)).isEqualTo(453);
        assertThat(SyntheticFedProx.size(9, 5000)).isEqualTo(5000);
        double logs = 0;
        for (int seed = 0; seed < 30; seed++) {
            int[] sizes = sizes(load("synthetic", seed, "largest", 20_000L));
            assertThat(sizes).hasSize(30);
            for (int n : sizes) {
                assertThat(n).isBetween(50, 20_000);
                logs += n >= 104 ? 1.0 / 900 : 0;
            }
        }
        // Half of the clients lie above the median e^4 + 50 = 104.6.
        assertThat(logs).isCloseTo(0.5, within(0.06));
    }

    private static int[] sizes(Dataset data) {
        int[] sizes = new int[data.groupNames().size()];
        for (int k : data.groups()) {
            sizes[k]++;
        }
        return sizes;
    }

    @Test
    void syntheticInputsHaveTheStatedVariances() {
        // Within a client the variance of input j is j^-1.2; with alpha = beta = 0 the clients'
        // means still have variance 1.
        Dataset data = load("synthetic", 2, "clients", 100L, "alpha", 0.0, "beta", 0.0);
        Examples examples = data.examples();
        int[] sizes = sizes(data);
        for (int j : new int[] {0, 1, 9, 59}) {
            double[] mean = new double[100];
            double[] square = new double[100];
            for (int i = 0; i < examples.rows(); i++) {
                double x = examples.x()[i * 60 + j];
                mean[data.groups()[i]] += x;
                square[data.groups()[i]] += x * x;
            }
            double within = 0;
            double between = 0;
            for (int k = 0; k < 100; k++) {
                mean[k] /= sizes[k];
                within += (square[k] / sizes[k] - mean[k] * mean[k]) / 100;
                between += mean[k] * mean[k] / 100;
            }
            double variance = StrictMath.pow(j + 1, -1.2);
            assertThat(within).isCloseTo(variance, within(0.1 * variance));
            assertThat(between).isCloseTo(1, within(0.5));
        }
    }

    @Test
    void syntheticLabelsAreSkewedUnlessClientsAreIdentical() {
        // 1/10 would be no preference at all.
        assertThat(commonestShare("alpha", 1.0, "beta", 1.0)).isGreaterThan(0.6);
        assertThat(commonestShare("alpha", 0.0, "beta", 0.0)).isGreaterThan(0.6);
        assertThat(commonestShare("identical", true)).isBetween(0.1, 0.35);
        Dataset data = load("synthetic", 1, "identical", true);
        assertThat(data.classes()).isEqualTo(10);
        assertThat(Arrays.stream(data.examples().labels()).distinct().count()).isEqualTo(10);
    }

    /// Mean over clients and seeds of the share of their commonest class.
    private static double commonestShare(Object... settings) {
        double sum = 0;
        for (int seed = 0; seed < 5; seed++) {
            Dataset data = load("synthetic", seed, settings);
            int[][] counts = new int[30][10];
            for (int i = 0; i < data.examples().rows(); i++) {
                counts[data.groups()[i]][data.examples().labels()[i]]++;
            }
            for (int[] c : counts) {
                sum += (double) Arrays.stream(c).max().orElse(0) / IntStream.of(c).sum() / 150;
            }
        }
        return sum;
    }

    @Test
    void alphaAndBetaAreDeviationsOrVariances() {
        assertThat(SyntheticFedProx.spread(0.5, true)).isEqualTo(0.5);
        assertThat(SyntheticFedProx.spread(0.25, false)).isEqualTo(0.5);
        // Another beta moves a client's inputs by one number, the same for all its rows.
        double[] near = load("synthetic", 4, "clients", 1L, "beta", 1.0).examples().x();
        double[] far = load("synthetic", 4, "clients", 1L, "beta", 3.0).examples().x();
        double[] root =
                load("synthetic", 4, "clients", 1L, "beta", 4.0, "spread", "variance")
                        .examples()
                        .x();
        double step = (far[0] - near[0]) / 2;
        for (int i = 0; i < near.length; i++) {
            assertThat(far[i] - near[i]).isCloseTo(2 * step, within(1e-9));
            assertThat(root[i] - near[i]).isCloseTo(step, within(1e-9));
        }
    }

    @Test
    void aClientsDataDoNotDependOnHowManyFollow() {
        double[] few = load("synthetic", 4, "clients", 3L).examples().x();
        double[] many = load("synthetic", 4, "clients", 10L).examples().x();
        assertThat(Arrays.copyOf(many, few.length)).isEqualTo(few);
    }
}
