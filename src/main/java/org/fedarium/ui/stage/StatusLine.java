package org.fedarium.ui.stage;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.scene.StageView;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// The narration below the stage, and the same for assistive technology: with round and phase, once
/// per phase, and while playing no more than once per second of frames.
final class StatusLine {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    // Two lines of large type hold no long sentence in a narrower row.
    private static final double WIDE = 640;
    private static final double PAUSE_MILLIS = 1000;

    private final HBox row;
    private final Label label;
    private final LabModel model;
    private final Texts texts;
    private @Nullable List<Object> spoken;
    private double spokenAt = Double.NEGATIVE_INFINITY;

    StatusLine(HBox row, Label label, LabModel model, Texts texts) {
        this.row = row;
        this.label = label;
        this.model = model;
        this.texts = texts;
    }

    /// One frame.
    void pulse(@Nullable StageView view, String sentence) {
        row.pseudoClassStateChanged(NARROW, row.getWidth() < WIDE);
        if (!sentence.equals(label.getText())) {
            label.setText(sentence);
        }
        if (view != null) {
            speak(view, sentence);
        }
    }

    private void speak(StageView view, String sentence) {
        Playhead at = view.playhead();
        boolean rests = model.motion().get() == Motion.PAUSED;
        // While a phase goes on its sentence counts up; that is told when it stands still.
        boolean over = at.fraction() >= 1 && at.phase() == Phase.EVALUATE;
        Object told = rests ? sentence : over;
        List<Object> now = List.of(view.timeline().runId(), at.round(), at.phase(), told);
        if (now.equals(spoken) || (!rests && model.millis() - spokenAt < PAUSE_MILLIS)) {
            return;
        }
        spoken = now;
        spokenAt = model.millis();
        label.setAccessibleText(full(view, sentence));
    }

    private String full(StageView view, String sentence) {
        Playhead at = view.playhead();
        if (at.round() == 0) {
            return sentence;
        }
        Texts words = texts.variant(view.timeline().info().rhythm().name());
        String phase = words.get("shell.phase." + at.phase());
        return words.get("stage.why.status", at.round(), phase, sentence);
    }
}
