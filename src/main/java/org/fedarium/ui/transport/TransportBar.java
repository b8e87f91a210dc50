package org.fedarium.ui.transport;

import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.LabState.EarlyEnd;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.StepRecord;
import org.fedarium.ui.support.EarlyEnds;
import org.fedarium.ui.support.Icons;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Motion;
import org.fedarium.ui.support.Tips;
import org.fedarium.ui.support.Views;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Moves the playhead, and says where it is.
public final class TransportBar {
    private final LabModel model;
    private final Texts texts;
    private final HBox root;
    private final Scrubber rail;
    private final BranchChips chips;
    private final ChangeListener<Object> motionChanged = (o, before, now) -> showMotion();
    private final ChangeListener<Object> speedChanged = (o, before, now) -> showSpeed();
    private @Nullable Object shown;
    @FXML private Button back;
    @FXML private Button play;
    @FXML private Button phase;
    @FXML private Button round;
    @FXML private HBox speedBox;
    @FXML private Slider speed;
    @FXML private Label speedLabel;
    @FXML private Button fork;
    @FXML private HBox branches;
    @FXML private Pane scrubber;
    @FXML private Label roundWord;
    @FXML private Label roundNumber;
    @FXML private Label roundTotal;
    @FXML private Label cost;

    public TransportBar(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Views.load("TransportBar", texts, this);
        rail = new Scrubber(scrubber, model, texts);
        chips = new BranchChips(branches, model, texts);
        Icons.dress(fork, Feather.GIT_BRANCH, texts.get("transport.fork.help"));
        fork.setOnAction(e -> model.fork());
        Icons.dress(back, Feather.SKIP_BACK, texts.get("transport.back.help"));
        back.setOnAction(e -> model.movement().backPhase());
        play.setOnAction(e -> model.movement().togglePlay());
        phase.setGraphic(Icons.of(Feather.SKIP_FORWARD));
        Icons.name(phase, texts.get("transport.phase.help"));
        phase.setOnAction(e -> model.movement().stepPhase());
        round.setGraphic(Icons.of(Feather.FAST_FORWARD));
        Icons.name(round, texts.get("transport.round.help"));
        round.setOnAction(e -> model.movement().stepRound());
        speed.setMin(SpeedScale.MIN);
        speed.setMax(SpeedScale.MAX);
        speed.setMajorTickUnit(1);
        speed.setMinorTickCount(0);
        speed.setSnapToTicks(true);
        speed.setBlockIncrement(1);
        speed.setAccessibleText(texts.get("transport.speed"));
        speed.valueProperty()
                .addListener((o, before, now) -> choose(SpeedScale.speed(now.doubleValue())));
        model.motion().addListener(motionChanged);
        model.speed().addListener(speedChanged);
        showMotion();
        showSpeed();
    }

    private void choose(double chosen) {
        if (chosen != model.speed().get()) {
            model.speed().set(chosen);
        }
    }

    public HBox node() {
        return root;
    }

    private void showMotion() {
        boolean playing = model.motion().get() == Motion.PLAYING;
        Icons.dress(
                play,
                playing ? Feather.PAUSE : Feather.PLAY,
                texts.get(playing ? "transport.pause" : "transport.play"));
    }

    private void showSpeed() {
        double now = model.speed().get();
        if (SpeedScale.speed(speed.getValue()) != now) {
            speed.setValue(SpeedScale.notch(now));
        }
        speedLabel.setText(SpeedScale.label(now, texts));
    }

    /// One frame.
    public void pulse() {
        rail.pulse();
        chips.pulse();
        fork.setDisable(model.playhead().get().round() == 0);
        Timeline timeline = model.timeline();
        Playhead at = model.playhead().get();
        int computed = timeline == null ? -1 : timeline.lastRound();
        EarlyEnd end = model.earlyEnd();
        Rhythm rhythm = model.rhythm();
        Object key =
                new Shown(
                        at.round(),
                        at.shownRound(),
                        computed,
                        model.rounds(),
                        end,
                        rhythm,
                        model.isAtHand());
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        showRhythm();
        back.setDisable(at.round() == 0);
        boolean over = model.isOver();
        phase.setDisable(over);
        round.setDisable(over);
        roundNumber.setText(String.valueOf(at.round()));
        roundTotal.setText("/ " + model.rounds());
        boolean ended = end != null && at.shownRound() >= end.round();
        if (model.isAtHand()) {
            cost.setText(ended ? EarlyEnds.brief(end, texts) : cost(timeline, at.shownRound()));
        }
        Tips.set(cost, ended ? EarlyEnds.sentence(end, texts) : "");
    }

    /// What the numbers on show depend on.
    private record Shown(
            int round,
            int shownRound,
            int computed,
            int rounds,
            @Nullable EarlyEnd end,
            Rhythm rhythm,
            boolean atHand) {}

    private void showRhythm() {
        Texts words = texts.variant(model.rhythm().name());
        round.setText(words.get("transport.round"));
        Icons.name(round, words.get("transport.round.help"));
        roundWord.setText(words.get("transport.roundWord"));
    }

    private static String cost(@Nullable Timeline timeline, int round) {
        if (timeline == null || round > timeline.lastRound() || timeline.lastRound() < 0) {
            return "";
        }
        StepRecord step = timeline.step(round);
        return Numbers.seconds(step.end()) + " \u00b7 " + Numbers.bytes(step.totalBytes());
    }

    /// Lets the bar shrink: at small widths the word for speed goes.
    public void setCompact(boolean compact) {
        speedBox.getChildren().getFirst().setVisible(!compact);
        speedBox.getChildren().getFirst().setManaged(!compact);
    }

    /// On a projector only what everyone must see: no speed, no costs.
    public void setPresenter(boolean presenter) {
        rail.setPresenter(presenter);
        for (javafx.scene.Node node : java.util.List.of(speedBox, cost)) {
            node.setVisible(!presenter);
            node.setManaged(!presenter);
        }
    }

    /// Lets go of the model.
    public void close() {
        model.motion().removeListener(motionChanged);
        model.speed().removeListener(speedChanged);
    }
}
