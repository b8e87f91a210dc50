package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/// Rings, arcs and grids for few and many clients, on the stages of windows of 1024 x 768, 1440 x
/// 900 and 3840 x 2160 pixels, and in front of a class.
class ArrangementLayoutTest {
    private static final int[] COUNTS = {1, 2, 3, 5, 7, 12, 13, 36, 60, 61, 100, 400, 1000};
    private static final double[][] STAGES = {
        {656, 522, 0}, {720, 620, 0}, {2130, 1420, 0}, {656, 480, 1}, {1344, 760, 1}
    };

    private interface Look {
        void at(StageLayout layout, String where, List<String> faults);
    }

    private static void all(Arrangement arrangement, Look look) {
        List<String> faults = new ArrayList<>();
        for (int n : COUNTS) {
            for (double[] stage : STAGES) {
                StageLayout layout = of(n, stage, arrangement);
                String where = "%d %.0fx%.0f ".formatted(n, stage[0], stage[1]);
                look.at(layout, where, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static StageLayout of(int n, double[] stage, Arrangement arrangement) {
        return StageLayout.of(n, stage[0], stage[1], stage[2] > 0, arrangement);
    }

    @ParameterizedTest
    @EnumSource
    void clientsAndServerStandOnTheStage(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    double bottom = l.height() - l.footHeight();
                    for (int k = 0; k < l.x().length; k++) {
                        within(l.x()[k], l.y()[k], l.nodeRadius(), l, bottom, where + k, faults);
                        if (l.captionLines() > 0) {
                            double[] box = CaptionRoom.box(l, k);
                            boolean in =
                                    box[0] >= 0
                                            && box[1] >= 0
                                            && box[2] <= l.width()
                                            && box[3] <= bottom;
                            if (!in) {
                                faults.add(where + "caption of " + k);
                            }
                        }
                    }
                    double server = l.ringRadius() + l.ringWidth() / 2;
                    within(l.cx(), l.cy(), server, l, bottom, where + "server", faults);
                });
    }

    private static void within(
            double x,
            double y,
            double r,
            StageLayout l,
            double bottom,
            String what,
            List<String> faults) {
        if (x < r || x > l.width() - r || y < r || y > bottom - r) {
            faults.add("%s at %.1f %.1f leaves".formatted(what, x, y));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOverlaps(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    double server = l.ringRadius() + l.ringWidth() / 2 + l.nodeRadius();
                    for (int i = 0; i < l.x().length; i++) {
                        if (Math.hypot(l.x()[i] - l.cx(), l.y()[i] - l.cy()) <= server) {
                            faults.add(where + i + " on the server");
                        }
                        for (int j = 0; j < i; j++) {
                            double dx = l.x()[i] - l.x()[j];
                            double dy = l.y()[i] - l.y()[j];
                            if (Math.hypot(dx, dy) <= 2 * l.nodeRadius()) {
                                faults.add(where + i + " on " + j);
                            }
                        }
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void captionsTouchNothing(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    if (l.captionLines() > 0 && !CaptionRoom.suffices(l)) {
                        faults.add(where);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsFoundAtItsCentre(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    for (int k = 0; k < l.x().length; k++) {
                        if (l.hit(l.x()[k], l.y()[k]) != k) {
                            faults.add(where + k);
                        }
                    }
                    if (l.hit(l.cx(), l.cy()) != StageLayout.SERVER || l.hit(1, 1) >= 0) {
                        faults.add(where + "server");
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void clientsAreLargeEnoughToBeSeen(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    int n = l.x().length;
                    double least = n <= 12 ? 25 : n <= 60 ? 12 : 3.4;
                    if (l.nodeRadius() < least) {
                        faults.add(where + l.nodeRadius());
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void theSameStageIsLaidOutTheSameWayTwice(Arrangement arrangement) {
        for (int n : COUNTS) {
            for (double[] stage : STAGES) {
                StageLayout once = of(n, stage, arrangement);
                StageLayout twice = of(n, stage, arrangement);
                assertThat(once.x()).isEqualTo(twice.x());
                assertThat(once.y()).isEqualTo(twice.y());
                assertThat(once.server()).isEqualTo(twice.server());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ARC", "GRID"})
    void clientsReadFromLeftToRightAlongRowsThatFollowEachOther(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    int begun = 0;
                    for (int k = 1; k < l.x().length; k++) {
                        if (l.x()[k] <= l.x()[k - 1]) {
                            boolean lower =
                                    arrangement == Arrangement.ARC || l.y()[k] > l.y()[begun];
                            if (!lower) {
                                faults.add(where + k + " begins no row");
                            }
                            begun = k;
                        } else if (arrangement == Arrangement.GRID && l.y()[k] != l.y()[begun]) {
                            faults.add(where + k + " leaves its row");
                        }
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"ARC", "GRID"})
    void theRingTurnsToClientsThatStandOnOneSide(Arrangement arrangement) {
        all(
                arrangement,
                (l, where, faults) -> {
                    ServerSpot s = l.server();
                    for (int k = 0; k < l.x().length && !s.isWhole(); k++) {
                        double ahead = l.angle(k) - s.start();
                        ahead -= 2 * Math.PI * Math.floor(ahead / (2 * Math.PI));
                        if (ahead > s.sweep()) {
                            faults.add(where + k + " is behind the ring");
                        }
                    }
                });
    }
}
