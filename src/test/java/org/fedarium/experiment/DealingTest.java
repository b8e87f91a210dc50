package org.fedarium.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.support.SampleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dirichlet-by-class",
                "shards",
                "feature-noise",
                "feature-rotation",
                "label-permutation",
                "matrix"
            })
    void thePreviewCountsTheLabelsThatTheClientsLearnFrom(String kind) {
        Experiment experiment =
                Experiment.defaults()
                        .with("data.kind", "digits8x8")
                        .with("partition.clients", 7L)
                        .with("partition.kind", kind);
        Dealing deal = new RunSetup(experiment, new SampleFiles()).segments().getFirst().deal();
        assertThat(deal.labelCounts()).isDeepEqualTo(deal.data().labelCounts());
        Dealing.Preview preview = new Previewer(new SampleFiles()).preview(experiment);
        assertThat(preview.counts()).isDeepEqualTo(deal.labelCounts());
        assertThat(preview.clients()).isEqualTo(deal.clients());
    }
}
