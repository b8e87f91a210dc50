package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.privacy.MaskRing;
import org.fedarium.privacy.MaskedColumn;
import org.fedarium.privacy.Quantiser;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.AggregationTrace.Combined;
import org.fedarium.simulation.AggregationTrace.Member;
import org.fedarium.simulation.AggregationTrace.Move;
import org.fedarium.simulation.ClientReports.Status;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines below a table of masks are sums that a reader can do again with a calculator.
final class MaskedFootTest {
    private static final long RING = 1L << 28;

    /// Two clients with 600 and 838 examples; their masks with each other cancel.
    private static MaskedColumn column() {
        long[] encoded = {600 * 32_000L, 838 * 32_767L};
        long[] own = {107_824_617, 185_740_767};
        long[] pairs = {148_353_651, RING - 148_353_651};
        long[] masked = new long[2];
        for (int k = 0; k < 2; k++) {
            masked[k] = (encoded[k] + own[k] + pairs[k]) % RING;
        }
        long sum = encoded[0] + encoded[1];
        double mean = sum * (8.0 / 65_534) / 1438 - 4;
        return new MaskedColumn(
                new MaskRing(28),
                new Quantiser(4, 65_534),
                encoded,
                own,
                pairs,
                masked,
                sum,
                1438,
                mean);
    }

    private static String foot(MaskedColumn column) {
        List<Member> members =
                List.of(
                        new Member(0, 600, Status.COUNTED, 1, 1, 0),
                        new Member(1, 838, Status.COUNTED, 1, 1, 0));
        double mean = column.mean();
        AggregationTrace trace =
                new AggregationTrace(
                        4,
                        0,
                        false,
                        members,
                        new int[] {0, 1},
                        null,
                        column,
                        new Combined(mean, 1, 0, mean),
                        new Move(1, 1 + mean, 1, List.of(), List.of(), false));
        StageView stage =
                StageView.of(
                        SampleTimeline.of(6, 3, 5, 1, false),
                        new Playhead(4, Phase.AGGREGATE, 0.5),
                        Theme.LIGHT,
                        new Texts(Locale.ENGLISH),
                        690,
                        600);
        return ArithmeticPainter.result(new ArithmeticView(stage, trace, 660, 600, 0));
    }

    @Test
    void theDecodedMeanFollowsFromTheNumbersShown() {
        MaskedColumn column = column();
        Matcher line =
                Pattern.compile(
                                "= ([0-9\u2009]+) × ([0-9.]+) / ([0-9\u2009]+) / ([0-9\u2009]+)"
                                        + " − ([0-9.]+) = ([−0-9.]+)")
                        .matcher(foot(column));
        assertThat(line.find()).as(foot(column)).isTrue();
        double shown = number(line.group(6));
        double again =
                number(line.group(1))
                                * number(line.group(2))
                                / number(line.group(3))
                                / number(line.group(4))
                        - number(line.group(5));
        assertThat(shown).isCloseTo(column.mean(), within(5e-7));
        assertThat(again).isCloseTo(shown, within(5e-7));
    }

    @Test
    void masksWithOthersAddUpToNothing() {
        assertThat(foot(column())).contains("Σ = 0 mod 2^28");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("\u2009", "").replace('−', '-'));
    }
}
