package org.fedarium.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.experiment.Schema;
import org.fedarium.support.SampleFiles;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

/// Sentences whose gaps are filled by things that have words of their own.
class NestedTextsTest {
    private static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static BadInput refusal(Experiment experiment) {
        try {
            new RunSetup(experiment, new SampleFiles());
        } catch (BadInput problem) {
            return problem;
        }
        throw new AssertionError("nothing was refused");
    }

    private static Experiment with(String... settings) {
        Experiment experiment = Experiment.defaults();
        for (int i = 0; i < settings.length; i += 2) {
            experiment = experiment.with(settings[i], settings[i + 1]);
        }
        return experiment;
    }

    @Test
    void anObjectionInsideAMessageIsSaidInTheLanguageOfTheWindow() {
        BadInput steps =
                refusal(
                        with(
                                "algorithm.kind",
                                "scaffold",
                                "aggregation.kind",
                                "uniform-mean",
                                "coordination.kind",
                                "fedbuff"));
        assertThat(steps)
                .hasMessageStartingWith("coordination.kind: SCAFFOLD also sends control, whose");
        assertThat(ENGLISH.message(steps)).isEqualTo(steps.getMessage());
        assertThat(CHINESE.message(steps))
                .isEqualTo(
                        "coordination.kind：SCAFFOLD 还发送“控制变量”，只有一步中的所有客户端都从同一版本的"
                                + "模型开始训练，它的平均才有意义。请把 coordination.kind 设为 \"rounds\"，"
                                + "或选择 fedavg 之类的算法。");
    }

    @Test
    void whatIsAllowedIsSaidInTheLanguageOfTheWindow() {
        Descriptor prox = Schema.entry("algorithm", "fedprox");
        assertThatThrownBy(() -> Values.check("algorithm.mu", prox.parameter("mu").domain(), -1.0))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        problem ->
                                assertThat(CHINESE.message(problem))
                                        .isEqualTo("algorithm.mu：-1.0 不符合要求：0 到 1000 的数。"));
    }

    @Test
    void aMessageInsideAMessageIsTranslatedToo() {
        BadInput inner = BadInput.of("file.missing", "There is no file {0}.", "a.json");
        BadInput outer = BadInput.of("json.field", "{0}: {1}", "b.json", inner);
        assertThat(outer).hasMessage("b.json: There is no file a.json.");
        assertThat(CHINESE.message(outer)).isEqualTo("b.json：" + CHINESE.message(inner));
    }

    @Test
    void namesOfAListStandBetweenTheSeparatorsOfTheLanguage() {
        Note note =
                Note.of(
                        "objection.serverCombines",
                        "{0} needs a server that combines {1}, and there is no server.",
                        Schema.entry("algorithm", "ifca"),
                        List.of(Note.word("vector", "cluster2"), Note.word("vector", "h")));
        assertThat(ENGLISH.note(note))
                .isEqualTo(
                        "IFCA (clustered) needs a server that combines cluster2, h, and there is no server.");
        assertThat(CHINESE.note(note)).contains("“聚类 2 的模型、h”").startsWith("IFCA（聚类）");
    }
}
