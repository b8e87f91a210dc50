package org.fedarium.ui.setup;

/// Free text, or a list of whole numbers separated by commas.
final class TextControl extends ParameterControl {
    private static final double WIDTH = 148;

    private final TypedField field;
    private String shown = "";

    TextControl(Setting setting) {
        super(setting);
        field =
                new TypedField(
                        setting.id() + "-field",
                        this::read,
                        value -> setting.target().edit(setting.path(), value),
                        notches -> {});
        field.setWidth(WIDTH);
        describe(field.node());
        setContent(row(field.node()));
    }

    @Override
    void show(Object value) {
        String text = ValueText.write(value);
        if (text.equals(shown) && hasError()) {
            return;
        }
        shown = text;
        showError(null);
        field.show(text);
    }
}
