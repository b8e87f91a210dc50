package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.data.Task;
import org.fedarium.lab.Links;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.network.Graph;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.LocalTrace;
import org.fedarium.simulation.StepRecord;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Everything the stage and the formula card depend on.
///
/// @param width         pixels
/// @param height        pixels
/// @param hovered       client under the pointer, or -1
/// @param selected      client that was clicked, or -1
/// @param trace         local steps of the round under the playhead, once they are recomputed
/// @param reducedMotion nothing travels; packets stand at both ends
/// @param presenter     larger type for a projector; no legend
/// @param blinkFree     no pulse when something arrives
/// @param chosen        how a person wants clients to stand; empty for as suits the run
/// @param legendRight   where the legend must end, because something else begins there
public record StageView(
        Timeline timeline,
        Playhead playhead,
        Theme theme,
        Texts texts,
        double width,
        double height,
        int hovered,
        int selected,
        @Nullable LocalTrace trace,
        boolean reducedMotion,
        boolean presenter,
        boolean blinkFree,
        Optional<Arrangement> chosen,
        double legendRight) {
    private static final double LEGEND_INSET = 16;

    /// The texts become those of the run's rhythm. Without a server nobody is sent a model, so the
    /// phases before training are its beginning.
    public StageView {
        texts = texts.variant(timeline.info().rhythm().name());
        boolean early = playhead.phase().ordinal() < Phase.TRAIN.ordinal();
        if (early && timeline.info().rhythm() == Rhythm.MIXING) {
            playhead = new Playhead(playhead.round(), Phase.TRAIN, 0);
        }
    }

    /// Clients beyond this number have no colour of their own.
    public static final int MOST_COLORS = 36;

    /// With clients as suits the run, and a legend as wide as the stage.
    public StageView(
            Timeline timeline,
            Playhead playhead,
            Theme theme,
            Texts texts,
            double width,
            double height,
            int hovered,
            int selected,
            @Nullable LocalTrace trace,
            boolean reducedMotion,
            boolean presenter,
            boolean blinkFree) {
        this(
                timeline,
                playhead,
                theme,
                texts,
                width,
                height,
                hovered,
                selected,
                trace,
                reducedMotion,
                presenter,
                blinkFree,
                Optional.empty(),
                width - LEGEND_INSET);
    }

    /// A view with nothing hovered or selected and no options.
    public static StageView of(
            Timeline timeline,
            Playhead playhead,
            Theme theme,
            Texts texts,
            double width,
            double height) {
        return new StageView(
                timeline, playhead, theme, texts, width, height, -1, -1, null, false, false, false);
    }

    public StageView withTrace(@Nullable LocalTrace newTrace) {
        return new StageView(
                timeline,
                playhead,
                theme,
                texts,
                width,
                height,
                hovered,
                selected,
                newTrace,
                reducedMotion,
                presenter,
                blinkFree,
                chosen,
                legendRight);
    }

    public StageView withPointer(int newHovered, int newSelected) {
        return new StageView(
                timeline,
                playhead,
                theme,
                texts,
                width,
                height,
                newHovered,
                newSelected,
                trace,
                reducedMotion,
                presenter,
                blinkFree,
                chosen,
                legendRight);
    }

    /// The same with clients as a person wants them to stand.
    ///
    /// @param wanted empty for as suits the run
    /// @param right  where the legend must end
    public StageView withArrangement(Optional<Arrangement> wanted, double right) {
        return new StageView(
                timeline,
                playhead,
                theme,
                texts,
                width,
                height,
                hovered,
                selected,
                trace,
                reducedMotion,
                presenter,
                blinkFree,
                wanted,
                Math.min(right, width - LEGEND_INSET));
    }

    /// How clients stand: as chosen where that suits the run.
    public Arrangement arrangement() {
        return chosen.filter(this::suits).orElseGet(() -> Arrangement.usual(this));
    }

    /// Whether the links of the run can be seen in an arrangement.
    public boolean suits(Arrangement arrangement) {
        return Arrangement.suits(arrangement, this);
    }

    /// What a step of the run is.
    public Rhythm rhythm() {
        return timeline.info().rhythm();
    }

    /// Who may talk to whom where there is no server.
    Links links() {
        return timeline.info().links();
    }

    /// The edges along which models are exchanged in the step under the playhead.
    List<Graph.Edge> exchanged() {
        StepRecord step = step();
        return step == null || rhythm() != Rhythm.MIXING ? List.of() : links().exchanged(step);
    }

    /// `C7`, or the client's own name.
    public String shortName(int client) {
        String own = ownName(client);
        return own.isEmpty() ? "C" + (client + 1) : own;
    }

    public int clients() {
        return timeline.info().clients().size();
    }

    /// The round under the playhead, or null in round 0 and where nothing is computed yet.
    public @Nullable StepRecord step() {
        int round = playhead.round();
        return round < 1 || round > timeline.lastRound() ? null : timeline.step(round);
    }

    /// The trace when it belongs to the round under the playhead.
    @Nullable LocalTrace currentTrace() {
        return trace != null && trace.round() == playhead.round() ? trace : null;
    }

    /// Largest update norm of the last five rounds whose updates are known at the playhead.
    public double recentNorm() {
        double largest = 0;
        boolean known = playhead.phase().ordinal() >= Phase.UPLOAD.ordinal();
        int last = Math.min(playhead.round() - (known ? 0 : 1), timeline.lastRound());
        for (int r = Math.max(1, last - 4); r <= last; r++) {
            ClientReports reports = timeline.step(r).reports();
            for (double norm : reports.updateNorm()) {
                if (norm > largest && norm < Double.POSITIVE_INFINITY) {
                    largest = norm;
                }
            }
        }
        return largest;
    }

    /// A client's own name where the data have one, such as a hospital's; else empty.
    String ownName(int client) {
        String name = timeline.info().clients().get(client);
        return name.equals("C" + (client + 1)) ? "" : name.replace('_', ' ');
    }

    /// True when the rings' parts are deciles of a number to predict, not classes.
    public boolean showsDeciles() {
        return timeline.info().dataset().task() == Task.REGRESSION;
    }

    /// Mark colour of a client; one colour for all where there are too many to tell apart.
    int mark(int client) {
        return clients() > MOST_COLORS ? theme.color("ink3") : theme.client(client);
    }

    /// Text colour of a client.
    int markText(int client) {
        return clients() > MOST_COLORS ? theme.color("ink2") : theme.clientText(client);
    }
}
