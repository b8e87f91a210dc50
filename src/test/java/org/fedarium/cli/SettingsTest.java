package org.fedarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.junit.jupiter.api.Test;

import java.util.List;

class SettingsTest {

    @Test
    void anAlgorithmBringsItsAggregationUnlessThatIsSetToo() {
        Experiment base = Experiment.defaults().with("optimizer.kind", "adam");
        Experiment own = Settings.apply(base, List.of("algorithm.kind=scaffold"));
        assertThat(own.section("aggregation").kind()).isEqualTo("uniform-mean");
        assertThat(own.section("optimizer").kind()).isEqualTo("sgd");
        List<String> both = List.of("aggregation.kind=median", "algorithm.kind=scaffold");
        assertThat(Settings.apply(base, both).section("aggregation").kind()).isEqualTo("median");
    }
}
