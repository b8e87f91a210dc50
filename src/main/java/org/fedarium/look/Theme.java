package org.fedarium.look;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The colours of one theme, read from `assets/css/tokens.properties`, the same file the style
/// sheets are checked against. Colours are `0xAARRGGBB`.
public final class Theme {
    private static final String FILE = "/org/fedarium/assets/css/tokens.properties";
    /// Number of client colours; after that they repeat with another dash.
    public static final int CLIENTS = 12;

    private static final int CLASSES = 10;

    public static final Theme LIGHT = new Theme("light");
    public static final Theme DARK = new Theme("dark");

    private final String id;
    private final Map<String, Integer> colors = new HashMap<>();

    private Theme(String id) {
        this.id = id;
        Properties properties = new Properties();
        try (var stream = Theme.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + FILE);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key).trim();
            boolean mine = key.startsWith(id + ".");
            boolean shared = !key.startsWith("light.") && !key.startsWith("dark.");
            if (value.matches("#[0-9A-Fa-f]{6}") && (mine || shared)) {
                int rgb = Integer.parseInt(value.substring(1), 16);
                colors.put(mine ? key.substring(id.length() + 1) : key, 0xFF000000 | rgb);
            }
        }
    }

    /// `light` or `dark`.
    public String id() {
        return id;
    }

    public boolean isDark() {
        return id.equals("dark");
    }

    /// A token such as `ink`, `accentSoft`, `line2`.
    public int color(String token) {
        Integer color = colors.get(token);
        if (color == null) {
            throw new IllegalArgumentException("No colour " + token + " in theme " + id);
        }
        return color;
    }

    /// Mark colour of a client, by its index from 0.
    public int client(int index) {
        return color("client." + (index % CLIENTS + 1));
    }

    /// Text colour of a client, by its index from 0.
    public int clientText(int index) {
        return color("clientText." + (index % CLIENTS + 1));
    }

    /// Colour of class `index` of `count`: the ten-step ramp, interpolated for other counts.
    public int classColor(int index, int count) {
        double t = count <= 1 ? 0.5 : (double) index / (count - 1);
        return ramp("class.", CLASSES, t);
    }

    /// Sequential scale, t in [0, 1].
    public int viridis(double t) {
        return ramp("viridis.", 11, t);
    }

    private int ramp(String prefix, int steps, double t) {
        double position = Math.max(0, Math.min(1, t)) * (steps - 1);
        int low = Math.min(steps - 2, (int) position);
        return mix(color(prefix + low), color(prefix + (low + 1)), position - low);
    }

    /// Signed scale, v in [-1, 1], neutral at 0.
    public int diverging(double v) {
        double t = Math.max(-1, Math.min(1, v));
        return t < 0
                ? mix(color("diverging.mid"), color("diverging.low"), -t)
                : mix(color("diverging.mid"), color("diverging.high"), t);
    }

    /// Linear mix of two colours, t = 0 gives a.
    public static int mix(int a, int b, double t) {
        int result = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int ca = (a >>> shift) & 0xFF;
            int cb = (b >>> shift) & 0xFF;
            result |= (int) Math.round(ca + (cb - ca) * t) << shift;
        }
        return result;
    }

    /// The same colour with another opacity in [0, 1].
    public static int alpha(int color, double opacity) {
        return (color & 0xFFFFFF) | ((int) Math.round(255 * opacity) << 24);
    }
}
