package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.RunSetup;
import org.fedarium.experiment.Scenarios;
import org.fedarium.lab.BatchRun;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;
import org.fedarium.support.SampleFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every sentence about a step is said by some step, in both languages, with all its numbers.
class StageTextsTest {
    private static final int CLIENTS = 6;
    private static final int STEPS = 4;

    /// Said by views of their own, with tests of their own.
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "stage\\.(why|loading|arrangement|gantt\\.(show|hide)|skew|scrubber).*");

    private static final Pattern UNFILLED =
            Pattern.compile(
                    "\\{\\d}|\\bnull\\b|\\bNaN\\b|[\\p{L}\\d.;:]  |Infinity|-\\d+ (of|versions)");

    /// A hand-made run: the settings and what becomes of the sample's reports.
    private record Case(
            String name, Experiment experiment, SampleTimeline sample, Consumer<StepRecord> story) {
        SampleTimeline timeline() {
            for (int round = 1; round <= STEPS; round++) {
                story.accept(sample.step(round));
            }
            return sample.as(experiment);
        }
    }

    private static Experiment with(Object... pathsAndValues) {
        Experiment experiment = Experiment.defaults();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            experiment = experiment.with((String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return experiment;
    }

    private static SampleTimeline sample(double participation, boolean troubles) {
        return SampleTimeline.of(CLIENTS, 10, STEPS, participation, troubles);
    }

    /// Gives the first members of a step these ends; a blank keeps what the sample has.
    private static Consumer<StepRecord> ends(Status... statuses) {
        return step -> {
            ClientReports r = step.reports();
            for (int s = 0; s < r.size() && s < statuses.length; s++) {
                r.status()[s] = (byte) statuses[s].ordinal();
                r.factor()[s] = 0.25;
            }
        };
    }

    private static final Consumer<StepRecord> AS_IT_IS = step -> {};

    private static Consumer<StepRecord> all(Status status) {
        return ends(IntStream.range(0, CLIENTS).mapToObj(i -> status).toArray(Status[]::new));
    }

    private static List<Case> rounds() {
        Experiment median = with("aggregation.kind", "median");
        Experiment scaffold = with("algorithm.kind", "scaffold");
        Status counted = Status.COUNTED;
        Status[] troubled = {
            Status.REJECTED, Status.LATE, Status.CLIPPED, Status.DOWN_WEIGHTED, Status.DROPPED
        };
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("all", with(), sample(1, false), AS_IT_IS));
        cases.add(new Case("some", with(), sample(0.5, true), AS_IT_IS));
        cases.add(new Case("one", with(), sample(0.1, false), AS_IT_IS));
        cases.add(
                new Case(
                        "same steps",
                        with("training.batch", 0L),
                        sample(1, false),
                        step -> java.util.Arrays.fill(step.reports().steps(), 3)));
        cases.add(
                new Case(
                        "nobody has data",
                        with(),
                        sample(1, false),
                        step -> {
                            all(Status.EMPTY).accept(step);
                            java.util.Arrays.fill(step.reports().steps(), 0);
                        }));
        cases.add(
                new Case(
                        "equal weights",
                        with("aggregation.kind", "uniform-mean"),
                        sample(1, false),
                        AS_IT_IS));
        cases.add(new Case("updates", scaffold, sample(1, false), AS_IT_IS));
        cases.add(new Case("updates, some left", scaffold, sample(1, false), ends(troubled)));
        cases.add(new Case("models, some left", with(), sample(1, false), ends(troubled)));
        cases.add(new Case("rule", median, sample(1, false), AS_IT_IS));
        cases.add(new Case("rule, some left", median, sample(1, false), ends(troubled)));
        cases.add(
                new Case(
                        "rule, one chosen",
                        with("aggregation.kind", "krum"),
                        sample(1, false),
                        step -> {
                            all(Status.REJECTED).accept(step);
                            ends(counted).accept(step);
                        }));
        cases.add(
                new Case(
                        "deadline",
                        with("network.deadline", 2.0),
                        sample(1, false),
                        step -> {
                            ends(Status.LATE, Status.LATE).accept(step);
                            step.reports().uploadEnd()[0] = step.start() + 1;
                            step.reports().uploadEnd()[1] = step.start() + 99;
                            step.reports().hostile()[2] = 1;
                        }));
        cases.add(
                new Case(
                        "regression",
                        with(),
                        SampleTimeline.of(CLIENTS, 1, STEPS, 1, false),
                        AS_IT_IS));
        cases.add(
                new Case("compact", with(), SampleTimeline.of(40, 10, STEPS, 1, false), AS_IT_IS));
        cases.add(
                new Case("field", with(), SampleTimeline.of(300, 10, STEPS, 0.3, true), AS_IT_IS));
        cases.add(
                new Case(
                        "loss rises",
                        with(),
                        sample(1, false),
                        step -> step.metrics()[0] = 1 + step.round()));
        cases.add(new Case("loss stays", with(), sample(1, false), step -> step.metrics()[0] = 1));
        return cases;
    }

    private static List<Case> versions() {
        Experiment buffered = with("coordination.kind", "fedbuff");
        Experiment alone = with("coordination.kind", "fedasync");
        List<Case> cases = new ArrayList<>();
        for (Experiment e : List.of(buffered, alone)) {
            String kind = e.section("coordination").kind();
            Consumer<StepRecord> ages =
                    step -> {
                        for (int s = 0; s < step.reports().size(); s++) {
                            step.reports().version()[s] = Math.max(0, step.round() - 1 - s);
                        }
                    };
            cases.add(new Case(kind, e, sample(0.5, false), AS_IT_IS));
            cases.add(new Case(kind + " of all ages", e, sample(1, false), ages));
            cases.add(new Case(kind + " of one", e, sample(0.1, false), ages));
            SampleTimeline busy = sample(0.1, false).withOthersAtWork();
            cases.add(new Case(kind + " with others at work", e, busy, ages));
            cases.add(
                    new Case(
                            kind + " with lost",
                            e,
                            sample(1, false),
                            ends(Status.DROPPED, Status.LATE, Status.REJECTED, Status.CLIPPED)));
            cases.add(
                    new Case(
                            kind + " nobody has data",
                            e,
                            sample(0.5, false),
                            step -> {
                                all(Status.EMPTY).accept(step);
                                java.util.Arrays.fill(step.reports().steps(), 0);
                            }));
        }
        return cases;
    }

    private static List<Case> mixing() {
        Experiment ring = with("coordination.kind", "d-psgd", "coordination.topology", "ring");
        Experiment gossip =
                with("coordination.kind", "gossip", "coordination.topology", "complete");
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("ring", ring, sample(1, false), AS_IT_IS));
        cases.add(
                new Case(
                        "adapt first",
                        ring.with("coordination.order", "adapt-then-combine"),
                        sample(1, false),
                        AS_IT_IS));
        cases.add(
                new Case(
                        "out of reach", ring, sample(1, false), ends(Status.DROPPED, Status.LATE)));
        cases.add(
                new Case(
                        "few train",
                        ring,
                        sample(0.5, false),
                        step -> step.metrics()[0] = 1 + step.round()));
        cases.add(new Case("stays", ring, sample(1, false), step -> step.metrics()[0] = 1));
        cases.add(
                new Case(
                        "one pair",
                        gossip.with("coordination.pairs", 1L),
                        sample(1, false),
                        AS_IT_IS));
        cases.add(
                new Case(
                        "pairs",
                        gossip.with("coordination.pairs", 3L),
                        sample(1, false),
                        AS_IT_IS));
        cases.add(new Case("nobody meets", gossip, sample(1, false), all(Status.DROPPED)));
        cases.add(
                new Case(
                        "too many edges to draw",
                        ring.with("coordination.topology", "complete"),
                        SampleTimeline.of(102, 10, STEPS, 1, false),
                        AS_IT_IS));
        return cases;
    }

    /// Everything that is said of a run, at every phase.
    private static List<String> said(Timeline timeline, Texts texts) {
        List<String> said = new ArrayList<>();
        List<Playhead> heads = new ArrayList<>(List.of(Playhead.START));
        for (Phase phase : Phase.values()) {
            heads.add(new Playhead(STEPS, phase, 0.5));
            heads.add(new Playhead(STEPS, phase, 1));
        }
        for (Playhead at : heads) {
            StageView view = StageView.of(timeline, at, Theme.LIGHT, texts, 1600, 900);
            said.add(Narration.of(view));
            said.add(FormulaSentence.of(view));
            RecordingSurface surface = new RecordingSurface();
            new StagePainter().paint(surface, view);
            FormulaCard.paint(surface, view, 0, 0, 1600, 110);
            GanttPainter.paint(surface, view);
            said.addAll(surface.texts());
            for (int k = 0; k < Math.min(CLIENTS, view.clients()); k++) {
                said.add(ClientFacts.of(view, k).sentence());
            }
        }
        return said;
    }

    /// Real runs, for what data sets bring along: names of clients, targets in deciles.
    private static void real(Consumer<Timeline> view) {
        for (String id : List.of("six-hospitals", "two-soils", "buses-without-waiting")) {
            Experiment experiment =
                    Scenarios.all().stream()
                            .filter(s -> s.id().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .experiment()
                            .with("rounds", (long) STEPS);
            if (id.equals("two-soils")) {
                experiment = experiment.with("data.testFraction", 0.0);
            }
            RunSetup setup = new RunSetup(experiment, new SampleFiles());
            try (BatchRun run = new BatchRun(setup, Runnable::run, 1, () -> false)) {
                run.run((step, model, models) -> {});
                view.accept(run.timeline());
            }
        }
    }

    private static void check(String name, Timeline timeline, Texts texts) {
        for (String text : said(timeline, texts)) {
            assertThat(text).as(name).doesNotContainPattern(UNFILLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everySentenceAboutAStepIsSaidWithAllItsNumbers(String language) {
        Set<String> asked = new TreeSet<>();
        Texts texts =
                new Texts(
                        Locale.forLanguageTag(language),
                        (key, text) -> {
                            asked.add(key);
                            return text;
                        });
        for (List<Case> kind : List.of(rounds(), versions(), mixing())) {
            for (Case one : kind) {
                check(one.name(), one.timeline(), texts);
            }
        }
        SampleTimeline tiny = sample(1, false);
        tiny.info().segments().getFirst().examples()[0] = 1;
        check("one example", tiny, texts);
        real(timeline -> check(timeline.info().experiment().title(), timeline, texts));
        Set<String> never =
                ResourceBundle.getBundle("org.fedarium.assets.i18n.stage", Locale.ROOT)
                        .keySet()
                        .stream()
                        .filter(key -> !asked.contains(key))
                        .filter(key -> !ELSEWHERE.matcher(key).matches())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(never).as("texts of the stage that no step says").isEmpty();
    }
}
