package org.fedarium.ui.setup;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.fedarium.experiment.Dealing;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.partition.EffectiveClasses;
import org.fedarium.partition.Skew;
import org.fedarium.ui.support.Tips;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// Four measures of the skew of a deal, and one sentence that says what they mean for it.
final class SkewMeasures {
    private static final List<String> NAMES =
            List.of("measure", "hellinger", "jensenShannon", "classes");
    private static final List<String> IDS =
            List.of("skew-number", "skew-hellinger", "skew-jensen-shannon", "skew-classes");

    private static final double LINES = 68;

    private final Texts texts;
    private final GridPane grid = new GridPane(12, 2);
    private final Label sentence = new Label();
    private final VBox box = new VBox(4, grid, sentence);

    SkewMeasures(Texts texts) {
        this.texts = texts;
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().setAll(half, half);
        for (int i = 0; i < NAMES.size(); i++) {
            Label name = new Label(texts.get("setup.skew." + NAMES.get(i)));
            name.getStyleClass().add("fed-caption");
            name.setMinWidth(0);
            Label number = new Label("\u2013");
            number.setId(IDS.get(i));
            number.getStyleClass().add("fed-caption");
            number.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            String meaning = texts.get("setup.skew." + NAMES.get(i) + ".help");
            String help = name.getText() + "\n" + meaning;
            Tips.set(name, help);
            Tips.set(number, help);
            grid.add(new HBox(4, name, gap, number), i % 2, i / 2);
        }
        sentence.setId("skew-sentence");
        sentence.getStyleClass().add("fed-caption");
        sentence.setWrapText(true);
        // Room for its four lines before the first answer, so that nothing below jumps.
        sentence.setMinHeight(LINES);
        sentence.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    }

    VBox node() {
        return box;
    }

    void show(Dealing.@Nullable Preview preview) {
        int[][] counts = preview == null ? new int[0][0] : preview.counts();
        double l1 = Skew.L1.weightedMean(counts);
        double classes = EffectiveClasses.weightedMean(counts);
        List<String> values =
                List.of(
                        Numbers.shortText(l1),
                        Numbers.shortText(Skew.HELLINGER.weightedMean(counts)),
                        Numbers.shortText(Skew.JENSEN_SHANNON.weightedMean(counts)),
                        classes(classes));
        for (int i = 0; i < values.size(); i++) {
            if (grid.lookup("#" + IDS.get(i)) instanceof Label number) {
                number.setText(values.get(i));
                String name = texts.get("setup.skew." + NAMES.get(i));
                number.setAccessibleText(name + " " + values.get(i));
            }
        }
        sentence.setText(preview == null || Double.isNaN(l1) ? "" : sentence(preview, l1, classes));
    }

    private String sentence(Dealing.Preview preview, double l1, double classes) {
        int all = preview.counts()[0].length;
        boolean regression = preview.classNames().isEmpty();
        String key = regression ? "setup.skew.sentence.deciles" : "setup.skew.sentence";
        String moved = String.format(Locale.ROOT, "%.0f", 50 * l1) + "\u2009%";
        return texts.get(key, moved, classes(classes), all);
    }

    private static String classes(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.1f", value);
    }
}
