package org.fedarium.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.scene.ArithmeticPainter;
import org.fedarium.scene.ArithmeticTable;
import org.fedarium.scene.ArithmeticView;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.Simulation;
import org.fedarium.support.Runs;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/// A click on the server shows how the global model came about, with the engine's own numbers.
final class ArithmeticPanelTest {

    private static Experiment penguins() {
        return Experiment.defaults()
                .with("rounds", 8)
                .with("data.kind", "penguins")
                .with("partition.kind", "iid")
                .with("partition.clients", 12);
    }

    private static ArithmeticView shown(OpenLab lab, int round) {
        FxToolkit.await(
                "the arithmetic of round " + round,
                () -> {
                    ArithmeticView view = lab.window.view().arithmetic().painted();
                    return view != null
                            && view.trace() != null
                            && Objects.requireNonNull(view.trace()).step() == round
                            && view.trace().parameter() == lab.model.parameter().get();
                });
        return FxToolkit.call(
                () -> Objects.requireNonNull(lab.window.view().arithmetic().painted()));
    }

    @Test
    void aClickOnTheServerShowsTheEnginesNumbersAndEscapeClosesIt() {
        try (OpenLab lab = OpenLab.of(penguins())) {
            lab.goTo(4.95);
            // The server stands in the middle of the stage.
            lab.robot.click("stage");
            ArithmeticView view = shown(lab, 5);
            AggregationTrace trace = Objects.requireNonNull(view.trace());

            Simulation engine = new Simulation(Runs.plan(penguins()));
            for (int round = 1; round <= 4; round++) {
                engine.next();
            }
            double before = engine.parameters()[trace.parameter()];
            engine.next();
            double after = engine.parameters()[trace.parameter()];
            assertThat(trace.server().before()).isEqualTo(before);
            assertThat(trace.server().after()).isEqualTo(after);
            ArithmeticTable table = ArithmeticPainter.table(view);
            assertThat(table.rows()).hasSize(12);
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                double update =
                        Objects.requireNonNull(engine.clientModel(i))[trace.parameter()] - before;
                double shown = number(table.rows().get(i).cells().getFirst());
                assertThat(shown).isCloseTo(update, within(1e-4 * Math.abs(before) + 1e-5));
                sum += number(table.rows().get(i).cells().getLast());
            }
            assertThat(before + sum).isCloseTo(after, within(1e-4));

            lab.robot.press(KeyCode.ESCAPE);
            assertThat(FxToolkit.call(() -> lab.window.view().arithmetic().isShowing())).isFalse();
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-'));
    }

    @Test
    void itFollowsThePlayheadAndTheChosenParameter() {
        try (OpenLab lab = OpenLab.of(penguins())) {
            lab.goTo(3);
            FxToolkit.run(() -> lab.robot.find("stage", javafx.scene.Node.class).requestFocus());
            lab.robot.press(KeyCode.ENTER);
            shown(lab, 3);
            FxToolkit.run(() -> lab.model.movement().scrub(2));
            shown(lab, 2);
            String name = FxToolkit.call(() -> lab.model.timeline().info().layout().nameOf(0));
            lab.robot.enter("arithmetic-parameter", name);
            FxToolkit.await("the parameter", () -> lab.model.parameter().get() == 0);
            assertThat(shown(lab, 2).trace().parameter()).isZero();
            assertThat(lab.robot.find("parameter", TextField.class).getText()).isEqualTo(name);
            // Before the upload of round 3 the last aggregation is that of round 2.
            FxToolkit.run(() -> lab.model.movement().scrub(2.3));
            shown(lab, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mean, 1440, 900, light, en, weighted-mean, none, fedavg, 12",
        "median, 1440, 900, dark, en, median, none, fedavg, 12",
        "krum, 1024, 768, light, zh, krum, none, fedavg, 12",
        "masks, 1440, 900, light, en, weighted-mean, secure-aggregation, fedavg, 12",
        "fedadam, 1024, 768, dark, en, weighted-mean, none, fedadam, 12",
        "sixty, 1440, 900, light, en, trimmed-mean, none, fedavg, 60",
        "bulyan, 1440, 900, dark, zh, bulyan, none, fedavg, 12"
    })
    void itLooksRight(
            String name,
            int width,
            int height,
            String theme,
            String language,
            String rule,
            String privacy,
            String algorithm,
            long clients)
            throws IOException {
        Experiment experiment =
                Scenarios.all()
                        .getFirst()
                        .experiment()
                        .with("partition.clients", clients)
                        .with("participation.fraction", 1.0)
                        .with("aggregation.kind", rule)
                        .with("algorithm.kind", algorithm)
                        .with("privacy.kind", privacy);
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        Locale locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        try (OpenLab lab = OpenLab.of(experiment, width, height, colours, locale)) {
            lab.goTo(3.9);
            FxToolkit.run(
                    () -> {
                        lab.model.selected().set(6);
                        lab.window.view().arithmetic().show();
                    });
            ArithmeticView view = shown(lab, 4);
            assertThat(ArithmeticPainter.result(view)).isNotEmpty();
            lab.picture("arithmetic-" + name);
            // Half of the way through the upload some updates are there and nothing is combined.
            FxToolkit.run(() -> lab.model.movement().scrub(3.68));
            lab.picture("arithmetic-" + name + "-upload");
            assertThat(ArithmeticPainter.result(shown(lab, 4))).doesNotContain("θ⁺");
            assertThat(lab.model.state().get().problem()).isNull();
        }
    }
}
