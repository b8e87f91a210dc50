package org.fedarium.ui.shell;

import org.fedarium.experiment.Scenarios;
import org.fedarium.look.Theme;
import org.fedarium.ui.support.FxToolkit;
import org.fedarium.ui.support.OpenLab;

import java.util.Locale;

public final class ShowLab {
    public static void main(String[] a) throws Exception {
        double w = Double.parseDouble(a[0]), h = Double.parseDouble(a[1]);
        Theme t = a[2].equals("dark") ? Theme.DARK : Theme.LIGHT;
        Locale l = a[3].equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        int sc = Integer.parseInt(a[4]);
        double pos = Double.parseDouble(a[5]);
        FxToolkit.start();
        long t0 = System.nanoTime();
        try (OpenLab lab = OpenLab.of(Scenarios.all().get(sc).experiment(), w, h, t, l)) {
            System.out.println("open ms " + (System.nanoTime() - t0) / 1000000);
            if (pos > 0) lab.goTo(pos);
            FxToolkit.run(() -> lab.model.selected().set(1));
            FxToolkit.await(
                    "trace",
                    () ->
                            lab.model.playhead().get().round() == 0
                                    || lab.model.traces().busyRound() == 0);
            lab.robot.snapshot(a[6]);
        }
        System.exit(0);
    }
}
