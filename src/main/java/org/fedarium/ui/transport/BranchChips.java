package org.fedarium.ui.transport;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

import org.fedarium.lab.Timeline;
import org.fedarium.lab.Timeline.Branch;
import org.fedarium.look.Texts;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Tips;

import java.util.List;

/// A button for each branch of a forked run; the one on show is pressed. Nothing is to be seen
/// while the run has not been forked.
final class BranchChips {
    private final HBox box;
    private final LabModel model;
    private final Texts texts;
    private List<Object> shown = List.of();

    BranchChips(HBox box, LabModel model, Texts texts) {
        this.box = box;
        this.model = model;
        this.texts = texts;
        show(List.of());
    }

    /// One frame.
    void pulse() {
        Timeline timeline = model.timeline();
        List<Branch> branches = timeline == null ? List.of() : timeline.branches();
        List<Object> key = branches.stream().map(b -> (Object) b.timeline().runId()).toList();
        long current = timeline == null ? 0 : timeline.runId();
        List<Object> now = List.of(key, branches.isEmpty() ? 0L : current);
        if (!now.equals(shown)) {
            shown = now;
            show(branches);
        }
    }

    private void show(List<Branch> branches) {
        box.getChildren().setAll(branches.stream().map(this::chip).toList());
        box.setVisible(!branches.isEmpty());
        box.setManaged(!branches.isEmpty());
    }

    private ToggleButton chip(Branch branch) {
        ToggleButton chip = new ToggleButton(branch.letter());
        chip.setId("branch-" + branch.letter());
        chip.setSelected(branch.current());
        chip.setAccessibleText(texts.get("transport.branch", branch.letter()));
        Tips.set(chip, chip.getAccessibleText());
        chip.setOnAction(
                e -> {
                    chip.setSelected(branch.current());
                    if (!branch.current()) {
                        model.showBranch(branch.timeline());
                    }
                });
        return chip;
    }
}
