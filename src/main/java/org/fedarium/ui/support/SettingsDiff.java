package org.fedarium.ui.support;

import org.fedarium.catalog.Values;
import org.fedarium.experiment.Choice;
import org.fedarium.experiment.Experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/// Which settings differ between a running experiment and the edited one, and which of them may
/// change while the run goes on.
///
/// @param live    path to new value, for settings that take effect at the next round
/// @param restart path to new value, for settings that need a restart
public record SettingsDiff(Map<String, Object> live, Map<String, Object> restart) {

    public boolean isEmpty() {
        return live.isEmpty() && restart.isEmpty();
    }

    public static SettingsDiff between(Experiment running, Experiment edited) {
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "rounds", (long) running.rounds(), (long) edited.rounds());
        put(all, "seed", running.seed(), edited.seed());
        edited.sections().forEach((id, choice) -> sections(all, id, running.section(id), choice));
        Map<String, Object> live = new LinkedHashMap<>();
        Map<String, Object> restart = new LinkedHashMap<>();
        all.forEach(
                (path, value) -> {
                    boolean kindStays =
                            !path.contains(".")
                                    || running.canChangeMidRun(sectionOf(path) + ".kind")
                                    || !all.containsKey(sectionOf(path) + ".kind");
                    boolean midRun = kindStays && edited.canChangeMidRun(path);
                    (midRun ? live : restart).put(path, value);
                });
        return new SettingsDiff(live, restart);
    }

    private static void sections(
            Map<String, Object> all, String id, Choice running, Choice edited) {
        Values from = running.values();
        if (!running.kind().equals(edited.kind())) {
            all.put(id + ".kind", edited.kind());
            from = from.convertTo(edited.descriptor());
        }
        for (Map.Entry<String, Object> e : edited.values().asMap().entrySet()) {
            put(all, id + "." + e.getKey(), from.get(e.getKey()), e.getValue());
        }
    }

    private static void put(Map<String, Object> all, String path, Object before, Object after) {
        if (!before.equals(after)) {
            all.put(path, after);
        }
    }

    private static String sectionOf(String path) {
        return path.substring(0, path.indexOf('.'));
    }
}
