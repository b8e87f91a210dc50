package org.fedarium.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementaryTest {
    @Test
    void expIsWithin1e15OfStrictMath() {
        double worst = 0;
        for (double x = -707.9; x < 708.9; x += 0.00137) {
            double exact = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Elementary.exp(x) - exact) / exact);
        }
        for (double x = -1; x < 1; x += 1.7e-6) {
            double exact = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Elementary.exp(x) - exact) / exact);
        }
        assertThat(worst).isLessThan(1e-15);
    }

    @Test
    void expHandlesSpecialValues() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-0.0)).isEqualTo(1);
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(-746)).isZero();
        assertThat(Elementary.exp(-740)).isEqualTo(StrictMath.exp(-740));
        assertThat(Elementary.exp(Double.MIN_VALUE)).isEqualTo(1);
    }
}
