package org.fedarium.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.fedarium.ui.support.FxToolkit;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The checker sees what it is for, and nothing in a window that is in order.
final class BoundsTest {
    private static final String LONG = "A sentence that needs far more room than it is given";

    private static List<String> faults(Region root, Bounds bounds) {
        return FxToolkit.call(
                () -> {
                    Scene scene = new Scene(root, 200, 100);
                    root.applyCss();
                    root.layout();
                    return bounds.faults(scene.getRoot());
                });
    }

    private static Label label(String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        return label;
    }

    @Test
    void wordsCutShortAreFoundUnlessATooltipSaysThem() {
        FxToolkit.start();
        Label cut = FxToolkit.call(() -> label("cut", LONG));
        assertThat(faults(FxToolkit.call(() -> new HBox(cut)), new Bounds()))
                .singleElement()
                .asString()
                .contains("#cut")
                .contains("cut to \"A sentence");
        Label told = FxToolkit.call(() -> label("told", LONG));
        FxToolkit.run(() -> told.setTooltip(new Tooltip(LONG)));
        assertThat(faults(FxToolkit.call(() -> new HBox(told)), new Bounds())).isEmpty();
        Label excused = FxToolkit.call(() -> label("excused", LONG));
        assertThat(
                        faults(
                                FxToolkit.call(() -> new HBox(excused)),
                                new Bounds().except("excused", "only for this test")))
                .isEmpty();
    }

    @Test
    void nodesBeyondTheirParentAndOverTheirNeighboursAreFound() {
        Pane pane =
                FxToolkit.call(
                        () -> {
                            Button a = new Button("a");
                            a.setId("a");
                            Button b = new Button("b");
                            b.setId("b");
                            b.relocate(10, 5);
                            Button c = new Button("c");
                            c.setId("c");
                            c.relocate(190, 60);
                            return new Pane(a, b, c);
                        });
        assertThat(faults(pane, new Bounds()))
                .hasSize(2)
                .anySatisfy(f -> assertThat(f).startsWith("#b").contains("over #a"))
                .anySatisfy(f -> assertThat(f).startsWith("#c").contains("outside"));
    }

    @Test
    void listsThatScrollSidewaysAndFieldsTooNarrowAreFound() {
        HBox box =
                FxToolkit.call(
                        () -> {
                            Region wide = new Region();
                            wide.setMinWidth(500);
                            ScrollPane list = new ScrollPane(wide);
                            list.setId("list");
                            list.setPrefWidth(120);
                            TextField field = new TextField("123456789012345");
                            field.setId("field");
                            field.setMaxWidth(60);
                            return new HBox(list, field);
                        });
        assertThat(faults(box, new Bounds()))
                .anySatisfy(f -> assertThat(f).contains("#list").contains("scrolls sideways"))
                .anySatisfy(f -> assertThat(f).contains("#field").contains("wider than its field"));
    }

    @Test
    void aTidyRowHasNoFaults() {
        HBox row = FxToolkit.call(() -> new HBox(8, new Label("Rate"), new Button("Go")));
        assertThat(faults(row, new Bounds())).isEmpty();
    }
}
