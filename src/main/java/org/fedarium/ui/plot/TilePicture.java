package org.fedarium.ui.plot;

import org.fedarium.export.PictureExport;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.scene.PictureLook;
import org.jspecify.annotations.Nullable;

/// The painted side of a tile. A picture of an earlier moment stays on show, and its caption says
/// so, until the next is ready.
final class TilePicture {
    private final Texts texts;
    private final PictureHost host;
    private @Nullable Picture shown;
    private @Nullable PictureLook look;
    private Face face;
    private long shownRun = -1;
    private String caption = "";
    private boolean current;

    TilePicture(Face face, PictureHost host, Texts texts) {
        this.face = face;
        this.host = host;
        this.texts = texts;
    }

    void choose(Face next) {
        face = next;
        shown = null;
        caption = "";
    }

    /// The sentence below the picture.
    String caption() {
        return caption;
    }

    /// True when the picture on show is of the moment shown last.
    boolean isCurrent() {
        return current;
    }

    /// One frame; true when something was painted.
    boolean show(Pictures from, Face.Moment moment, Theme theme, double scale, boolean mayDraw) {
        if (host.getWidth() < 40 || !mayDraw) {
            return false;
        }
        if (moment.timeline().runId() != shownRun) {
            shownRun = moment.timeline().runId();
            shown = null;
        }
        Picture next = face.maker().make(from, moment);
        if (next != null) {
            shown = next;
        }
        current = next != null;
        Picture best = shown;
        Texts words = texts.variant(moment.info().rhythm().name());
        PictureLook now = host.look(theme, words, scale);
        look = now;
        String waiting = words.get("plot.view.recomputing", moment.at().round());
        caption = next == null ? waiting : next.caption();
        host.setAccessibleText(spoken(next));
        if (best == null) {
            return host.show(now, waiting, (s, l) -> {}, Picture.Hit.NOBODY, null);
        }
        return host.show(now, best.key(), best.painter(), best.hit(), best.classes());
    }

    private String spoken(@Nullable Picture next) {
        String name = texts.get("plot.face." + face.id());
        return name + ". " + (next == null || next.spoken().isEmpty() ? caption : next.spoken());
    }

    /// The picture on show, for a file; null before there is one.
    @Nullable PictureExport export() {
        Picture current = shown;
        PictureLook now = look;
        if (current == null || now == null) {
            return null;
        }
        PictureLook wide = new PictureLook(now.theme(), now.texts(), 720, 480, 1);
        return new PictureExport(
                face.id(),
                texts.get("plot.face." + face.id()),
                current.table().get(),
                wide,
                current.painter());
    }
}
