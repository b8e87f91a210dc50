package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.fedarium.chart.ChartData;
import org.fedarium.chart.Series;
import org.fedarium.scene.ClassPair;
import org.fedarium.support.LabRuns;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.io.IOException;

/// A class pointed at in one view is marked in the others.
final class ClassLinkTest {
    private static OpenLab open() {
        OpenLab lab = OpenLab.of(LabRuns.scenario("digits-20-phones"));
        lab.goTo(3);
        return lab;
    }

    private static void show(OpenLab lab, String face) {
        FxToolkit.run(() -> lab.window.showPlot(face));
        lab.robot.settle();
        FxToolkit.await(face, () -> lab.window.isCurrent());
    }

    private static ClassPair pointed(OpenLab lab) {
        lab.robot.settle();
        return FxToolkit.call(() -> lab.model.hoveredClass().get());
    }

    private static void moveTo(OpenLab lab, String id, double x, double y) {
        Node node = lab.robot.find(id, Node.class);
        Point2D at =
                FxToolkit.call(
                        () ->
                                node.localToScreen(
                                        x * node.getLayoutBounds().getWidth(),
                                        y * node.getLayoutBounds().getHeight()));
        new FxRobot().moveTo(at);
        lab.robot.settle();
    }

    /// The confusion matrix's tile, by the node of its picture.
    private static String picture(OpenLab lab) {
        return PlotKinds.ALL.stream()
                .filter(k -> k.faces().stream().anyMatch(f -> f.id().equals("confusion")))
                .map(k -> "picture-" + k.id())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCellOfTheMatrixPointsAtItsClassesAndSaysItsNumberBelow() throws IOException {
        try (OpenLab lab = open()) {
            show(lab, "confusion");
            moveTo(lab, picture(lab), 0.5, 0.5);
            ClassPair pair = pointed(lab);
            assertThat(pair.isNone()).isFalse();
            String id = picture(lab).replace("picture-", "tile-");
            Node tile = lab.robot.find(id, Node.class);
            String caption =
                    FxToolkit.call(
                            () ->
                                    tile.lookupAll(".label").stream()
                                            .map(n -> ((Label) n).getText())
                                            .filter(t -> t != null && t.contains("taken for"))
                                            .findFirst()
                                            .orElse(""));
            assertThat(caption).contains("examples of " + pair.truth());
            lab.robot.snapshot("class-link-matrix");
            moveTo(lab, "skew-preview", -0.1, -0.2);
            assertThat(pointed(lab)).isEqualTo(ClassPair.NONE);
        }
    }

    @Test
    void upAndDownWalkThroughTheClassesOfTheFocusedMatrix() {
        try (OpenLab lab = open()) {
            show(lab, "confusion");
            Node matrix = lab.robot.find(picture(lab), Node.class);
            FxToolkit.run(matrix::requestFocus);
            lab.robot.press(KeyCode.DOWN);
            assertThat(pointed(lab)).isEqualTo(ClassPair.of(0));
            lab.robot.press(KeyCode.DOWN);
            assertThat(pointed(lab)).isEqualTo(ClassPair.of(1));
            lab.robot.press(KeyCode.UP);
            lab.robot.press(KeyCode.UP);
            assertThat(pointed(lab)).isEqualTo(ClassPair.of(9));
            lab.robot.press(KeyCode.ESCAPE);
            assertThat(pointed(lab)).isEqualTo(ClassPair.NONE);
        }
    }

    @Test
    void aPartOfAColumnPointsAtItsClassWhoseRecallIsThenThick() throws IOException {
        try (OpenLab lab = open()) {
            show(lab, "classes");
            FxToolkit.await("the preview", () -> lab.robot.exists("skew-preview"));
            ClassPair pair = ClassPair.NONE;
            for (double y = 0.55; y > 0.1 && pair.isNone(); y -= 0.05) {
                moveTo(lab, "skew-preview", 0.52, y);
                pair = pointed(lab);
            }
            assertThat(pair.isNone()).isFalse();
            String part = "class." + pair.truth();
            ChartHost host =
                    PlotKinds.ALL.stream()
                            .filter(k -> k.faces().stream().anyMatch(f -> f.id().equals("classes")))
                            .map(k -> lab.robot.find("plot-" + k.id(), ChartHost.class))
                            .findFirst()
                            .orElseThrow();
            FxToolkit.await(
                    "the line of the class",
                    () -> {
                        ChartData data = host.data();
                        return data != null
                                && data.series().stream()
                                        .anyMatch(s -> s.strong() && s.id().equals(part));
                    });
            assertThat(host.data().series())
                    .filteredOn(Series::strong)
                    .extracting(Series::id)
                    .containsExactly(part);
            lab.robot.snapshot("class-link-skew");
        }
    }
}
