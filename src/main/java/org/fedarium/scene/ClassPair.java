package org.fedarium.scene;

/// The classes that are pointed at: in a confusion matrix a row and a column, elsewhere one class,
/// which is both.
///
/// @param truth     true class, or -1
/// @param predicted predicted class, or -1
public record ClassPair(int truth, int predicted) {
    /// Nothing is pointed at.
    public static final ClassPair NONE = new ClassPair(-1, -1);

    /// One class; NONE for a negative one.
    public static ClassPair of(int one) {
        return one < 0 ? NONE : new ClassPair(one, one);
    }

    public boolean isNone() {
        return truth < 0;
    }

    /// The pair when it lies within so many classes, else NONE.
    public ClassPair within(int classes) {
        return truth < classes && predicted < classes ? this : NONE;
    }

    /// The next class, or the one before, of so many; from nothing to the first or the last.
    public ClassPair moved(int by, int classes) {
        return of(Math.floorMod((isNone() && by < 0 ? 0 : truth) + by, classes));
    }
}
