package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextShapingTest {
    @Test
    void twoLayoutsNeverGetTheSameShaper() throws Exception {
        FxToolkit.start();
        FxToolkit.run(TextShaping::separate);
        var next = Class.forName("com.sun.javafx.text.GlyphLayoutManager").getMethod("getInstance");
        assertThat(FxToolkit.call(() -> next.invoke(null)))
                .isNotSameAs(FxToolkit.call(() -> next.invoke(null)));
    }
}
