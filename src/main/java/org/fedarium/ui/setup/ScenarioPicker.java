package org.fedarium.ui.setup;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.FittingSkin;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Chooses a ready experiment. Each item says in one sentence what to look for.
public final class ScenarioPicker {
    private final ComboBox<Scenario> box;
    private final LabModel model;
    private final Texts texts;
    private boolean showing;

    ScenarioPicker(ComboBox<Scenario> box, LabModel model, Texts texts) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        box.getItems().setAll(Scenarios.all());
        box.setVisibleRowCount(8);
        // It gets the width of the pane.
        box.setPrefWidth(ChoiceControl.WIDTH);
        FittingSkin.dress(box);
        box.setAccessibleText(texts.get("setup.scenario"));
        box.setCellFactory(list -> new ItemCell());
        box.setButtonCell(new TitleCell());
        box.valueProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing && now != null) {
                                model.open(now.experiment());
                            }
                        });
    }

    /// The scenario's title in the window's language.
    public static String title(Scenario scenario, Texts texts) {
        String key = "scenario." + scenario.id() + ".title";
        return texts.has(key) ? texts.get(key) : scenario.experiment().title();
    }

    /// The experiment's title: its scenario's where it is one, else its own.
    public static String title(Experiment experiment, Texts texts) {
        return of(experiment).map(s -> title(s, texts)).orElse(experiment.title());
    }

    /// The scenario that an experiment came from, by its title.
    public static Optional<Scenario> of(Experiment experiment) {
        return Scenarios.all().stream()
                .filter(s -> s.experiment().title().equals(experiment.title()))
                .findFirst();
    }

    void show(Experiment experiment) {
        Scenario scenario = of(experiment).orElse(null);
        showing = true;
        if (box.getValue() != scenario) {
            box.setValue(scenario);
        }
        showing = false;
        box.setPromptText(experiment.title());
        Tips.set(box, scenario == null ? experiment.title() : tip(scenario));
    }

    private String tip(Scenario scenario) {
        return (title(scenario, texts) + "\n" + look(scenario)).strip();
    }

    private String look(Scenario scenario) {
        String key = "scenario." + scenario.id() + ".look";
        return texts.has(key) ? texts.get(key) : scenario.experiment().note();
    }

    private final class TitleCell extends ListCell<Scenario> {
        @Override
        protected void updateItem(@Nullable Scenario item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? model.edited().get().title() : title(item, texts));
        }
    }

    private final class ItemCell extends ListCell<Scenario> {
        private final Label group = new Label();
        private final Label name = new Label();
        private final Label look = new Label();
        private final VBox lines = new VBox(group, name, look);

        ItemCell() {
            group.getStyleClass().add("fed-caption");
            name.getStyleClass().add("fed-strong");
            look.getStyleClass().add("fed-caption");
            look.setWrapText(true);
            look.setMaxWidth(380);
        }

        @Override
        protected void updateItem(@Nullable Scenario item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setId(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setId("scenario-" + item.id());
            boolean first =
                    getIndex() == 0
                            || !box.getItems().get(getIndex() - 1).group().equals(item.group());
            group.setText(texts.get("setup.scenario." + item.group()));
            group.setVisible(first);
            group.setManaged(first);
            name.setText(title(item, texts));
            look.setText(look(item));
            look.setManaged(!look.getText().isEmpty());
            setGraphic(lines);
            setAccessibleText(name.getText());
        }
    }
}
