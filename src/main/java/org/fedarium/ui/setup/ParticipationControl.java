package org.fedarium.ui.setup;

import javafx.scene.control.Slider;
import javafx.scene.text.Text;

import org.fedarium.algorithm.FixedSizeParticipation;
import org.fedarium.catalog.BadInput;
import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The share of clients that take part, said as a number of clients: `11 of 12`. Accepts `11`,
/// `11 of 12`, `0.9` and `90 %`.
final class ParticipationControl extends ParameterControl {
    private static final Pattern COUNT = Pattern.compile("(\\d+)(?:\\s*(?:of|/|\u5171)\\s*\\d+)?");
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

    private static final double WIDTH = 96;
    private static final double INSETS = 24;

    private final TypedField field;
    private final Slider slider = new Slider(0, 1, 1);
    private int clients = 1;
    private double fraction = 1;
    private double width = WIDTH;
    private boolean showing;

    ParticipationControl(Setting setting) {
        super(setting);
        field = new TypedField(setting.id() + "-field", this::parse, this::send, this::step);
        field.node().getStyleClass().add("fed-number");
        field.setWidth(WIDTH);
        describe(field.node());
        slider.setId(setting.id() + "-slider");
        slider.getStyleClass().add("fed-slider");
        slider.setBlockIncrement(0.05);
        describe(slider);
        slider.valueProperty().addListener((o, before, now) -> dragged(now.doubleValue()));
        slider.valueChangingProperty()
                .addListener((o, before, now) -> setting.target().adjusting(now));
        setContent(row(field.node()), slider);
    }

    /// How many clients there are now.
    void setClients(int count) {
        if (count != clients && count > 0) {
            clients = count;
            refresh();
        }
    }

    @Override
    void show(Object value) {
        double next = (Double) value;
        if (next == fraction && hasError()) {
            return;
        }
        fraction = next;
        showError(null);
        refresh();
    }

    private int cohort() {
        return Math.min(clients, FixedSizeParticipation.size(clients, fraction));
    }

    private void refresh() {
        field.show(setting.texts().get("setup.cohort", cohort(), clients));
        Text measure = new Text(field.node().getText());
        measure.setFont(field.node().getFont());
        double needed = Math.ceil(measure.getLayoutBounds().getWidth()) + INSETS;
        if (needed > width) {
            width = needed;
            field.setWidth(width);
        }
        if (clients > 1 && Math.round(1 + slider.getValue() * (clients - 1)) != cohort()) {
            showing = true;
            slider.setValue((cohort() - 1.0) / (clients - 1));
            showing = false;
        }
        slider.setDisable(clients <= 1);
    }

    private void dragged(double position) {
        if (!showing) {
            choose((int) Math.round(1 + position * (clients - 1)));
        }
    }

    private void step(int notches) {
        choose(Math.max(1, Math.min(clients, cohort() + notches)));
    }

    private void choose(int count) {
        if (count != cohort()) {
            send((double) count / clients);
        }
    }

    private @Nullable Object parse(String text) {
        String stripped = text.strip();
        Matcher count = COUNT.matcher(stripped);
        Matcher percent = PERCENT.matcher(stripped);
        if (percent.matches()) {
            return read(ValueText.write(Double.parseDouble(percent.group(1)) / 100));
        }
        if (!count.matches()) {
            return read(text);
        }
        long chosen = count.group(1).length() > 6 ? Long.MAX_VALUE : Long.parseLong(count.group(1));
        if (chosen < 1 || chosen > clients) {
            showError(
                    setting.texts()
                            .message(
                                    BadInput.of(
                                            "field.range",
                                            "{0}: {1} is not {2}.",
                                            setting.label(),
                                            count.group(1),
                                            setting.texts()
                                                    .get("setup.range.integer", 1, clients))));
            return null;
        }
        showError(null);
        return (double) chosen / clients;
    }

    private void send(Object value) {
        fraction = (Double) value;
        refresh();
        setting.target().edit(setting.path(), value);
    }
}
