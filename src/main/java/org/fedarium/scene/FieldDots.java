package org.fedarium.scene;

import org.fedarium.lab.RunInfo;
import org.fedarium.look.Theme;

import java.util.Arrays;

/// The dots of a field as one pixel image: a ring of label shares, and in the middle what the
/// client is doing. Rings are drawn once; a dot is drawn again only when it looks different,
/// because most of a thousand dots look the same in the next frame.
final class FieldDots {
    private static final double INNER = 0.58;
    private static final double FADED = 0.28;
    // Steps too small to see, so that a dot need not change in every frame.
    private static final double RADIUS_STEPS = 8;
    private static final double FADE_STEPS = 128;

    private Object key = "";
    private int columns;
    private int rows;
    private double scale = 1;
    private int[] rings = new int[0];
    private int[] owner = new int[0];
    private int[] pixels = new int[0];
    private Look[] looks = new Look[0];
    private long version;

    private record Key(RunInfo.Segment segment, StageLayout layout, Theme theme, double scale) {}

    /// What a dot's pixels depend on besides its ring.
    private record Look(double visible, double filled, int fill, boolean grey) {}

    /// Draws the dots of a moment.
    void paint(Frame f) {
        prepare(f);
        boolean changed = false;
        for (int k = 0; k < looks.length; k++) {
            Look look = look(f, k);
            if (!look.equals(looks[k])) {
                looks[k] = look;
                drawDot(f, k, look);
                changed = true;
            }
        }
        version += changed ? 1 : 0;
        f.surface()
                .pixels(
                        "field",
                        version,
                        pixels,
                        columns,
                        rows,
                        columns / scale,
                        rows / scale,
                        scale % 1 != 0);
    }

    private void prepare(Frame f) {
        StageLayout l = f.layout();
        double wantedScale = Math.max(1, f.surface().pixelScale());
        Key wanted = new Key(f.moment().segment, l, f.theme(), wantedScale);
        if (wanted.equals(key)) {
            return;
        }
        key = wanted;
        scale = wantedScale;
        columns = (int) Math.ceil(l.width() * scale);
        rows = (int) Math.ceil(l.height() * scale);
        rings = new int[columns * rows];
        owner = new int[columns * rows];
        pixels = new int[columns * rows];
        looks = new Look[l.x().length];
        version++;
        Arrays.fill(owner, -1);
        for (int k = 0; k < looks.length; k++) {
            drawRing(f, k);
        }
    }

    private Look look(Frame f, int k) {
        Moment m = f.moment();
        ClientState state = m.state[k];
        double hole = INNER * f.radius(k) * scale;
        double visible = 1 - m.dimmed[k] * (1 - FADED);
        double filled = hole * Math.sqrt(progress(m, k, state));
        return new Look(
                Math.round(visible * FADE_STEPS) / FADE_STEPS,
                Math.round(filled * RADIUS_STEPS) / RADIUS_STEPS,
                fillColor(f, state),
                state == ClientState.DROPPED);
    }

    private void drawRing(Frame f, int k) {
        int[] counts = f.moment().segment.labelCounts()[k];
        int examples = f.moment().segment.examples()[k];
        double r = f.radius(k) * scale;
        double cx = f.layout().x()[k] * scale;
        double cy = f.layout().y()[k] * scale;
        int[] colors = new int[counts.length];
        double[] ends = new double[counts.length];
        double sum = 0;
        for (int c = 0; c < counts.length; c++) {
            colors[c] =
                    counts.length == 1 ? f.color("ghost") : f.theme().classColor(c, counts.length);
            sum += examples == 0 ? 0 : 2 * Math.PI * counts[c] / examples;
            ends[c] = sum;
        }
        Box box = box(cx, cy, r);
        for (int y = box.top; y <= box.bottom; y++) {
            for (int x = box.left; x <= box.right; x++) {
                double dx = x + 0.5 - cx;
                double dy = y + 0.5 - cy;
                double cover = Easing.clamp(r + 0.5 - Math.sqrt(dx * dx + dy * dy));
                if (cover > 0) {
                    int color = f.color("hover");
                    double angle = Math.atan2(dx, -dy);
                    angle = angle < 0 ? angle + 2 * Math.PI : angle;
                    for (int c = 0; examples > 0 && c < ends.length; c++) {
                        if (angle <= ends[c] || c == ends.length - 1) {
                            color = colors[c];
                            break;
                        }
                    }
                    rings[y * columns + x] = Theme.alpha(color, cover);
                    owner[y * columns + x] = k;
                }
            }
        }
    }

    private void drawDot(Frame f, int k, Look look) {
        double r = f.radius(k) * scale;
        double hole = INNER * r;
        double cx = f.layout().x()[k] * scale;
        double cy = f.layout().y()[k] * scale;
        int paper = f.color("surface");
        int ghost = f.color("line2");
        Box box = box(cx, cy, r);
        for (int y = box.top; y <= box.bottom; y++) {
            for (int x = box.left; x <= box.right; x++) {
                int at = y * columns + x;
                if (owner[at] != k) {
                    continue;
                }
                double dx = x + 0.5 - cx;
                double dy = y + 0.5 - cy;
                double d = Math.sqrt(dx * dx + dy * dy);
                double alpha = (rings[at] >>> 24) / 255.0 * look.visible;
                int color = mix(look.grey ? ghost : rings[at], paper, hole + 0.5 - d);
                if (look.filled > 0) {
                    color = mix(color, look.fill, look.filled + 0.5 - d);
                }
                pixels[at] = alpha >= 1 ? color : Theme.alpha(color, alpha);
            }
        }
    }

    private record Box(int left, int top, int right, int bottom) {}

    private Box box(double cx, double cy, double r) {
        return new Box(
                (int) Math.max(0, Math.floor(cx - r - 1)),
                (int) Math.max(0, Math.floor(cy - r - 1)),
                (int) Math.min(columns - 1, Math.ceil(cx + r + 1)),
                (int) Math.min(rows - 1, Math.ceil(cy + r + 1)));
    }

    /// Most pixels lie wholly on one side of an edge.
    private static int mix(int color, int other, double cover) {
        if (cover <= 0) {
            return color;
        }
        return cover >= 1 ? other : Theme.mix(color, other, cover);
    }

    private static double progress(Moment m, int k, ClientState state) {
        return switch (state) {
            case RESTING, IDLE, EMPTY -> 0;
            case SELECTED -> 0.12 * m.appeared(k);
            case RECEIVING -> 0.12 + 0.1 * m.travel(k);
            case TRAINING -> Math.max(0.12, m.trained(k));
            default -> 1;
        };
    }

    private static int fillColor(Frame f, ClientState state) {
        return switch (state) {
            case LATE, CLIPPED, DOWN_WEIGHTED -> f.color("warn");
            case DROPPED, REJECTED -> f.color("bad");
            case SENT -> f.color("ink2");
            default -> f.color("ink3");
        };
    }
}
