package org.fedarium.ui.support;

/// What a person has chosen so that the window suits their hands and eyes; remembered.
///
/// @param letterKeys whether keys that type a character, such as R or +, do something by themselves
/// @param stillness  whether things move
public record Access(boolean letterKeys, Stillness stillness) {

    /// Whether things move, or follow what the desktop asks for.
    public enum Stillness {
        AS_DESKTOP,
        STILL,
        MOVING
    }

    public static final Access USUAL = new Access(true, Stillness.AS_DESKTOP);

    public Access withLetterKeys(boolean on) {
        return new Access(on, stillness);
    }

    /// A choice that agrees with the desktop goes on following it.
    ///
    /// @param desktop whether the desktop asks for reduced motion
    public Access withReducedMotion(boolean reduced, boolean desktop) {
        Stillness chosen = reduced ? Stillness.STILL : Stillness.MOVING;
        return new Access(letterKeys, reduced == desktop ? Stillness.AS_DESKTOP : chosen);
    }

    /// @param desktop whether the desktop asks for reduced motion
    public boolean reducedMotion(boolean desktop) {
        return stillness == Stillness.AS_DESKTOP ? desktop : stillness == Stillness.STILL;
    }
}
