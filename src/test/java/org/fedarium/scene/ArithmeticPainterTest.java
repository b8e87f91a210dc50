package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.aggregation.Aggregators;
import org.fedarium.aggregation.Arithmetic;
import org.fedarium.aggregation.Received;
import org.fedarium.catalog.Values;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.math.NamedVectors;
import org.fedarium.scene.ArithmeticTable.Row;
import org.fedarium.scene.ArithmeticTable.State;
import org.fedarium.scene.RecordingSurface.Op;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.AggregationTrace.Combined;
import org.fedarium.simulation.AggregationTrace.Member;
import org.fedarium.simulation.AggregationTrace.Move;
import org.fedarium.simulation.ClientReports.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

final class ArithmeticPainterTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);
    // The last client of six is late.
    private static final double[] UPDATES = {0.5, -0.25, 0.125, 4, 0.25};

    private static ArithmeticView view(String rule, Playhead playhead, double height) {
        SampleTimeline timeline = SampleTimeline.of(6, 3, 5, 1, false);
        StageView stage = StageView.of(timeline, playhead, Theme.LIGHT, ENGLISH, 690, 600);
        return new ArithmeticView(stage, trace(rule, 4), 660, height, 0);
    }

    private static AggregationTrace trace(String rule, int step) {
        var entry = Aggregators.ALL.find(rule);
        int n = UPDATES.length;
        double[][] x = new double[n][];
        int[] examples = new int[n];
        int[] arrived = new int[n];
        List<Member> members = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            x[k] = new double[] {UPDATES[k]};
            examples[k] = 20;
            arrived[k] = k;
            members.add(new Member(k, 20, Status.COUNTED, 1, 1 + UPDATES[k], UPDATES[k]));
        }
        members.add(new Member(n, 20, Status.LATE, 1, Double.NaN, Double.NaN));
        Values values = Values.defaults(entry.describe());
        Arithmetic a = entry.explain(Received.of(x, examples, new NamedVectors[0], 0), values);
        double delta = a.recombine();
        return new AggregationTrace(
                step,
                0,
                false,
                members,
                arrived,
                a,
                null,
                new Combined(delta, 1, 0, delta),
                new Move(1, 1 + delta, 1, List.of(), List.of(), false));
    }

    private static Playhead aggregating() {
        return new Playhead(4, Phase.AGGREGATE, 0.5);
    }

    private static List<String> texts(ArithmeticView view) {
        RecordingSurface surface = new RecordingSurface();
        ArithmeticPainter.paint(surface, view);
        return surface.ops.stream().filter(o -> o.kind().equals("text")).map(Op::text).toList();
    }

    @Test
    void theMeanShowsEveryTermAndTheirSum() {
        ArithmeticView view = view("weighted-mean", aggregating(), 600);
        List<Row> rows = ArithmeticPainter.table(view).rows();
        assertThat(rows.getFirst().cells()).containsExactly("0.5000", "0.20000", "0.10000");
        assertThat(rows.get(5).state()).isEqualTo(State.MISSING);
        assertThat(ArithmeticPainter.result(view)).contains("= 0.92500").contains("= 1.92500");
        assertThat(texts(view)).contains("C1", "0.10000", "C6", "past the deadline");
    }

    @Test
    void theMedianShowsSortedValuesAndTheMiddle() {
        ArithmeticView view = view("median", aggregating(), 600);
        List<Row> rows = ArithmeticPainter.table(view).rows();
        assertThat(rows.stream().map(Row::client)).containsExactly(1, 2, 4, 0, 3, 5);
        assertThat(rows.stream().filter(r -> r.state() == State.USED).map(Row::client))
                .containsExactly(4);
        assertThat(ArithmeticPainter.result(view)).contains("middle of 5").contains("= 0.25000");
    }

    @Test
    void krumShowsScoresAndTheWinner() {
        ArithmeticView view = view("krum", aggregating(), 600);
        assertThat(ArithmeticPainter.table(view).heads()).contains("Score");
        assertThat(ArithmeticPainter.result(view)).contains("C5 has the lowest score");
    }

    @Test
    void nothingIsCombinedWhileUpdatesArrive() {
        ArithmeticView view = view("weighted-mean", new Playhead(4, Phase.UPLOAD, 0.2), 600);
        assertThat(ArithmeticPainter.result(view)).contains("still arriving");
        assertThat(ArithmeticPainter.table(view).rows().stream().map(Row::state))
                .contains(State.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT, 3",
        "BROADCAST, 3",
        "TRAIN, 3",
        "UPLOAD, 4",
        "AGGREGATE, 4",
        "EVALUATE, 4"
    })
    void theRoundShownIsTheLastOneWhoseUploadHasBegun(Phase phase, int round) {
        assertThat(ArithmeticView.round(new Playhead(4, phase, 0.5))).isEqualTo(round);
    }

    @Test
    void aTraceOfAnotherRoundIsNotShown() {
        ArithmeticView view = view("weighted-mean", new Playhead(4, Phase.TRAIN, 0.5), 600);
        assertThat(ArithmeticPainter.table(view).rows()).isEmpty();
        assertThat(texts(view)).containsExactly("Recomputing the round …");
    }

    static Stream<String> rules() {
        return Aggregators.ALL.entries().stream()
                .map(a -> a.describe().id())
                // Bulyan needs seven updates.
                .filter(id -> !id.equals("bulyan"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleStaysInsideItsPanel(String rule) {
        for (double height : new double[] {200, 320, 600}) {
            ArithmeticView view = view(rule, aggregating(), height);
            RecordingSurface surface = new RecordingSurface();
            ArithmeticPainter.paint(surface, view);
            for (Op op : surface.ops) {
                if (op.kind().equals("text") && op.box() != null) {
                    assertThat(op.box()[0]).as(op.text()).isGreaterThanOrEqualTo(0);
                    assertThat(op.box()[2]).as(op.text()).isLessThanOrEqualTo(660);
                }
            }
        }
    }

    @Test
    void rowsThatDoNotFitScrollIntoSight() {
        ArithmeticView low = view("weighted-mean", aggregating(), 200);
        assertThat(ArithmeticPainter.hidden(low)).isPositive();
        assertThat(ArithmeticPainter.hidden(view("weighted-mean", aggregating(), 600))).isZero();
        double scroll = ArithmeticPainter.scrollTo(low, 5, 0);
        ArithmeticView moved = new ArithmeticView(low.stage(), low.trace(), 660, 200, scroll);
        assertThat(texts(moved)).contains("C6");
        assertThat(ArithmeticPainter.clientAt(moved, 200 - 60 - 20)).isBetween(3, 5);
    }

    @Test
    void numbersOfAColumnHaveTheSamePlacesAndNoNegativeZero() {
        Decimals d = Decimals.of(0.25, -12.5);
        assertThat(d.text(0.25)).isEqualTo("0.250");
        assertThat(d.text(-12.5)).isEqualTo("−12.500");
        assertThat(d.text(-1e-9)).isEqualTo("0.000");
        assertThat(d.added(-1)).isEqualTo(" − 1.000");
        assertThat(Decimals.of(3e-12).text(3e-12)).isEqualTo("3.0000e−12");
    }

    @Test
    void aRoundThatCouldNotBeRecomputedSaysSo() {
        StageView stage = view("weighted-mean", Playhead.endOf(4), 400).stage();
        ArithmeticView waiting = new ArithmeticView(stage, null, 660, 400, 0);
        ArithmeticView failed = new ArithmeticView(stage, null, true, 660, 400, 0);
        assertThat(ArithmeticPainter.result(waiting)).isEqualTo(waiting.text("computing"));
        RecordingSurface surface = new RecordingSurface();
        ArithmeticPainter.paint(surface, failed);
        assertThat(surface.texts()).containsExactly(failed.text("failed"));
    }
}
