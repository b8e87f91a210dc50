package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.data.Dataset;
import org.fedarium.export.PictureTables;
import org.fedarium.lab.ClientScoresAt;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.UpdateCosines;
import org.fedarium.lab.UpdateCosines.Source;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.model.ClientSummary;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Confusion matrix, cosines and scores, from numbers that can be checked by hand.
class MomentPaintersTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);
    private static final PictureLook LOOK = new PictureLook(Theme.LIGHT, TEXTS, 380, 300, 1);
    private static final double NONE = Double.NaN;

    private static RunInfo info(int clients, int classes) {
        return SampleTimeline.of(clients, classes, 1, 1, false).info();
    }

    private static StepRecord step(int... confusion) {
        return new StepRecord(7, ClientReports.empty(0), new double[0], confusion, 0, 0, 0, 0, 0);
    }

    // ---- confusion ----

    /// Class 0: 8 of 10 right, two taken for 2; class 1: none in the data; class 2: 1 of 4 right.
    private static ConfusionView confusion() {
        return ConfusionView.of(step(8, 0, 2, 0, 0, 0, 3, 0, 1), info(3, 3));
    }

    @Test
    void recallPrecisionAndAccuracyFollowFromTheCounts() {
        ConfusionView view = confusion();
        assertThat(view.accuracy()).isEqualTo(9.0 / 14);
        assertThat(view.recall(0)).isEqualTo(0.8);
        assertThat(view.recall(1)).isNaN();
        assertThat(view.recall(2)).isEqualTo(0.25);
        assertThat(view.precision(0)).isEqualTo(8.0 / 11);
        assertThat(view.precision(2)).isEqualTo(1.0 / 3);
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        assertThat(surface.texts())
                .contains("Accuracy 64.3\u2009% (9 of 14)", "8", "3", "80\u2009%", "75\u2009%")
                .contains("80", "\u2013", "25", "73", "33", "true class", "predicted class");
        assertThat(view.spoken(TEXTS))
                .isEqualTo(
                        "Confusion matrix after round 7: accuracy 64.3\u2009%, 9 of 14 test"
                                + " examples; lowest recall 25.0\u2009%, for 2; most frequent"
                                + " error: 2 taken for 0, 3 times.");
        assertThat(view.tell(TEXTS, 2))
                .isEqualTo("2 of 10 examples of 0 were taken for 2: 20.0\u2009%");
    }

    @Test
    void aCellHasTheColourOfItsShareAndIsFoundWhereItIsPainted() {
        ConfusionView view = confusion();
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        List<Op> cells = surface.of("rect").subList(0, 9);
        assertThat(cells.get(0).color()).isEqualTo(Theme.LIGHT.viridis(0.8));
        assertThat(cells.get(2).color()).isEqualTo(Theme.LIGHT.viridis(0.2));
        assertThat(cells.get(1).color()).isEqualTo(Theme.LIGHT.color("sunken"));
        for (int i = 0; i < 9; i++) {
            double[] box = cells.get(i).box();
            double x = (box[0] + box[2]) / 2;
            double y = (box[1] + box[3]) / 2;
            assertThat(ConfusionPainter.classesAt(LOOK, view, x, y))
                    .isEqualTo(new ClassPair(i / 3, i % 3));
        }
        assertThat(ConfusionPainter.classesAt(LOOK, view, 1, 1)).isEqualTo(ClassPair.NONE);
        double row = (cells.get(3).box()[1] + cells.get(3).box()[3]) / 2;
        assertThat(ConfusionPainter.classesAt(LOOK, view, 1, row)).isEqualTo(ClassPair.of(1));
        assertThat(PictureTables.confusion(view).rows().get(2)).containsExactly("0", "2", 2, 0.2);
    }

    @Test
    void thePointedRowAndColumnAreFramedAndTheirNamesStrong() {
        ConfusionView plain = confusion();
        ConfusionView view = plain.pointedAt(new ClassPair(2, 0));
        assertThat(view.caption(TEXTS)).isEqualTo(view.tell(TEXTS, 6)).startsWith("3 of 4");
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        RecordingSurface without = new RecordingSurface();
        ConfusionPainter.paint(without, LOOK, plain);
        int frames = surface.ops.size() - without.ops.size();
        assertThat(frames).as("row, column and cell, each with an edge set off").isEqualTo(6);
        assertThat(plain.pointedAt(ClassPair.of(3)))
                .as("there is no fourth class")
                .isEqualTo(plain);
    }

    @Test
    void classesAreWalkedThroughInACircle() {
        assertThat(ClassPair.NONE.moved(1, 3)).isEqualTo(ClassPair.of(0));
        assertThat(ClassPair.NONE.moved(-1, 3)).isEqualTo(ClassPair.of(2));
        assertThat(new ClassPair(2, 0).moved(1, 3)).isEqualTo(ClassPair.of(0));
        assertThat(ClassPair.of(0).moved(-1, 3)).isEqualTo(ClassPair.of(2));
    }

    @Test
    void onPaperTheFullShareIsTheDarkestCell() {
        RecordingSurface surface = new RecordingSurface();
        PictureLook paper = new PictureLook(Theme.PRINT, TEXTS, 380, 300, 1);
        ConfusionPainter.paint(surface, paper, confusion());
        int full = surface.of("rect").get(0).color() & 0xFF;
        int little = surface.of("rect").get(2).color() & 0xFF;
        assertThat(full).isLessThan(little);
    }

    @Test
    void sixtyFourClassesHaveNoNumbersButAllTheirColours() {
        int[] counts = new int[64 * 64];
        for (int c = 0; c < 64; c++) {
            counts[65 * c] = 5;
        }
        ConfusionView view = ConfusionView.of(step(counts), info(3, 64));
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        assertThat(surface.of("image").stream().filter(o -> o.values()[0] == 64)).hasSize(1);
        assertThat(surface.texts()).doesNotContain("5\u2009%", "100");
        assertThat(view.spoken(TEXTS)).endsWith("no errors.");
        inside(surface, LOOK);
    }

    @Test
    void longClassNamesAreShortenedOnThePictureAndSpokenInFull() {
        List<String> names =
                List.of("an uncommonly long name of a class", "another name longer still", "c");
        ConfusionView view = ConfusionView.of(step(1, 2, 0, 0, 3, 0, 0, 0, 4), named(names));
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        assertThat(surface.texts()).noneMatch(t -> t.contains(names.get(0)));
        assertThat(view.spoken(TEXTS)).contains(names.get(0), names.get(1));
        inside(surface, LOOK);
    }

    private static RunInfo named(List<String> classes) {
        RunInfo info = info(3, classes.size());
        Dataset data = info.dataset();
        Dataset renamed =
                new Dataset(
                        data.id(),
                        data.title(),
                        data.task(),
                        data.targetName(),
                        data.featureNames(),
                        classes,
                        data.examples(),
                        data.groups(),
                        data.groupNames(),
                        data.image(),
                        data.notes());
        return new RunInfo(
                info.experiment(),
                renamed,
                info.clients(),
                info.layout(),
                info.metrics(),
                info.segments(),
                info.notes(),
                info.trainExamples(),
                info.testExamples(),
                info.estimatedBytes());
    }

    @Test
    void withoutAMatrixThePictureSaysWhy() {
        ConfusionView view = ConfusionView.of(step(), info(3, 1));
        RecordingSurface surface = new RecordingSurface();
        ConfusionPainter.paint(surface, LOOK, view);
        assertThat(surface.texts()).hasSize(1);
        assertThat(ConfusionPainter.classesAt(LOOK, view, 100, 100)).isEqualTo(ClassPair.NONE);
    }

    // ---- cosines ----

    private static CosineView cosines(int selected, int hovered) {
        double[] values = {1, 0.5, -0.25, 0.5, 1, NONE, -0.25, NONE, 1};
        UpdateCosines cosines =
                new UpdateCosines(4, Source.RECEIVED, new int[] {0, 2, 5}, values, 3, 0.125, true);
        return new CosineView(cosines, info(6, 3), selected, hovered);
    }

    @Test
    void cosinesAreWrittenAndColouredSymmetricallyAboutZero() {
        CosineView view = cosines(-1, -1);
        RecordingSurface surface = new RecordingSurface();
        CosinePainter.paint(surface, LOOK, view);
        assertThat(surface.texts())
                .contains("Mean cosine 0.13 (3 updates)", ".50", "\u2212.25", "C1", "C3", "C6");
        List<Op> cells = surface.of("rect");
        assertThat(cells.get(1).color()).isEqualTo(Theme.LIGHT.diverging(0.5));
        assertThat(cells.get(3).color()).isEqualTo(Theme.LIGHT.diverging(0.5));
        assertThat(cells.get(2).color()).isEqualTo(Theme.LIGHT.diverging(-0.25));
        assertThat(cells.get(5).color()).isEqualTo(Theme.LIGHT.color("sunken"));
        assertThat(view.spoken(TEXTS))
                .isEqualTo(
                        "Cosines between the 3 updates of round 4: mean 0.13, lowest \u22120.25"
                                + " (C1 and C6), highest 0.50 (C1 and C3).");
        assertThat(view.caption(TEXTS))
                .isEqualTo("Updates of round 4 as the server received them.");
    }

    @Test
    void theClientOfARowOrColumnIsFoundWhereItIsPainted() {
        CosineView view = cosines(-1, -1);
        RecordingSurface surface = new RecordingSurface();
        CosinePainter.paint(surface, LOOK, view);
        int[] clients = {0, 2, 5};
        for (int i = 0; i < 9; i++) {
            double[] box = surface.of("rect").get(i).box();
            double x = (box[0] + box[2]) / 2;
            double y = (box[1] + box[3]) / 2;
            assertThat(CosinePainter.clientAt(LOOK, view, x, y)).isEqualTo(clients[i / 3]);
            assertThat(CosinePainter.cellAt(LOOK, view, x, y)).isEqualTo(i);
            double head = surface.of("rect").getFirst().box()[1] - 6;
            assertThat(CosinePainter.clientAt(LOOK, view, x, head)).isEqualTo(clients[i % 3]);
        }
        assertThat(CosinePainter.clientAt(LOOK, view, 5, 2)).isEqualTo(-1);
        assertThat(view.tell(TEXTS, 2)).isEqualTo("C1 and C6: cosine \u22120.25");
    }

    @Test
    void rowsAndColumnsOfSelectedAndPointedAtClientsAreFramed() {
        RecordingSurface plain = new RecordingSurface();
        CosinePainter.paint(plain, LOOK, cosines(-1, -1));
        RecordingSurface framed = new RecordingSurface();
        CosinePainter.paint(framed, LOOK, cosines(2, 5));
        // A frame and what sets it off, for a row and a column, of two clients.
        assertThat(framed.of("frame")).hasSize(plain.of("frame").size() + 8);
        assertThat(cosinesTable().get(0)).containsExactly("C1", "C3", 0.5);
    }

    private static List<List<Object>> cosinesTable() {
        CosineView view = cosines(-1, -1);
        return PictureTables.cosines(view.cosines(), view.info()).rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 60, 200})
    void cosinesOfAnyNumberOfUpdatesStayInTheirPicture(int n) {
        double[] values = new double[n * n];
        int[] clients = new int[n];
        Arrays.setAll(clients, i -> i);
        UpdateCosines cosines = new UpdateCosines(1, Source.RECEIVED, clients, values, n, 0, true);
        for (PictureLook look : looks()) {
            RecordingSurface surface = new RecordingSurface();
            CosineView view = new CosineView(cosines, info(n, 3), 0, n - 1);
            CosinePainter.paint(surface, look, view);
            inside(surface, look);
        }
    }

    @Test
    void updatesThatAreNotThereAreAccountedFor() {
        int[] nobody = {};
        UpdateCosines none =
                new UpdateCosines(0, Source.RECEIVED, nobody, new double[0], 0, NONE, true);
        UpdateCosines large =
                new UpdateCosines(3, Source.RECEIVED, nobody, new double[0], 9, NONE, false);
        RunInfo info = info(3, 3);
        assertThat(new CosineView(none, info, -1, -1).spoken(TEXTS))
                .isEqualTo("No update arrived in round 0.");
        CosineView view = new CosineView(large, info, -1, -1);
        assertThat(view.spoken(TEXTS)).isEqualTo("The cohort is too large to keep its updates.");
        assertThat(CosinePainter.clientAt(LOOK, view, 100, 100)).isEqualTo(-1);
    }

    // ---- scores ----

    private static ScoresView scores(boolean higher, double[] global, double[] local) {
        int[] examples = new int[global.length];
        Arrays.fill(examples, 10);
        ClientSummary summary = ClientSummary.of(global, examples, higher);
        ClientScoresAt scores = new ClientScoresAt(5, higher, global, local, summary);
        return ScoresView.of(scores, info(global.length, higher ? 3 : 1), -1, -1);
    }

    @Test
    void clientsStandFromTheWorstToTheBestWithTheirSummary() {
        double[] local = {NONE, 1, NONE, NONE, 0.5};
        ScoresView view = scores(true, new double[] {0.9, 0.5, NONE, 0.7, 0.5}, local);
        assertThat(view.order()).containsExactly(1, 4, 3, 0);
        RecordingSurface surface = new RecordingSurface();
        ScoresPainter.paint(surface, LOOK, view);
        assertThat(surface.texts())
                .contains("65.0\u2009%", "\u00b1\u200916.6\u2009%", "worst tenth 50.0\u2009%");
        assertThat(view.spoken(TEXTS))
                .isEqualTo(
                        "Test accuracy of 4 clients after round 5: mean 65.0\u2009%, worst tenth"
                                + " 50.0\u2009%, standard deviation 16.6\u2009%; lowest C2 with"
                                + " 50.0\u2009%, highest C1 with 90.0\u2009%.");
        assertThat(view.caption(TEXTS)).endsWith("Without test data: 1.");
        assertThat(view.tell(TEXTS, 4))
                .isEqualTo("C5: 50.0\u2009%, own model after local steps 50.0\u2009%");
        assertThat(PictureTables.scores(view.scores(), view.info()).rows().get(1))
                .containsExactly("C2", 0.5, 1.0);
    }

    @Test
    void theWorstLossIsTheHighestAndAnInfiniteOneStaysOnTheEdge() {
        double[] none = {NONE, NONE, NONE};
        ScoresView view = scores(false, new double[] {0.2, Double.POSITIVE_INFINITY, 1.1}, none);
        assertThat(view.order()).containsExactly(1, 2, 0);
        RecordingSurface surface = new RecordingSurface();
        ScoresPainter.paint(surface, LOOK, view);
        inside(surface, LOOK);
        assertThat(surface.texts()).contains("1.20", "0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 60, 1000})
    void everyClientIsFoundAtItsDisc(int clients) {
        double[] global = new double[clients];
        double[] local = new double[clients];
        Arrays.setAll(global, k -> (k * 37 % clients) / (double) clients);
        Arrays.setAll(local, k -> k % 2 == 0 ? NONE : 0.5);
        for (PictureLook look : looks()) {
            ScoresView view = scores(true, global, local);
            RecordingSurface surface = new RecordingSurface();
            ScoresPainter.paint(surface, look, view);
            inside(surface, look);
            int ink = look.color("ink3");
            List<Op> discs =
                    surface.of("disc").stream()
                            .filter(o -> o.color() != look.color("surface"))
                            .filter(o -> clients <= 36 || o.color() == ink)
                            .toList();
            // The legend's disc comes first where clients have colours of their own.
            int from = discs.size() - clients;
            assertThat(from).isBetween(0, 1);
            for (int i = 0; i < clients; i++) {
                double[] v = discs.get(from + i).values();
                assertThat(ScoresPainter.clientAt(look, view, v[0], v[1]))
                        .isEqualTo(view.order()[i]);
            }
        }
    }

    // ---- all ----

    private static List<PictureLook> looks() {
        return List.of(
                LOOK,
                new PictureLook(Theme.DARK, TEXTS, 720, 480, 1),
                new PictureLook(Theme.PRINT, new Texts(Locale.SIMPLIFIED_CHINESE), 300, 170, 1));
    }

    private static void inside(RecordingSurface surface, PictureLook look) {
        assertThat(surface.ops).isNotEmpty();
        for (Op op : surface.ops) {
            double[] box = op.box();
            assertThat(box[0]).as(op.toString()).isGreaterThan(-4);
            assertThat(box[1]).as(op.toString()).isGreaterThan(-4);
            assertThat(box[2]).as(op.toString()).isLessThan(look.width() + 4);
            assertThat(box[3]).as(op.toString()).isLessThan(look.height() + 4);
        }
    }
}
