package org.fedarium.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SliderScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0.0001, 100, true, false, false",
        "0.01, 1000, true, false, true",
        "1, 1000, true, true, false",
        "0, 1, false, false, false",
        "0, 40, false, true, false"
    })
    void everyPositionGivesAValueThatStaysWhenShown(
            double min, double max, boolean log, boolean whole, boolean reverse) {
        SliderScale scale = new SliderScale(min, max, log, whole, reverse);
        for (int i = 0; i <= 200; i++) {
            double value = scale.value(i / 200.0);
            assertThat(value).isBetween(min, max);
            assertThat(scale.value(scale.position(value))).isCloseTo(value, within(1e-12 * max));
            assertThat(ValueText.write(whole ? (Object) (long) value : value).length())
                    .isLessThanOrEqualTo(7);
        }
    }

    @Test
    void aStepAlwaysMovesWholeNumbers() {
        SliderScale scale = new SliderScale(1, 1000, true, true, false);
        assertThat(scale.step(1, 1)).isEqualTo(2);
        assertThat(scale.step(2, -1)).isEqualTo(1);
        assertThat(scale.step(1, -1)).isEqualTo(1);
        assertThat(scale.step(1000, 1)).isEqualTo(1000);
    }

    @Test
    void captionsAreFewAndEvenlySpread() {
        assertThat(new SliderScale(0.0001, 100, true, false, false).decades())
                .containsExactly(0.0001, 0.01, 1.0, 100.0);
        assertThat(new SliderScale(1, 1000, true, true, false).decades())
                .containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(new SliderScale(0.02, 3, true, false, false).decades()).isEmpty();
    }
}
