package org.fedarium.app;

import javafx.application.Platform;
import javafx.scene.Scene;

import org.fedarium.ui.support.LabModel;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// Watches the first frames of a start and then ends the program: asked for by `bench start`, and
/// by the build, which records what a start needs so that later ones are faster. Belongs to the FX
/// thread.
///
/// A frame counts when the next pulse begins, because JavaFX begins it only after rendering.
final class StartProbe implements Runnable {
    /// Prints when the first frames were there, and ends.
    static final String TIME = "--time-start";

    /// Without a display and without the user's settings; plays a while before it ends.
    static final String REHEARSE = "--rehearse-start";

    static final String FIRST_FRAME = "first-frame";
    static final String MOVING = "moving";

    private static final long REHEARSAL_MILLIS = 8000;

    private final Scene scene;
    private final LabModel model;
    private final PrintStream out;
    private final long lingerMillis;
    private int pulses;
    private boolean moved;
    private long end = Long.MAX_VALUE;

    private StartProbe(Scene scene, LabModel model, PrintStream out, long lingerMillis) {
        this.scene = scene;
        this.model = model;
        this.out = out;
        this.lingerMillis = lingerMillis;
    }

    static boolean isAsked(List<String> arguments) {
        return arguments.contains(TIME) || isRehearsal(arguments);
    }

    static boolean isRehearsal(List<String> arguments) {
        return arguments.contains(REHEARSE);
    }

    /// Watches a window that is about to be shown, when the arguments ask for it.
    static void install(List<String> arguments, Lab lab) {
        if (isAsked(arguments)) {
            Scene scene = lab.window().scene();
            long linger = isRehearsal(arguments) ? REHEARSAL_MILLIS : 0;
            scene.addPreLayoutPulseListener(
                    new StartProbe(scene, lab.window().model(), System.out, linger));
        }
    }

    /// Draws into memory where there is no display, or none is wanted.
    static void drawIntoMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    @Override
    public void run() {
        long now = System.currentTimeMillis();
        pulses++;
        if (pulses == 2) {
            tell(FIRST_FRAME, now);
        }
        if (moved && end == Long.MAX_VALUE) {
            tell(MOVING, now);
            end = now + lingerMillis;
        }
        // The playhead has already moved in this pulse, whose frame comes after this.
        moved |= model.playhead().get().position() > 0;
        if (now >= end) {
            end = Long.MAX_VALUE - 1;
            scene.removePreLayoutPulseListener(this);
            Platform.exit();
        }
    }

    private void tell(String what, long epochMillis) {
        long used = used();
        out.println(what + " " + epochMillis + " " + used);
        out.flush();
    }

    /// Milliseconds of processor time of this process so far, all threads together.
    private static long used() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }
}
