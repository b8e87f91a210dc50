package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Links;
import org.fedarium.lab.RunInfo;
import org.fedarium.look.Theme;
import org.fedarium.scene.StageLayout.Detail;
import org.jspecify.annotations.Nullable;

/// The federation as an animated scene: a pure function of the [StageView]. Keeps the layout and
/// what does not move between repaints, so one painter belongs to one stage and one thread.
public final class StagePainter {
    private final FieldPainter field = new FieldPainter();
    private int clients = -1;
    private @Nullable Links form;
    private Arrangement arrangement = Arrangement.RING;
    private @Nullable Moment moment;
    private StageLayout layout = StageLayout.of(1, 100, 100, false);

    /// What the picture of the still parts depends on.
    private record StillKey(
            long run, RunInfo.Segment segment, StageLayout layout, Theme theme, String language) {}

    /// The geometry of a view, for finding what is under the pointer.
    public StageLayout layout(StageView view) {
        boolean same =
                clients == view.clients()
                        && form == view.timeline().info().links()
                        && layout.width() == view.width()
                        && layout.height() == view.height()
                        && layout.presenter() == view.presenter()
                        && arrangement == view.arrangement();
        if (!same) {
            clients = view.clients();
            layout = StageLayout.of(view);
            form = view.timeline().info().links();
            arrangement = view.arrangement();
        }
        return layout;
    }

    private Moment moment(StageView view) {
        if (moment == null || moment.view != view) {
            moment = new Moment(view, layout(view));
        }
        return moment;
    }

    /// The formula card of the view in a rectangle.
    public void formula(
            Surface s, StageView view, double x, double y, double width, double height) {
        FormulaCard.paint(s, view, moment(view), x, y, width, height);
    }

    /// What happens in the view, in one sentence.
    public String narration(StageView view) {
        return Narration.of(view, moment(view));
    }

    /// What there is to say about a client in the view.
    public ClientFacts facts(StageView view, int client) {
        return ClientFacts.of(view, client, moment(view));
    }

    /// Draws the whole stage without its background.
    public void paint(Surface surface, StageView view) {
        StageLayout l = layout(view);
        Frame f = new Frame(surface, view, l, moment(view));
        if (l.detail() == Detail.FIELD) {
            if (view.rhythm() == Rhythm.MIXING) {
                EdgePainter.paint(f, stillKey(f));
                field.paint(f);
                EdgePainter.mean(f);
            } else {
                field.paint(f);
                ServerPainter.paint(f);
                chosenLinks(f);
            }
        } else {
            clients(f);
        }
        ClientNodePainter.paintChosen(f);
        CaptionPainter.paint(f);
        LegendPainter.paint(f);
    }

    /// Marks a class in every client's ring, on top of a painted stage; nothing for -1.
    public void markClass(Surface surface, StageView view, int label) {
        if (label >= 0) {
            ClassRings.mark(new Frame(surface, view, layout(view), moment(view)), label);
        }
    }

    /// The class whose part of a client's ring is at a point, or -1.
    public int classAt(Surface surface, StageView view, double x, double y) {
        int client = layout(view).hit(x, y);
        Frame f = new Frame(surface, view, layout(view), moment(view));
        return client < 0 ? -1 : ClassRings.classAt(f, client, x, y);
    }

    private void clients(Frame f) {
        int n = f.layout().x().length;
        StillKey key = stillKey(f);
        if (f.view().rhythm() == Rhythm.MIXING) {
            EdgePainter.paint(f, key);
            EdgePainter.mean(f);
        } else {
            for (int k = 0; k < n; k++) {
                LinkPainter.paint(f, k);
            }
            ServerPainter.paint(f);
        }
        f.surface()
                .layer(
                        "clients",
                        key,
                        f.layout().width(),
                        f.layout().height(),
                        s -> {
                            Frame still = new Frame(s, f.view(), f.layout(), f.moment());
                            for (int k = 0; k < n; k++) {
                                ClientNodePainter.paintStill(still, k);
                            }
                        });
        for (int k = 0; k < n; k++) {
            ClientNodePainter.paintMoving(f, k);
        }
    }

    private static StillKey stillKey(Frame f) {
        return new StillKey(
                f.view().timeline().runId(),
                f.moment().segment,
                f.layout(),
                f.theme(),
                f.view().texts().locale().toLanguageTag());
    }

    /// In a field only the link of the chosen client is drawn in full.
    private static void chosenLinks(Frame f) {
        int chosen = f.view().selected() >= 0 ? f.view().selected() : f.view().hovered();
        if (chosen >= 0 && chosen < f.layout().x().length) {
            LinkPainter.paint(f, chosen);
        }
    }
}
