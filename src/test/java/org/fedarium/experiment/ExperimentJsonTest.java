package org.fedarium.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fedarium.catalog.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class ExperimentJsonTest {

    @Test
    void whatWasWrittenIsReadBackEqual() {
        for (Scenario scenario : Scenarios.all()) {
            Experiment experiment =
                    scenario.experiment()
                            .with("note", "Umlaute äöü, 中文, \"quotes\"")
                            .withParent("abc")
                            .withChanges(
                                    List.of(
                                            new Change(2, Map.of("training.learningRate", 0.25)),
                                            new Change(4, Map.of("schedule.kind", "cosine"))));
            String json = ExperimentJson.write(experiment);
            Experiment back = ExperimentJson.read("test", json);
            assertThat(back).isEqualTo(experiment);
            assertThat(ExperimentJson.write(back)).isEqualTo(json);
            assertThat(ExperimentJson.hash(back)).isEqualTo(ExperimentJson.hash(experiment));
        }
    }

    @Test
    void missingFieldsTakeTheirDefaults() {
        assertThat(ExperimentJson.read("test", "{}")).isEqualTo(Experiment.defaults());
    }

    @Test
    void kindComesFirstWhateverTheOrderOfFields() {
        Experiment experiment =
                ExperimentJson.read("test", "{\"model\": {\"hidden\": [5, 6], \"kind\": \"mlp\"}}");
        assertThat(experiment.section("model").values().integers("hidden")).containsExactly(5, 6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | must hold one JSON object",
                "{\"rounds\": 0} | rounds: 0 is not a whole number from 1 to 100000",
                "{\"rounds\": 2.5} | rounds: 2.5 is not a whole number",
                "{\"rounds\": \"ten\"} | rounds: \"ten\" is not a whole number",
                "{\"seed\": -1} | seed: -1 is not a whole number",
                "{\"seeed\": 1} | seeed: there is no such field",
                "{\"training\": {\"learningRate\": -0.1}} | training.learningRate: -0.1 is not a number",
                "{\"training\": {\"learningRate\": 1e999}} | training.learningRate: Infinity is not",
                "{\"training\": {\"rate\": 1}} | training.rate: there is no such field",
                "{\"training\": 3} | training: must be an object, not the number 3",
                "{\"training\": {\"epochs\": null}} | training.epochs: must be a number",
                "{\"algorithm\": {\"kind\": \"magic\"}} | algorithm.kind: \"magic\" is not known",
                "{\"algorithm\": {\"kind\": 7}} | algorithm.kind: must be text",
                "{\"model\": {\"kind\": \"mlp\", \"hidden\": [3, 0]}} | model.hidden: [3, 0] is not a list",
                "{\"model\": {\"intercept\": \"yes\"}} | model.intercept: \"yes\" is not true or false",
                "{\"changes\": {}} | changes: must be a list",
                "{\"changes\": [{\"set\": {}}]} | changes[0].afterRound",
                "{\"changes\": [{\"afterRound\": 1}]} | changes[0].set: must be an object",
                "{\"changes\": [{\"afterRound\": 1, \"set\": {}, \"x\": 1}]} | changes[0].x: there is no",
                "{\"schemaVersion\": 99} | schemaVersion: 99 is not known",
                "{\"seed\": 1, \"seed\": 2} | line 1",
                "{\"seed\": } | line 1, column",
                "{\"seed\": 1} {} | line 1"
            })
    void wrongInputIsRefusedWithItsPlaceAndRange(String json, String message) {
        assertThatThrownBy(() -> ExperimentJson.read("my.json", json))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("my.json")
                .hasMessageContaining(message);
    }

    @Test
    void deepNestingIsRefusedWithoutExhaustingTheStack() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> ExperimentJson.read("deep.json", deep))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nested deeper than 50");
    }
}
