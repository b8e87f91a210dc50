package org.fedarium.ui.shell;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Domain;
import org.fedarium.lab.LabState;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.ui.setup.ScenarioPicker;
import org.fedarium.ui.support.EarlyEnds;
import org.fedarium.ui.support.LabModel;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides which notice is on show: a failure of the program first, then input that cannot be
/// used, then a run that ended early, then what the data reader has to say.
final class Notices {
    private final LabModel model;
    private final Texts texts;
    private final Set<Object> dismissed = new HashSet<>();
    private @Nullable Notice local;
    private boolean notesOpen;

    Notices(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /// Shows why something a person asked for did not work.
    void failed(Throwable failure) {
        if (failure instanceof BadInput problem) {
            local = new Notice(problem, Notice.Level.BAD, texts.message(problem), List.of());
        } else {
            String text = texts.get("shell.failure", failure.toString());
            Notice.Action copy =
                    new Notice.Action(
                            "copy-details",
                            texts.get("shell.copyDetails"),
                            () -> Clipboards.copy(Clipboards.trace(failure)));
            local = new Notice(failure, Notice.Level.BAD, text, List.of(copy));
        }
    }

    /// Says that something worked.
    void say(String text) {
        local = new Notice(new Object(), Notice.Level.INFO, text, List.of());
    }

    void dismiss(Notice notice) {
        dismissed.add(notice.key());
        if (notice == local) {
            local = null;
        }
        notesOpen = false;
    }

    @Nullable Notice current() {
        LabState state = model.state().get();
        if (local != null) {
            return local;
        }
        if (state.problem() != null && !dismissed.contains(state.problem())) {
            return problem(state.problem());
        }
        EarlyEnd end = state.end();
        boolean reached = end != null && model.playhead().get().shownRound() >= end.round();
        if (reached && !dismissed.contains(end)) {
            return end.isPlanned() ? budgetSpent(end) : diverged(end);
        }
        return notes();
    }

    private Notice problem(BadInput problem) {
        return new Notice(problem, Notice.Level.BAD, texts.message(problem), List.of());
    }

    private Notice budgetSpent(EarlyEnd end) {
        String text =
                EarlyEnds.sentence(end, texts.variant(model.rhythm().name()))
                        + " "
                        + texts.get("shell.end.budgetAdvice");
        return new Notice(end, Notice.Level.INFO, text, List.of());
    }

    private Notice diverged(EarlyEnd end) {
        double rate = (Double) model.edited().get().get("training.learningRate");
        String text =
                EarlyEnds.sentence(end, texts.variant(model.rhythm().name()))
                        + " "
                        + texts.get("shell.diverged.advice", Numbers.exact(rate));
        Domain domain =
                model.edited()
                        .get()
                        .section("training")
                        .descriptor()
                        .parameter("learningRate")
                        .domain();
        double lower = Math.max(((Domain.Reals) domain).min(), rounded(rate / 10));
        Notice.Action retry =
                new Notice.Action(
                        "lower-rate",
                        texts.get("shell.diverged.retry", Numbers.exact(lower)),
                        () -> {
                            model.edit("training.learningRate", lower);
                            model.restart();
                            model.movement().play();
                        });
        return new Notice(end, Notice.Level.BAD, text, List.of(retry));
    }

    private static double rounded(double rate) {
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.1e", rate));
    }

    private @Nullable Notice notes() {
        List<String> notes = explanations();
        return notesOpen && !notes.isEmpty()
                ? new Notice(notes, Notice.Level.INFO, String.join("\n", notes), List.of())
                : null;
    }

    /// What to look for in a scenario, why it happens, and what the data reader has to say.
    List<String> explanations() {
        List<String> all = new ArrayList<>();
        ScenarioPicker.of(model.edited().get())
                .ifPresent(
                        s -> {
                            for (String part : List.of("look", "why", "warning")) {
                                String key = "scenario." + s.id() + "." + part;
                                if (texts.has(key)) {
                                    all.add(texts.get(key));
                                }
                            }
                        });
        Timeline timeline = model.timeline();
        if (timeline != null) {
            all.add(String.join(" ", timeline.info().notes().stream().map(texts::note).toList()));
        }
        all.removeIf(String::isEmpty);
        return all;
    }

    void toggleNotes() {
        notesOpen = !notesOpen;
    }
}
