package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class StageLayoutTest {
    private static final double[][] SIZES = {{448, 330}, {690, 600}, {1100, 800}};

    static Stream<Arguments> sizes() {
        return Stream.of(SIZES).map(s -> Arguments.of(s[0], s[1]));
    }

    private static IntStream clientCounts() {
        return IntStream.concat(
                IntStream.rangeClosed(1, 130), IntStream.of(200, 300, 450, 600, 777, 1000));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void clients_overlap_neither_each_other_nor_the_server(double width, double height) {
        clientCounts()
                .forEach(
                        n -> {
                            StageLayout l = StageLayout.of(n, width, height, false);
                            double server = l.ringRadius() + l.ringWidth() / 2;
                            for (int i = 0; i < n; i++) {
                                double toServer = Math.hypot(l.x()[i] - l.cx(), l.y()[i] - l.cy());
                                assertThat(toServer)
                                        .as("client %d of %d and the server", i, n)
                                        .isGreaterThan(server + l.nodeRadius());
                                for (int j = 0; j < i; j++) {
                                    double dx = l.x()[i] - l.x()[j];
                                    double dy = l.y()[i] - l.y()[j];
                                    double apart = 2 * l.nodeRadius();
                                    if (dx * dx + dy * dy < apart * apart) {
                                        assertThat(Math.hypot(dx, dy))
                                                .as("clients %d and %d of %d", i, j, n)
                                                .isGreaterThan(apart);
                                    }
                                }
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void clients_and_captions_stay_on_the_stage(double width, double height) {
        clientCounts()
                .forEach(
                        n -> {
                            StageLayout l = StageLayout.of(n, width, height, false);
                            double bottom = height - l.footHeight();
                            for (int i = 0; i < n; i++) {
                                double r = l.nodeRadius();
                                assertThat(l.x()[i]).as("%d of %d", i, n).isBetween(r, width - r);
                                assertThat(l.y()[i]).as("%d of %d", i, n).isBetween(r, bottom - r);
                                if (l.captionLines() > 0) {
                                    double[] box = CaptionRoom.box(l, i);
                                    assertThat(box[0]).isNotNegative();
                                    assertThat(box[1]).isNotNegative();
                                    assertThat(box[2]).isLessThanOrEqualTo(width);
                                    assertThat(box[3]).isLessThanOrEqualTo(bottom);
                                }
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void every_client_is_found_at_its_centre_and_the_server_at_its_own(
            double width, double height) {
        clientCounts()
                .forEach(
                        n -> {
                            StageLayout l = StageLayout.of(n, width, height, false);
                            for (int i = 0; i < n; i++) {
                                assertThat(l.hit(l.x()[i], l.y()[i])).isEqualTo(i);
                            }
                            assertThat(l.hit(l.cx(), l.cy())).isEqualTo(StageLayout.SERVER);
                            assertThat(l.hit(1, 1)).isEqualTo(StageLayout.NONE);
                        });
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void clients_are_large_enough_to_be_seen(double width, double height) {
        clientCounts()
                .forEach(
                        n -> {
                            double least = n <= 12 ? 18 : n <= 60 ? 9 : 3;
                            assertThat(StageLayout.of(n, width, height, false).nodeRadius())
                                    .as("%d clients", n)
                                    .isGreaterThanOrEqualTo(least);
                        });
    }
}
