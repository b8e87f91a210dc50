package org.fedarium.ui.plot;

import org.fedarium.chart.ChartTable;
import org.fedarium.scene.ClassPair;
import org.fedarium.scene.PictureLook;
import org.fedarium.scene.Surface;
import org.jspecify.annotations.Nullable;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// A painted plot at one moment.
///
/// @param key     what the picture depends on; equal keys mean equal pictures
/// @param caption one sentence below it
/// @param spoken  its main numbers in a sentence, for those who do not see it
/// @param painter draws it
/// @param hit     finds the client under a point
/// @param classes finds the classes under a point, or null when it is not about classes
/// @param table   the numbers behind it
record Picture(
        Object key,
        String caption,
        String spoken,
        BiConsumer<Surface, PictureLook> painter,
        Hit hit,
        @Nullable Classes classes,
        Supplier<ChartTable> table) {

    /// A picture that is not about classes.
    Picture(
            Object key,
            String caption,
            String spoken,
            BiConsumer<Surface, PictureLook> painter,
            Hit hit,
            Supplier<ChartTable> table) {
        this(key, caption, spoken, painter, hit, null, table);
    }

    /// Which classes are at a point of the picture.
    ///
    /// @param count how many classes there are
    /// @param at    of a point
    record Classes(int count, ClassHit at) {}

    /// Which classes are at a point of the picture.
    @FunctionalInterface
    interface ClassHit {
        ClassPair at(PictureLook look, double x, double y);
    }

    /// Which client is at a point of the picture; -1 for none.
    @FunctionalInterface
    interface Hit {
        Hit NOBODY = (look, x, y) -> -1;

        int clientAt(PictureLook look, double x, double y);
    }
}
