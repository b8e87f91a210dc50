package org.fedarium.app;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Duration;

import org.fedarium.ui.support.FirstFrame;
import org.fedarium.ui.support.LabModel;

import java.io.PrintStream;
import java.util.List;

/// Watches the first frames of a start and then ends the program: asked for by `bench start`, and
/// by the build, which records what a start needs so that later ones are faster. Belongs to the FX
/// thread.
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
            StartProbe probe = new StartProbe(scene, lab.window().model(), System.out, linger);
            FirstFrame.await(scene, () -> probe.tell(FIRST_FRAME));
            scene.addPreLayoutPulseListener(probe);
        }
    }

    /// Draws into memory where there is no display, or none is wanted.
    static void drawIntoMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Once per frame, before its layout.
    @Override
    public void run() {
        if (model.playhead().get().position() > 0) {
            scene.removePreLayoutPulseListener(this);
            FirstFrame.await(scene, this::end);
        }
    }

    private void end() {
        tell(MOVING);
        PauseTransition linger = new PauseTransition(Duration.millis(lingerMillis));
        linger.setOnFinished(e -> Platform.exit());
        linger.play();
    }

    private void tell(String what) {
        long now = System.currentTimeMillis();
        out.println(what + " " + now + " " + used());
        out.flush();
    }

    /// Milliseconds of processor time of this process so far, all threads together.
    private static long used() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(java.time.Duration::toMillis)
                .orElse(0L);
    }
}
