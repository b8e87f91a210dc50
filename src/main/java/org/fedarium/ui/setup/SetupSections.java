package org.fedarium.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Fitting;
import org.fedarium.experiment.Schema;
import org.fedarium.lab.RunInfo;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which section of the experiment stands where in the panel, and the few settings whose control
/// is more than what their description alone gives.
final class SetupSections {
    /// Folded sections: the box's id, then the experiment's sections in it.
    private static final Map<String, List<String>> FOLDED = folded();

    private final LabModel model;
    private final Texts texts;
    private final SkewPreview preview;
    private final Locks locks;
    private final SetupActions actions;
    private final Map<String, SectionControls> controls = new LinkedHashMap<>();
    private final Map<String, SectionBox> boxes = new LinkedHashMap<>();
    /// The number of steps, by what a step is.
    private final Map<Rhythm, ParameterControl> rounds = new EnumMap<>(Rhythm.class);

    private final HBox runRow = new HBox(8);
    private final ParameterControl seed;
    private final ParameterControl.Target target;

    SetupSections(
            LabModel model, Texts texts, SkewPreview preview, SetupActions actions, Locks locks) {
        this.model = model;
        this.locks = locks;
        this.texts = texts;
        this.preview = preview;
        this.actions = actions;
        target =
                new ParameterControl.Target() {
                    @Override
                    public void edit(String path, Object value) {
                        model.edit(path, value);
                    }

                    @Override
                    public void adjusting(boolean held) {
                        model.adjusting().set(held);
                    }
                };
        for (Rhythm rhythm : Rhythm.values()) {
            Texts words = texts.variant(rhythm.name());
            rounds.put(rhythm, runSetting("rounds", Experiment.ROUNDS, 100L, words));
        }
        seed = runSetting("seed", Experiment.SEED, 1L, texts);
        Schema.sections().forEach(s -> controls.put(s.id(), sectionControls(s.id())));
        buildData();
        buildTraining();
        FOLDED.forEach(this::buildFolded);
    }

    private static Map<String, List<String>> folded() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put("model", List.of("model"));
        map.put("optimizer", List.of("optimizer"));
        map.put("schedule", List.of("schedule"));
        map.put("coordination", List.of("coordination"));
        map.put("aggregation", List.of("aggregation"));
        map.put("network", List.of("network", "compression"));
        map.put("privacy", List.of("privacy"));
        map.put("adversary", List.of("adversary"));
        map.put("evaluation", List.of("evaluation"));
        return map;
    }

    List<Node> nodes() {
        return List.copyOf(boxes.values());
    }

    /// Opens a section and says how far down it begins.
    double reveal(String section) {
        SectionBox box = box(section);
        box.setExpanded(true);
        return box.getBoundsInParent().getMinY();
    }

    private SectionControls sectionControls(String id) {
        return new SectionControls(id, texts, List.of("clients"), target, e -> choose(id, e))
                .making(this::special)
                .marking(locks::mark);
    }

    private void choose(String section, Descriptor entry) {
        if (section.equals("data") && entry.id().equals("csv")) {
            actions.chooseCsv();
            // When no file was chosen nothing was edited; the list must show the old choice again.
            org.fedarium.ui.support.Fx.later(this::showNow);
        } else {
            String path = section + ".kind";
            model.edit(Fitting.with(model.edited().get(), path, entry.id()), path);
        }
    }

    private void showNow() {
        show(model.edited().get(), model.preferences().level().get());
    }

    private ParameterControl special(ParameterControl.Setting setting, ParameterSpec spec) {
        switch (setting.path()) {
            case "partition.clients", "training.learningRate":
                return new NumberControl(setting, Double.NaN, false).captioned(List.of());
            case "partition.alpha":
                List<String> words =
                        List.of(
                                texts.get("setup.skew.identical"),
                                texts.get("setup.skew.moderate"),
                                texts.get("setup.skew.extreme"));
                return new NumberControl(setting, Double.NaN, true).captioned(words);
            case "participation.fraction":
                return new ParticipationControl(setting);
            case "training.epochs", "training.batch":
                return shortControl(setting);
            default:
                return ParameterControl.of(setting);
        }
    }

    private static ParameterControl shortControl(ParameterControl.Setting setting) {
        ParameterControl control = new NumberControl(setting.withoutSlider(), Double.NaN, false);
        PairedRows.mark(control.node());
        return control;
    }

    private ParameterControl runSetting(
            String path, org.fedarium.catalog.Domain domain, long standard, Texts words) {
        ParameterSpec spec =
                ParameterSpec.integer(path, path, 0, Long.MAX_VALUE, standard, "").in(domain);
        return shortControl(
                new ParameterControl.Setting(
                        path,
                        words.get("setup." + path),
                        words.get("setup." + path + ".help"),
                        spec,
                        texts,
                        target,
                        true));
    }

    private void buildData() {
        SectionBox box = box("data");
        box.setContent(
                List.of(controls("data").node(), controls("partition").node(), preview.node()));
        box.setExpanded(true);
    }

    private void buildTraining() {
        Button newSeed = new Button();
        newSeed.setId("new-seed");
        newSeed.getStyleClass().addAll("fed-icon-button", "fed-compact");
        Icons.dress(newSeed, Feather.SHUFFLE, texts.get("setup.newSeed"));
        newSeed.setOnAction(e -> model.newSeed());
        rounds.values()
                .forEach(
                        control ->
                                HBox.setHgrow(control.node(), javafx.scene.layout.Priority.ALWAYS));
        runRow.getChildren().setAll(rounds(Rhythm.ROUNDS).node(), seed.node(), newSeed);
        HBox.setHgrow(seed.node(), javafx.scene.layout.Priority.ALWAYS);
        SectionBox box = box("training");
        box.setContent(
                List.of(
                        controls("algorithm").node(),
                        controls("training").node(),
                        controls("participation").node(),
                        runRow));
        box.setExpanded(true);
    }

    private void buildFolded(String id, List<String> sections) {
        box(id).setContent(sections.stream().map(s -> controls(s).node()).toList());
    }

    private SectionBox box(String id) {
        return boxes.computeIfAbsent(id, i -> new SectionBox(i, texts.get("setup.box." + i)));
    }

    private ParameterControl rounds(Rhythm rhythm) {
        return java.util.Objects.requireNonNull(rounds.get(rhythm));
    }

    private SectionControls controls(String section) {
        return java.util.Objects.requireNonNull(controls.get(section));
    }

    void show(Experiment experiment, Level level) {
        controls.forEach((id, c) -> c.show(experiment.section(id), level));
        ParameterControl steps = rounds(RunInfo.rhythmOf(experiment));
        steps.show((long) experiment.rounds());
        if (runRow.getChildren().getFirst() != steps.node()) {
            runRow.getChildren().set(0, steps.node());
        }
        seed.show(experiment.seed());
        locks.mark("rounds", steps.node());
        locks.mark("seed", seed.node());
        FOLDED.forEach(
                (id, sections) -> {
                    boolean empty = sections.stream().allMatch(s -> controls(s).isEmpty());
                    box(id).setVisible(!empty);
                    box(id).setManaged(!empty);
                    box(id).setSummary(summary(experiment, sections));
                });
        box("data").setSummary(summary(experiment, List.of("data", "partition")));
        box("training").setSummary(summary(experiment, List.of("algorithm")));
    }

    private String summary(Experiment experiment, List<String> sections) {
        List<String> parts = new ArrayList<>();
        for (String id : sections) {
            Choice choice = experiment.section(id);
            String text = controls(id).summary(choice);
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return String.join(" \u00b7 ", parts);
    }

    void pulse() {
        preview.pulse();
        if (controls("participation").control("fraction") instanceof ParticipationControl p) {
            p.setClients(clients());
        }
    }

    private int clients() {
        Choice partition = model.edited().get().section("partition");
        if (partition.descriptor().has("clients")) {
            return partition.values().integer("clients");
        }
        Timeline timeline = model.timeline();
        return timeline == null ? 1 : timeline.info().clients().size();
    }
}
