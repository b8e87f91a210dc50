package org.fedarium.ui.setup;

import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

import org.fedarium.catalog.Domain;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// A number: a field, and a slider where the range can be dragged.
final class NumberControl extends ParameterControl {
    private final TypedField field;
    private final @Nullable SliderScale scale;
    private final Slider slider = new Slider(0, 1, 0);
    private double value;
    private boolean showing;

    /// @param sliderMax right end of the slider when smaller than the range; NaN: the range's
    /// @param reverse   large values left
    NumberControl(Setting setting, double sliderMax, boolean reverse) {
        super(setting);
        SliderScale full =
                setting.typed() ? null : SliderScale.of(setting.spec().domain(), reverse);
        scale =
                full == null || Double.isNaN(sliderMax)
                        ? full
                        : new SliderScale(full.min(), sliderMax, full.log(), full.whole(), reverse);
        field = new TypedField(setting.id() + "-field", this::read, this::send, this::step);
        field.node().getStyleClass().add("fed-number");
        describe(field.node());
        if (scale == null) {
            field.setWidth(setting.typed() ? 52 : 84);
            setContent(row(field.node()));
            return;
        }
        field.setWidth(68);
        slider.setId(setting.id() + "-slider");
        slider.getStyleClass().add("fed-slider");
        describe(slider);
        slider.valueProperty().addListener((o, before, now) -> dragged(now.doubleValue()));
        slider.valueChangingProperty()
                .addListener((o, before, now) -> setting.target().adjusting(now));
        slider.addEventFilter(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                e -> {
                    boolean up = e.getCode() == KeyCode.RIGHT || e.getCode() == KeyCode.UP;
                    boolean down = e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.DOWN;
                    if ((up || down) && !e.isShiftDown()) {
                        stepSlider(up ? 1 : -1);
                        e.consume();
                    }
                });
        setContent(row(field.node()), slider);
    }

    /// Adds captions below the slider: powers of ten, or the given words spread evenly.
    NumberControl captioned(List<String> words) {
        SliderScale s = scale;
        if (s != null) {
            List<String> shown =
                    words.isEmpty()
                            ? s.decades().stream().map(d -> ValueText.write(d)).toList()
                            : words;
            if (!shown.isEmpty()) {
                setContent(row(field.node()), slider, new SpreadCaptions(shown));
            }
        }
        return this;
    }

    @Override
    void show(Object newValue) {
        double number = ((Number) newValue).doubleValue();
        if (number == value && hasError()) {
            return;
        }
        value = number;
        showError(null);
        field.show(ValueText.write(newValue));
        moveSlider();
    }

    private void moveSlider() {
        if (scale != null && scale.value(slider.getValue()) != value) {
            showing = true;
            slider.setValue(scale.position(value));
            showing = false;
        }
    }

    private void dragged(double position) {
        if (!showing && scale != null) {
            accept(scale.value(position));
        }
    }

    private void step(int notches) {
        accept(
                scale == null
                        ? value + notches
                        : scale.step(value, scale.reverse() ? -notches : notches));
    }

    private void stepSlider(int notches) {
        if (scale != null) {
            accept(scale.step(value, notches));
        }
    }

    private void accept(double number) {
        boolean whole = setting.spec().domain() instanceof Domain.Integers;
        Object checked = read(ValueText.write(whole ? (Object) (long) number : (Object) number));
        if (checked != null && number != value) {
            value = number;
            field.show(ValueText.write(checked));
            moveSlider();
            send(checked);
        }
    }

    private void send(Object checked) {
        value = ((Number) checked).doubleValue();
        moveSlider();
        setting.target().edit(setting.path(), checked);
    }
}
