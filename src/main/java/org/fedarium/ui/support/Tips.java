package org.fedarium.ui.support;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Supplier;

/// Tooltips that are made when the pointer first comes to their control: each is a window of its
/// own, and making a hundred of them would be a tenth of the start.
public final class Tips {
    private static final double WIDEST = 340;

    private Tips() {}

    private record Tip(String text, @Nullable Supplier<Node> below) {}

    /// Says a text beside the pointer; nothing when the text is empty.
    public static void set(Control control, String text) {
        put(control, new Tip(text, null));
    }

    /// The same with something below the text, made anew when it is needed.
    public static void set(Control control, String text, Supplier<Node> below) {
        put(control, new Tip(text, below));
    }

    /// What a control says, or an empty text.
    public static String of(Control control) {
        Tooltip made = control.getTooltip();
        if (made != null) {
            return made.getText();
        }
        return control.getProperties().get(Tips.class) instanceof Tip tip ? tip.text() : "";
    }

    /// The tooltip itself, made now if need be; for a control that says something.
    public static Tooltip made(Control control) {
        make(control);
        return Objects.requireNonNull(control.getTooltip());
    }

    private static void put(Control control, Tip tip) {
        String before = of(control);
        boolean known = control.getProperties().put(Tips.class, tip) != null;
        String help = control.getAccessibleHelp();
        if (help == null || help.isEmpty() || help.equals(before)) {
            // Assistive technology would have asked the tooltip.
            control.setAccessibleHelp(tip.text());
        }
        if (!known) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> make(control));
        }
        if (control.getTooltip() != null) {
            make(control);
        }
    }

    private static void make(Control control) {
        if (!(control.getProperties().get(Tips.class) instanceof Tip tip)) {
            return;
        }
        if (tip.text().isEmpty()) {
            control.setTooltip(null);
            return;
        }
        Tooltip tooltip = control.getTooltip() == null ? new Tooltip() : control.getTooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST);
        tooltip.setText(tip.text());
        tooltip.setGraphic(tip.below() == null ? null : tip.below().get());
        tooltip.setContentDisplay(ContentDisplay.BOTTOM);
        tooltip.setGraphicTextGap(6);
        control.setTooltip(tooltip);
    }
}
