package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenarios;
import org.junit.jupiter.api.Test;

import java.util.Map;

final class SettingsDiffTest {
    private final Experiment base = Scenarios.all().getFirst().experiment();

    @Test
    void nothingDiffersFromItself() {
        assertThat(SettingsDiff.between(base, base).isEmpty()).isTrue();
    }

    @Test
    void aLearningRateMayChangeWhileTheRunGoesOn() {
        SettingsDiff diff = SettingsDiff.between(base, base.with("training.learningRate", 0.007));
        assertThat(diff.live()).isEqualTo(Map.of("training.learningRate", 0.007));
        assertThat(diff.restart()).isEmpty();
    }

    @Test
    void theNumberOfClientsNeedsARestart() {
        SettingsDiff diff = SettingsDiff.between(base, base.with("partition.clients", 7));
        assertThat(diff.restart()).isEqualTo(Map.of("partition.clients", 7L));
        assertThat(diff.live()).isEmpty();
    }

    @Test
    void whatBelongsToAnotherKindGoesWithIt() {
        Experiment edited =
                base.with(
                        "model.kind",
                        "mlp".equals(base.section("model").kind()) ? "softmax" : "mlp");
        SettingsDiff diff = SettingsDiff.between(base, edited);
        assertThat(diff.restart()).containsKey("model.kind");
        assertThat(diff.live()).isEmpty();
    }

    @Test
    void appliedChangesMakeTheSettingsAgree() {
        Experiment edited =
                base.with("optimizer.kind", "adam").with("training.epochs", 3).with("rounds", 40);
        Experiment running = base;
        for (Map.Entry<String, Object> e : SettingsDiff.between(base, edited).live().entrySet()) {
            running = running.with(e.getKey(), e.getValue());
        }
        assertThat(SettingsDiff.between(running, edited).isEmpty()).isTrue();
    }
}
