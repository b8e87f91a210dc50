package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.ui.support.Access.Stillness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessTest {
    @ParameterizedTest
    @CsvSource({
        "true, false, STILL", "false, true, MOVING",
        "true, true, AS_DESKTOP", "false, false, AS_DESKTOP"
    })
    void aChoiceAgainstTheDesktopStaysAndOneThatAgreesFollowsIt(
            boolean reduced, boolean desktop, Stillness kept) {
        Access access = Access.USUAL.withReducedMotion(reduced, desktop);
        assertThat(access.stillness()).isEqualTo(kept);
        assertThat(access.reducedMotion(desktop)).isEqualTo(reduced);
        assertThat(access.reducedMotion(!desktop))
                .isEqualTo(kept == Stillness.AS_DESKTOP ? !desktop : reduced);
        assertThat(access.letterKeys()).isTrue();
    }
}
