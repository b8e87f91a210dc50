package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

import org.junit.jupiter.api.Test;

final class ViewportsTest {
    @Test
    void aScrollPaneKeepsNoPictureOfItsContent() {
        FxToolkit.run(
                () -> {
                    ScrollPane usual = shown(new ScrollPane(new Label("text")));
                    ScrollPane direct = new ScrollPane(new Label("text"));
                    Viewports.drawDirectly(direct);
                    shown(direct);
                    assertThat(usual.lookup(".viewport").isCache()).isTrue();
                    assertThat(direct.lookup(".viewport").isCache()).isFalse();
                });
    }

    private static ScrollPane shown(ScrollPane pane) {
        new Scene(pane);
        pane.applyCss();
        return pane;
    }
}
