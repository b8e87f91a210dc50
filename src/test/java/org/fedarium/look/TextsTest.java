package org.fedarium.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.algorithm.Algorithms;
import org.fedarium.algorithm.FederatedAlgorithm;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Domain;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.Values;
import org.fedarium.data.Samples;
import org.fedarium.experiment.Scenario;
import org.fedarium.experiment.Scenarios;
import org.fedarium.experiment.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextsTest {
    private static final Path HOME = Path.of(System.getProperty("fedarium.home", "."));
    private static final Path BUNDLES = HOME.resolve("assets/i18n");
    private static final Path FONTS = HOME.resolve("assets/fonts");
    private static final String CHINESE = "_zh_CN.properties";

    /// Their English texts are in the code, so an entry without a translation is no mistake.
    private static final Set<String> TRANSLATIONS_OF_CODE = Set.of("catalog", "error", "note");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
    private static final Pattern THROWN =
            Pattern.compile(
                    "(?:BadInput\\.of|problem)\\(\\s*\"([^\"]+)\",\\s*"
                            + "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static Stream<String> translatedRooms() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> name.endsWith(CHINESE))
                    .map(name -> name.substring(0, name.length() - CHINESE.length()))
                    .filter(room -> !TRANSLATIONS_OF_CODE.contains(room))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Map<String, String> bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(k -> k, properties::getProperty));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("translatedRooms")
    void aTranslatedBundleHasTheSameKeysAndPlaceholders(String room) throws IOException {
        Map<String, String> english = bundle(room + ".properties");
        Map<String, String> chinese = bundle(room + CHINESE);
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach(
                (key, text) ->
                        assertThat(placeholders(chinese.get(key)))
                                .as(key)
                                .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "setup", "stage", "plot", "transport", "scenario", "formula"})
    void keysBeginWithTheirRoom(String room) throws IOException {
        assertThat(bundle(room + ".properties").keySet()).allMatch(k -> k.startsWith(room + "."));
    }

    @Test
    void everyTranslatedCatalogTextBelongsToAnEntryOrParameter() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Schema.Section section : Schema.sections()) {
            String start = "catalog." + section.id() + ".";
            for (Descriptor entry : section.entries()) {
                known.add(start + entry.id() + ".name");
                known.add(start + entry.id() + ".summary");
                for (var parameter : entry.parameters()) {
                    for (String owner : List.of(start + entry.id() + ".", start)) {
                        known.add(owner + parameter.id() + ".label");
                        known.add(owner + parameter.id() + ".help");
                    }
                    known.add("catalog.unit." + parameter.unit().replace(' ', '-'));
                    if (parameter.domain() instanceof Domain.Choice choice) {
                        String option = "catalog.option." + section.id() + "." + parameter.id();
                        choice.options().forEach(word -> known.add(option + "." + word));
                    }
                }
            }
        }
        assertThat(known).containsAll(bundle("catalog" + CHINESE).keySet());
    }

    @Test
    void everyEntryAndParameterHasItsChineseTexts() throws IOException {
        Set<String> texts = bundle("catalog" + CHINESE).keySet();
        for (Schema.Section section : Schema.sections()) {
            String start = "catalog." + section.id() + ".";
            for (Descriptor entry : section.entries()) {
                String own = start + entry.id() + ".";
                assertThat(texts).contains(own + "name", own + "summary");
                for (var parameter : entry.parameters()) {
                    for (String part : List.of(".label", ".help")) {
                        assertThat(texts)
                                .containsAnyOf(
                                        own + parameter.id() + part, start + parameter.id() + part);
                    }
                }
            }
        }
    }

    @Test
    void everyNoteIsTranslated() throws IOException {
        Map<String, String> english = new HashMap<>(bundle("note.properties"));
        Pattern noted =
                Pattern.compile(
                        "Note\\.of\\(\\s*\"([^\"]+)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
        try (Stream<Path> files = Files.walk(HOME.resolve("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher made = noted.matcher(Files.readString(file));
                while (made.find()) {
                    english.put("note." + made.group(1), made.group(2));
                }
            }
        }
        for (var sample : Samples.ALL) {
            if (!sample.note().isEmpty()) {
                english.put("note.sample." + sample.id(), sample.note());
            }
        }
        for (FederatedAlgorithm algorithm : Algorithms.ALL.entries()) {
            for (String vector : vectors(algorithm)) {
                Note word = Note.word("vector", vector);
                english.put("note." + word.code(), word.template());
            }
        }
        Map<String, String> chinese = bundle("note" + CHINESE);
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach(
                (key, text) ->
                        assertThat(placeholders(chinese.get(key)))
                                .as(key)
                                .isEqualTo(placeholders(text)));
        Note dropped = Note.of("dropped", "{0} of {1} rows", 4, 6);
        assertThat(new Texts(Locale.SIMPLIFIED_CHINESE).note(dropped))
                .isEqualTo("6 行中有 4 行因缺失值被丢弃。");
        assertThat(new Texts(Locale.ENGLISH).note(dropped)).isEqualTo("4 of 6 rows");
    }

    /// Names of all that an algorithm sends and keeps.
    private static Set<String> vectors(FederatedAlgorithm algorithm) {
        Values values = Values.defaults(algorithm.describe());
        Set<String> names = new TreeSet<>(algorithm.sent(values));
        names.addAll(algorithm.sentScalars(values));
        names.addAll(algorithm.clientState(values));
        names.addAll(algorithm.serverState(values));
        return names;
    }

    @Test
    void everyMessageIsTranslated() throws IOException {
        assertThat(bundle("error" + CHINESE).keySet()).containsAll(templates().keySet());
    }

    @Test
    void everyTranslatedMessageBelongsToACodeAndHasItsPlaceholders() throws IOException {
        Map<String, String> templates = templates();
        bundle("error" + CHINESE)
                .forEach(
                        (key, text) -> {
                            assertThat(templates).containsKey(key);
                            assertThat(placeholders(text))
                                    .as(key)
                                    .isEqualTo(placeholders(templates.get(key)));
                        });
    }

    /// `error.<code>` to the English template, from the sources. One code has one template, or a
    /// translation could not fit both.
    private static Map<String, String> templates() throws IOException {
        Map<String, String> templates = new HashMap<>();
        try (Stream<Path> files = Files.walk(HOME.resolve("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher thrown = THROWN.matcher(Files.readString(file));
                while (thrown.find()) {
                    String template =
                            LITERAL.matcher(thrown.group(2))
                                    .results()
                                    .map(m -> m.group(1))
                                    .collect(Collectors.joining());
                    String before = templates.put("error." + thrown.group(1), template);
                    assertThat(before == null || before.equals(template))
                            .as("one template for code " + thrown.group(1) + ", also in " + file)
                            .isTrue();
                }
            }
        }
        return templates;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyScenarioHasItsTexts(String language) {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        for (Scenario scenario : Scenarios.all()) {
            for (String part : List.of("title", "look", "why", "not")) {
                assertThat(texts.get("scenario." + scenario.id() + "." + part)).isNotBlank();
            }
        }
        assertThat(texts.has("scenario.six-hospitals.warning")).isTrue();
    }

    @Test
    void scenarioTextsBelongToScenarios() throws IOException {
        List<String> ids = Scenarios.all().stream().map(Scenario::id).toList();
        assertThat(bundle("scenario.properties").keySet())
                .allMatch(key -> ids.contains(key.split("\\.")[1]));
    }

    @Test
    void theEnglishTitleIsTheExperimentsTitle() {
        Texts texts = new Texts(Locale.ENGLISH);
        for (Scenario scenario : Scenarios.all()) {
            assertThat(texts.get("scenario." + scenario.id() + ".title"))
                    .isEqualTo(scenario.experiment().title());
        }
    }

    @Test
    void sharedAndOwnParameterTextsAreFound() {
        Texts chinese = new Texts(Locale.forLanguageTag("zh-CN"));
        Descriptor iid = Schema.entry("partition", "iid");
        assertThat(chinese.label(iid, iid.parameter("clients"))).isEqualTo("客户端数");
        Descriptor adam = Schema.entry("optimizer", "adam");
        assertThat(chinese.help(adam, adam.parameter("beta1"))).isEqualTo("梯度均值的衰减。");
        Texts english = new Texts(Locale.ENGLISH);
        assertThat(english.label(iid, iid.parameter("clients"))).isEqualTo("Clients");
    }

    @Test
    void theBundledFontsHaveEveryCharacter() throws IOException, FontFormatException {
        Font latin = font("Inter-Regular.ttf");
        Font chinese = font("FedariumSansSC-Regular.ttf");
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                Font font = name.endsWith(CHINESE) ? chinese : latin;
                for (var text : bundle(name).entrySet()) {
                    assertThat(font.canDisplayUpTo(text.getValue()))
                            .as(name + ": " + text.getKey() + ": " + text.getValue())
                            .isEqualTo(-1);
                }
            }
        }
    }

    private static Font font(String file) throws IOException, FontFormatException {
        return Font.createFont(Font.TRUETYPE_FONT, FONTS.resolve(file).toFile());
    }
}
