package org.fedarium.catalog;

import java.util.List;

/// One setting: its range, default, unit and help, and whether it may change while a run goes on.
///
/// @param id           the field's name in JSON
/// @param label        short English label
/// @param help         one sentence for the tooltip and the docs
/// @param unit         such as `rounds`, `examples`; empty when it has none
/// @param domain       the allowed values
/// @param defaultValue a value of the domain
/// @param midRun       true when a change may take effect at the next round of a running experiment
/// @param level        how much detail a person must ask for before seeing it
public record ParameterSpec(
        String id,
        String label,
        String help,
        String unit,
        Domain domain,
        Object defaultValue,
        boolean midRun,
        Level level) {

    /// Basic settings are always shown; `MORE` and `ALL` on request.
    public enum Level {
        BASIC,
        MORE,
        ALL
    }

    public ParameterSpec {
        defaultValue = Values.check(id, domain, defaultValue);
    }

    public static ParameterSpec real(
            String id, String label, double min, double max, double defaultValue, String help) {
        return new ParameterSpec(
                id,
                label,
                help,
                "",
                new Domain.Reals(min, max, false, Domain.Scale.LINEAR),
                defaultValue,
                true,
                Level.BASIC);
    }

    /// A positive real on a logarithmic slider; `min` must be above 0.
    public static ParameterSpec logReal(
            String id, String label, double min, double max, double defaultValue, String help) {
        return real(id, label, min, max, defaultValue, help)
                .in(new Domain.Reals(min, max, false, Domain.Scale.LOG));
    }

    public static ParameterSpec integer(
            String id, String label, long min, long max, long defaultValue, String help) {
        return new ParameterSpec(
                id,
                label,
                help,
                "",
                new Domain.Integers(min, max, Domain.Scale.LINEAR),
                defaultValue,
                true,
                Level.BASIC);
    }

    public static ParameterSpec choice(
            String id, String label, List<String> options, String defaultValue, String help) {
        return new ParameterSpec(
                id, label, help, "", new Domain.Choice(options), defaultValue, true, Level.BASIC);
    }

    public static ParameterSpec flag(String id, String label, boolean defaultValue, String help) {
        return new ParameterSpec(
                id, label, help, "", new Domain.Flag(), defaultValue, true, Level.BASIC);
    }

    public static ParameterSpec text(String id, String label, String defaultValue, String help) {
        return new ParameterSpec(
                id, label, help, "", new Domain.Text(4096), defaultValue, true, Level.BASIC);
    }

    public ParameterSpec in(Domain newDomain) {
        return new ParameterSpec(id, label, help, unit, newDomain, defaultValue, midRun, level);
    }

    public ParameterSpec unit(String newUnit) {
        return new ParameterSpec(id, label, help, newUnit, domain, defaultValue, midRun, level);
    }

    public ParameterSpec at(Level newLevel) {
        return new ParameterSpec(id, label, help, unit, domain, defaultValue, midRun, newLevel);
    }

    public ParameterSpec withDefault(Object newDefault) {
        return new ParameterSpec(id, label, help, unit, domain, newDefault, midRun, level);
    }

    /// The same setting, but changing it needs a restart of the run.
    public ParameterSpec restartOnly() {
        return new ParameterSpec(id, label, help, unit, domain, defaultValue, false, level);
    }
}
