package org.fedarium.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.ParameterSpec;
import org.fedarium.experiment.Schema;
import org.fedarium.support.Latin;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Nothing that the catalogs put on screen stays English in a Chinese window.
class ChineseCatalogTest {
    private static final Texts CHINESE = new Texts(Locale.SIMPLIFIED_CHINESE);
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    /// What stands in a person's file, names in the literature, and of other programs.
    private static final List<String> HELPS =
            List.of(
                    "名为 client 的列",
                    "NA、NaN、null",
                    "Allouah 等",
                    "NIID-Bench",
                    "Nesterov",
                    "Rényi",
                    "Kingma",
                    "Flower");

    private static Stream<Descriptor> entries() {
        return Schema.sections().stream().flatMap(s -> s.entries().stream());
    }

    private static String path(Descriptor entry) {
        return entry.section() + "." + entry.id();
    }

    /// Place to the words found there.
    private static void look(Map<String, List<String>> found, String place, String text) {
        look(found, place, text, List.of());
    }

    private static void look(
            Map<String, List<String>> found, String place, String text, List<String> allowed) {
        List<String> words = Latin.words(text, allowed);
        if (!words.isEmpty()) {
            found.put(place + ": " + text, words);
        }
    }

    @Test
    void noFormulaOfAnEntryHasAnEnglishWord() {
        Map<String, List<String>> found = new TreeMap<>();
        entries().forEach(e -> look(found, path(e), CHINESE.formula(e.formula())));
        assertThat(found).isEmpty();
    }

    @Test
    void theWordsOfFormulasStayInEnglish() {
        entries().forEach(e -> assertThat(ENGLISH.formula(e.formula())).isEqualTo(e.formula()));
    }

    @Test
    void namesAndSummariesAreChinese() {
        Map<String, List<String>> found = new TreeMap<>();
        entries()
                .forEach(
                        e -> {
                            look(found, path(e) + " name", CHINESE.name(e));
                            look(found, path(e) + " summary", CHINESE.summary(e));
                        });
        assertThat(found).isEmpty();
    }

    @Test
    void labelsAndHelpsAreChinese() {
        Map<String, List<String>> found = new TreeMap<>();
        entries()
                .forEach(
                        e -> {
                            for (ParameterSpec p : e.parameters()) {
                                String place = path(e) + "." + p.id();
                                look(found, place, CHINESE.label(e, p));
                                look(found, place, CHINESE.unit(p));
                                look(found, place, CHINESE.help(e, p), HELPS);
                            }
                        });
        assertThat(found).isEmpty();
    }

    @Test
    void theWordsOfChoicesAreChinese() {
        Map<String, List<String>> found = new TreeMap<>();
        entries()
                .forEach(
                        e -> {
                            for (ParameterSpec p : e.parameters()) {
                                String place = e.section() + "." + p.id();
                                options(p)
                                        .forEach(o -> look(found, place, CHINESE.option(place, o)));
                            }
                        });
        assertThat(found).isEmpty();
    }

    private static List<String> options(ParameterSpec parameter) {
        return parameter.domain() instanceof Domain.Choice c ? c.options() : List.of();
    }
}
