package org.fedarium.scene;

/// A font by its role, independent of any toolkit.
///
/// @param role   what it is for
/// @param size   pixels
/// @param weight 400, 500, 600 or 700; formulas have only one
/// @param italic letters of formulas slanted; without meaning for [Role#SANS]
public record FontSpec(Role role, double size, int weight, boolean italic) {
    /// The two kinds of type.
    public enum Role {
        SANS,
        MATH
    }

    private static final char FIRST_CHINESE = '\u2E80';

    public static FontSpec sans(double size, int weight) {
        return new FontSpec(Role.SANS, size, weight, false);
    }

    public static FontSpec math(double size) {
        return new FontSpec(Role.MATH, size, 400, true);
    }

    /// The bundled family that shows this text. A family answers for all characters of a text,
    /// because JavaFX does not fall back to fonts that the program loaded.
    public String family(String text) {
        if (role == Role.MATH) {
            return italic ? "Fedarium Math" : "Fedarium Math Upright";
        }
        if (text.chars().anyMatch(c -> c >= FIRST_CHINESE)) {
            return weight >= 600 ? "Fedarium Sans SC SemiBold" : "Fedarium Sans SC";
        }
        return switch (weight) {
            case 500 -> "Inter Medium";
            case 600 -> "Inter SemiBold";
            default -> "Inter";
        };
    }

    /// True when the family's bold cut is meant.
    public boolean bold(String text) {
        return weight == 700 && family(text).equals("Inter");
    }
}
