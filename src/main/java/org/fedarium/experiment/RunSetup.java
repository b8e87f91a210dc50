package org.fedarium.experiment;

import org.fedarium.adversary.Attacks;
import org.fedarium.aggregation.Aggregators;
import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.Coordinations;
import org.fedarium.algorithm.Optimizers;
import org.fedarium.algorithm.Participations;
import org.fedarium.algorithm.Schedule;
import org.fedarium.algorithm.Training;
import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Catalog;
import org.fedarium.catalog.Chosen;
import org.fedarium.catalog.Described;
import org.fedarium.catalog.Note;
import org.fedarium.data.DataFiles;
import org.fedarium.data.DataSources;
import org.fedarium.data.Dataset;
import org.fedarium.data.Preparation;
import org.fedarium.data.Roles;
import org.fedarium.data.Splits;
import org.fedarium.data.Task;
import org.fedarium.math.Purpose;
import org.fedarium.math.Randomness;
import org.fedarium.model.Metrics;
import org.fedarium.model.Model;
import org.fedarium.model.ModelFamily;
import org.fedarium.model.Models;
import org.fedarium.network.Compressors;
import org.fedarium.network.Networks;
import org.fedarium.privacy.PrivacyMechanisms;
import org.fedarium.simulation.Evaluation;
import org.fedarium.simulation.Plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An experiment made ready to run: data read once, dealt anew only when the partition changes, and
/// a [Plan] for every stretch of rounds between changes.
public final class RunSetup {
    private final Experiment experiment;
    private final Dataset dataset;
    private final Roles roles;
    private final Model model;
    private final Randomness randomness;
    private final List<Segment> segments = new ArrayList<>();

    /// One stretch of rounds with the same settings.
    ///
    /// @param fromRound first round of the stretch
    /// @param deal      how the data lie; the same object as before when nothing was dealt anew
    public record Segment(int fromRound, Experiment settings, Dealing deal, Plan plan) {}

    /// Reads the data and assembles all segments.
    ///
    /// @throws BadInput when anything in the experiment or its data cannot be used
    public RunSetup(Experiment experiment, DataFiles files) {
        this(experiment, load(experiment, files));
    }

    private RunSetup(Experiment experiment, Dataset dataset) {
        this.experiment = experiment;
        this.dataset = dataset;
        this.randomness = new Randomness(experiment.seed());
        Preparation preparation = Preparation.of(experiment.section("data").values());
        this.roles = Splits.split(dataset, preparation, randomness.stream(Purpose.SPLIT));
        this.model = buildModel();
        checkChanges();
        addSegment(1, experiment.at(1));
        int last = 0;
        for (Change change : experiment.changes()) {
            if (change.afterRound() > last) {
                addSegment(change.afterRound() + 1, experiment.at(change.afterRound() + 1));
                last = change.afterRound();
            }
        }
    }

    static Dataset load(Experiment experiment, DataFiles files) {
        Choice data = withTask(experiment);
        return DataSources.ALL
                .find(data.kind())
                .load(data.values(), files, new Randomness(experiment.seed()).stream(Purpose.DATA));
    }

    /// A data source that would guess the task is told what the model can predict: two examples
    /// with whole-number targets are a regression when the model is linear regression.
    private static Choice withTask(Experiment experiment) {
        Choice data = experiment.section("data");
        boolean guesses =
                data.descriptor().has("task") && data.values().text("task").equals("auto");
        ModelFamily family = Models.ALL.find(experiment.section("model").kind());
        boolean classes = family.supports(Task.CLASSIFICATION);
        if (!guesses || classes == family.supports(Task.REGRESSION)) {
            return data;
        }
        String task = classes ? "classification" : "regression";
        return new Choice(data.values().with("task", task));
    }

    /// The same data with other changes or rounds: nothing is read again. The experiment must agree
    /// in everything that reading the data depends on.
    public RunSetup with(Experiment other) {
        if (other.rounds() != experiment.rounds()
                && segments.stream()
                        .anyMatch(s -> s.settings().section("schedule").kind().equals("cosine"))) {
            throw BadInput.of(
                    "change.cosine",
                    "rounds: a cosine schedule is fitted to the number of rounds; changing it needs"
                            + " a restart.");
        }
        return new RunSetup(other, dataset);
    }

    public Experiment experiment() {
        return experiment;
    }

    public Dataset dataset() {
        return dataset;
    }

    public Model model() {
        return model;
    }

    /// In order of rounds; the first starts at round 1.
    public List<Segment> segments() {
        return List.copyOf(segments);
    }

    /// The segment that a round (from 1) belongs to.
    public Segment segmentAt(int round) {
        Segment found = segments.getFirst();
        for (Segment segment : segments) {
            if (segment.fromRound() <= round) {
                found = segment;
            }
        }
        return found;
    }

    private void addSegment(int fromRound, Experiment settings) {
        Segment previous = segments.isEmpty() ? null : segments.getLast();
        Dealing deal =
                previous != null
                                && previous.settings()
                                        .section("partition")
                                        .equals(settings.section("partition"))
                        ? previous.deal()
                        : Dealing.of(settings, dataset, roles, randomness);
        if (previous != null && !deal.clients().equals(previous.deal().clients())) {
            throw BadInput.of(
                    "change.clients",
                    "changes: after round {0} the clients would be others ({1} instead of {2});"
                            + " the number of clients cannot change while a run goes on.",
                    fromRound - 1,
                    deal.clients().size(),
                    previous.deal().clients().size());
        }
        Plan plan = plan(settings, deal);
        Combinations.check(settings, plan);
        segments.add(new Segment(fromRound, settings, deal, plan));
    }

    private Plan plan(Experiment e, Dealing deal) {
        Metrics metrics =
                new Metrics(
                        deal.data(), model, deal.prepared().targetScale(), dataset.targetName());
        return new Plan(
                deal.data(),
                model,
                metrics,
                chosen(e, "algorithm", Algorithms.ALL),
                chosen(e, "coordination", Coordinations.ALL),
                chosen(e, "aggregation", Aggregators.ALL),
                Training.of(e.section("training").values()),
                chosen(e, "optimizer", Optimizers.ALL),
                chosen(e, "schedule", Schedule.ALL),
                chosen(e, "participation", Participations.ALL),
                chosen(e, "network", Networks.ALL),
                chosen(e, "compression", Compressors.ALL),
                chosen(e, "privacy", PrivacyMechanisms.ALL),
                chosen(e, "adversary", Attacks.ALL),
                Evaluation.of(e.section("evaluation").values()),
                randomness,
                e.rounds(),
                true);
    }

    static <T extends Described> Chosen<T> chosen(
            Experiment e, String section, Catalog<T> catalog) {
        Choice choice = e.section(section);
        return new Chosen<>(catalog.find(choice.kind()), choice.values());
    }

    private Model buildModel() {
        Choice choice = experiment.section("model");
        ModelFamily family = Models.ALL.find(choice.kind());
        Task task = dataset.task();
        if (!family.supports(task)) {
            boolean number = task == Task.REGRESSION;
            throw BadInput.of(
                    "model.task",
                    "model.kind: {0} cannot predict \"{1}\", which is {2}. Use {3}.",
                    family.describe(),
                    dataset.targetName(),
                    number
                            ? Note.of("target.number", "a number")
                            : Note.of("target.class", "a class"),
                    number
                            ? Note.of("use.linear", "linear or mlp")
                            : Note.of("use.softmax", "softmax or mlp"));
        }
        int outputs = task == Task.REGRESSION ? 1 : dataset.classes();
        return family.build(choice.values(), task, dataset.examples().columns(), outputs);
    }

    private void checkChanges() {
        int previous = -1;
        for (int i = 0; i < experiment.changes().size(); i++) {
            Change change = experiment.changes().get(i);
            String where = "changes[" + i + "]";
            if (change.afterRound() <= previous || change.afterRound() >= experiment.rounds()) {
                throw BadInput.of(
                        "change.round",
                        "{0}.afterRound: {1} must be above {2} and below rounds = {3}.",
                        where,
                        change.afterRound(),
                        previous,
                        experiment.rounds());
            }
            previous = change.afterRound();
            checkSettings(where, experiment.at(change.afterRound()), change);
        }
    }

    private static void checkSettings(String where, Experiment before, Change change) {
        Experiment settings = before;
        for (Map.Entry<String, Object> set : change.set().entrySet()) {
            try {
                settings = settings.with(set.getKey(), set.getValue());
            } catch (BadInput e) {
                throw BadInput.of("change.value", "{0}.set: {1}", where, e);
            }
            boolean belongsToSection = set.getKey().contains(".");
            if (!belongsToSection || !before.canChangeMidRun(set.getKey())) {
                throw BadInput.of(
                        "change.restart-only",
                        "{0}.set.{1}: this setting cannot change while a run goes on; set it in the"
                                + " experiment itself and start again.",
                        where,
                        set.getKey());
            }
        }
    }
}
