package org.fedarium.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.scene.ClientTable;
import org.fedarium.simulation.ClientReports;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.fedarium.ui.support.PlotSetup;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

class PlotBoardTest {
    private static final Experiment DIGITS = Scenarios.all().getFirst().experiment();

    private static void fire(OpenLab lab, String menu, String item) {
        FxToolkit.run(
                () -> {
                    MenuButton button = lab.robot.find(menu, MenuButton.class);
                    if (button.getOnShowing() != null) {
                        button.getOnShowing().handle(null);
                    }
                    MenuItem found =
                            button.getItems().stream()
                                    .filter(i -> item.equals(i.getId()))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(found.isDisable()).isFalse();
                    found.fire();
                });
        lab.robot.settle();
    }

    private static List<String> kinds(OpenLab lab) {
        return FxToolkit.call(
                () ->
                        lab.model.preferences().plots().get().tiles().stream()
                                .map(PlotSetup.Tile::kind)
                                .toList());
    }

    @Test
    void plotsAreAddedMovedAndRemovedAndTheArrangementIsKept() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(4);
            fire(lab, "plot-add", "plot-add-metric");
            assertThat(kinds(lab)).containsExactly("loss", "metric", "parameters", "metric");
            assertThat(lab.robot.exists("tile-metric-2")).isTrue();
            lab.picture("plots-four");
            fire(lab, "metric-2-menu", "metric-2-up");
            fire(lab, "metric-2-menu", "metric-2-up");
            fire(lab, "loss-menu", "loss-remove");
            assertThat(kinds(lab)).containsExactly("metric", "metric", "parameters");
            assertThat(lab.robot.exists("plot-loss")).isFalse();
            FxToolkit.run(() -> lab.model.preferences().locale().set(Locale.SIMPLIFIED_CHINESE));
            lab.robot.settle();
            assertThat(kinds(lab)).containsExactly("metric", "metric", "parameters");
            assertThat(lab.robot.exists("tile-metric-2")).isTrue();
            fire(lab, "plot-add", "plot-reset");
            assertThat(FxToolkit.call(() -> lab.model.preferences().plots().get()))
                    .isEqualTo(PlotSetup.INITIAL);
        }
    }

    @Test
    void anEnlargedPlotCoversTheStageUntilEscape() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(9.5);
            fire(lab, "parameters-menu", "parameters-enlarge");
            lab.awaitTraces();
            Node large = lab.robot.find("plot-parameters", Node.class);
            assertThat(FxToolkit.call(() -> large.getBoundsInLocal().getWidth()))
                    .isGreaterThan(600);
            lab.picture("plot-enlarged");
            FxToolkit.run(() -> large.requestFocus());
            lab.robot.press(KeyCode.ESCAPE);
            lab.robot.settle();
            assertThat(FxToolkit.call(() -> large.getBoundsInLocal().getWidth())).isLessThan(440);
        }
    }

    @Test
    void withoutPlotsTheColumnSaysHowToGetThemBack() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS, 1440, 900, Theme.DARK, Locale.ENGLISH)) {
            lab.goTo(1);
            for (String id : List.of("loss", "metric", "parameters")) {
                fire(lab, id + "-menu", id + "-remove");
            }
            assertThat(kinds(lab)).isEmpty();
            lab.goTo(3);
            lab.picture("plots-none");
        }
    }

    @Test
    void theTableOfClientsIsLinkedWithTheStageAndTheOtherPlots() throws IOException {
        try (OpenLab lab = OpenLab.of(DIGITS)) {
            lab.goTo(6);
            fire(lab, "plot-add", "plot-add-clients");
            fire(lab, "clients-menu", "clients-up");
            fire(lab, "clients-menu", "clients-up");
            fire(lab, "clients-menu", "clients-up");
            lab.robot.click("view-table");
            lab.robot.settle();
            @SuppressWarnings("unchecked")
            TableView<ClientTable.Row> table = lab.robot.find("table-clients", TableView.class);
            ClientReports reports = lab.model.timeline().step(6).reports();
            ClientTable.Row member =
                    FxToolkit.call(() -> table.getItems().get(reports.client()[0]));
            assertThat(member.loss()).isEqualTo(reports.lossAfter()[0]);
            assertThat(member.norm()).isEqualTo(reports.updateNorm()[0]);
            assertThat(member.cosine()).isEqualTo(reports.cosine()[0]);
            FxToolkit.run(() -> table.getSelectionModel().select(3));
            lab.robot.settle();
            assertThat(FxToolkit.call(() -> lab.model.selected().get())).isEqualTo(3);
            FxToolkit.run(() -> lab.model.selected().set(7));
            FxToolkit.run(() -> lab.model.hovered().set(2));
            lab.robot.settle();
            assertThat(FxToolkit.call(() -> table.getSelectionModel().getSelectedItem().client()))
                    .isEqualTo(7);
            lab.picture("plot-clients-table");
            lab.goTo(7);
            assertThat(FxToolkit.call(() -> lab.model.selected().get())).isEqualTo(7);
            assertThat(FxToolkit.call(() -> table.getSelectionModel().getSelectedItem().client()))
                    .isEqualTo(7);
        }
    }
}
