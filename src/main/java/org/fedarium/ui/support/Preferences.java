package org.fedarium.ui.support;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.fedarium.catalog.ParameterSpec.Level;
import org.fedarium.look.Theme;
import org.fedarium.scene.Arrangement;

import java.util.Locale;
import java.util.Optional;

/// What a person has chosen about the window and not about the run; remembered from one day to the
/// next. Lives on the FX thread.
public final class Preferences {
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Locale> locale;
    private final ObjectProperty<Level> level;
    private final ObjectProperty<PlotSetup> plots;
    private final ObjectProperty<Access> access;
    private final ObjectProperty<Optional<Arrangement>> arrangement;

    Preferences(WindowState remembered) {
        theme = new SimpleObjectProperty<>(remembered.theme());
        locale = new SimpleObjectProperty<>(remembered.locale());
        level = new SimpleObjectProperty<>(remembered.level());
        plots = new SimpleObjectProperty<>(remembered.plots());
        access = new SimpleObjectProperty<>(remembered.access());
        arrangement = new SimpleObjectProperty<>(remembered.arrangement());
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Locale> locale() {
        return locale;
    }

    /// How many settings are shown.
    public ObjectProperty<Level> level() {
        return level;
    }

    /// The plots beside the stage.
    public ObjectProperty<PlotSetup> plots() {
        return plots;
    }

    /// Keys and motion.
    public ObjectProperty<Access> access() {
        return access;
    }

    /// How clients stand on the stage; empty for as suits the run.
    public ObjectProperty<Optional<Arrangement>> arrangement() {
        return arrangement;
    }
}
