package org.fedarium.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.catalog.Values;
import org.fedarium.chart.Fonts;
import org.fedarium.data.DataSource;
import org.fedarium.data.DataSources;
import org.fedarium.data.Dataset;
import org.fedarium.experiment.Experiment;
import org.fedarium.experiment.Schema;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.math.Purpose;
import org.fedarium.math.Randomness;
import org.fedarium.support.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/// Every character that can be shown is in the file of the font that shows it: JavaFX does not look
/// for it elsewhere, and a chart on another machine may have no other font.
class GlyphsTest {
    private static final List<String> LATIN =
            List.of("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold");
    private static final List<String> CHINESE =
            List.of("FedariumSansSC-Regular", "FedariumSansSC-SemiBold");

    /// The families that canvases ask for, and the files they are in.
    private static final Map<String, List<String>> FILES =
            Map.of(
                    "Inter", List.of("Inter-Regular", "Inter-Bold"),
                    "Inter Medium", List.of("Inter-Medium"),
                    "Inter SemiBold", List.of("Inter-SemiBold"),
                    "Fedarium Sans SC", List.of("FedariumSansSC-Regular"),
                    "Fedarium Sans SC SemiBold", List.of("FedariumSansSC-SemiBold"),
                    "Fedarium Math", List.of("FedariumMath"),
                    "Fedarium Math Upright", List.of("FedariumMathUpright"));

    private final Map<String, Font> fonts = new HashMap<>();

    private Font font(String name) {
        return fonts.computeIfAbsent(
                name,
                n -> {
                    try (InputStream in = Objects.requireNonNull(Fonts.open(n + ".ttf"), n)) {
                        return Font.createFont(Font.TRUETYPE_FONT, in);
                    } catch (IOException | FontFormatException e) {
                        throw new IllegalStateException(n, e);
                    }
                });
    }

    private void shows(List<String> files, String what, String text) {
        for (String file : files) {
            int at = font(file).canDisplayUpTo(text.replace("\n", ""));
            assertThat(at).as("%s lacks a character of %s: %s", file, what, text).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyTextOfTheBundles(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Texts texts = new Texts(locale);
        List<String> files = language.equals("en") ? LATIN : CHINESE;
        ResourceBundle all = texts.asBundle();
        int count = 0;
        for (String key : all.keySet()) {
            shows(files, key, all.getString(key));
            count++;
        }
        assertThat(count).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyNameHelpAndUnitOfTheCatalogs(String language) {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        List<String> files = language.equals("en") ? LATIN : CHINESE;
        for (Schema.Section section : Schema.sections()) {
            for (Descriptor entry : section.entries()) {
                shows(files, entry.id(), texts.name(entry) + texts.summary(entry));
                shows(files, entry.id(), entry.citation());
                shows(List.of("FedariumMath"), entry.id(), entry.formula());
                for (ParameterSpec parameter : entry.parameters()) {
                    String words = texts.label(entry, parameter) + texts.help(entry, parameter);
                    shows(files, entry.id() + "." + parameter.id(), words + parameter.unit());
                }
            }
        }
    }

    static List<DataSource> sources() {
        return DataSources.ALL.entries().stream()
                .filter(s -> !s.describe().id().equals("csv"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyNameInTheData(DataSource source) {
        Dataset data =
                source.load(
                        Values.defaults(source.describe()),
                        new SampleFiles(),
                        new Randomness(1).stream(Purpose.DATA));
        List<String> names = new ArrayList<>(data.featureNames());
        names.addAll(data.classNames());
        names.addAll(data.groupNames());
        data.notes().forEach(note -> names.add(note.sentence()));
        names.addAll(List.of(data.title(), data.targetName()));
        for (String name : names) {
            shows(LATIN, data.id(), name);
            shows(CHINESE, data.id(), name);
        }
    }

    /// Every algorithm, rule, optimiser and coordination: their formulas and all that is drawn.
    private static List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        for (String section :
                List.of("algorithm", "aggregation", "optimizer", "coordination", "compression")) {
            for (Schema.Section one : Schema.sections()) {
                if (one.id().equals(section)) {
                    for (Descriptor entry : one.entries()) {
                        all.add(Experiment.defaults().with(section + ".kind", entry.id()));
                    }
                }
            }
        }
        return all;
    }

    @Test
    void everyLetterAndSignThatTheStageAndTheFormulasDraw() {
        int drawn = 0;
        for (String language : List.of("en", "zh-CN")) {
            Texts texts = new Texts(Locale.forLanguageTag(language));
            for (Experiment experiment : experiments()) {
                SampleTimeline run = SampleTimeline.of(6, 10, 3, 1, true).as(experiment);
                RecordingSurface surface = new RecordingSurface();
                for (Phase phase : Phase.values()) {
                    Playhead at = new Playhead(3, phase, 1);
                    StageView view = StageView.of(run, at, Theme.LIGHT, texts, 1200, 900);
                    new StagePainter().paint(surface, view);
                    FormulaCard.paint(surface, view, 0, 0, 2400, 110);
                    GanttPainter.paint(surface, view);
                }
                for (var family : surface.families.entrySet()) {
                    for (String text : family.getValue()) {
                        shows(FILES.get(family.getKey()), experiment.toString(), text);
                        drawn++;
                    }
                }
            }
        }
        assertThat(drawn).isGreaterThan(1000);
    }
}
