package org.fedarium.ui.setup;

import atlantafx.base.controls.ToggleSwitch;

/// Yes or no.
final class FlagControl extends ParameterControl {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private boolean showing;

    FlagControl(Setting setting) {
        super(setting);
        toggle.setId(setting.id() + "-field");
        describe(toggle);
        toggle.selectedProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!showing) {
                                setting.target().edit(setting.path(), now);
                            }
                        });
        setContent(row(toggle));
    }

    @Override
    void show(Object value) {
        showing = true;
        toggle.setSelected((Boolean) value);
        showing = false;
    }
}
