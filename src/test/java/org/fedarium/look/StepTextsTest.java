package org.fedarium.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A step of a run is a round, a server version or a mixing step: the texts must say which.
class StepTextsTest {
    private static final Path BUNDLES =
            Path.of(System.getProperty("fedarium.home", "."), "assets/i18n");
    private static final List<String> VARIANTS =
            List.of("." + Rhythm.VERSIONS, "." + Rhythm.MIXING);
    private static final Pattern ROUND = Pattern.compile("\\b[Rr]ounds?\\b");
    private static final Pattern ROUND_IN_CHINESE = Pattern.compile("轮次|本轮|第 \\{\\d} 轮|一轮|总轮数|逐轮");
    private static final Pattern SERVER = Pattern.compile("[Ss]erver|[Gg]lobal (model|value)");

    /// Only shown where there is a server, or in phases that a run without one does not have.
    private static final Pattern WITH_SERVER =
            Pattern.compile(
                    "stage\\.(narration\\.(select|broadcast|average|single|combine)|version\\.|"
                            + "what\\.lateUnasked|state\\.(receiving|uploading|sent)).*|shell\\.phase\\.BROADCAST\\.help"
                            + "|plot\\.series\\.(localOnly|centralised|optimum).*");

    /// No step of that kind ever shows them.
    private static final Set<String> NEVER_SHOWN = Set.of("stage.state.selected.MIXING");

    private static Map<String, String> bundle(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(k -> k, properties::getProperty));
    }

    private static boolean isVariant(String key) {
        return VARIANTS.stream().anyMatch(key::endsWith);
    }

    private static String withoutNo(String text) {
        return text.replaceAll("[Ww]ithout a server|is no server", "");
    }

    private static String plain(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "plot", "transport", "shell", "setup"})
    void everyTextThatSaysRoundHasItsVariants(String room) throws IOException {
        // Only synchronous rounds have a privacy budget.
        Set<String> narratedByTheirOwn =
                Set.of(
                        "stage.narration.select",
                        "stage.narration.selectAll",
                        "shell.end.BUDGET",
                        "shell.end.BUDGET.none",
                        "shell.end.budgetAdvice");
        Map<String, String> texts = bundle(room + ".properties");
        texts.forEach(
                (key, text) -> {
                    boolean says = !isVariant(key) && ROUND.matcher(text).find();
                    if (says && !narratedByTheirOwn.contains(key)) {
                        List<String> needed = VARIANTS.stream().map(v -> key + v).toList();
                        assertThat(texts.keySet())
                                .containsAll(
                                        needed.stream()
                                                .filter(k -> !NEVER_SHOWN.contains(k))
                                                .toList());
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "plot", "transport", "shell", "setup"})
    void noVariantSaysRoundInEitherLanguage(String room) throws IOException {
        bundle(room + ".properties")
                .forEach(
                        (key, text) -> {
                            if (isVariant(key)) {
                                assertThat(text).as(key).doesNotContainPattern(ROUND);
                            }
                        });
        bundle(room + "_zh_CN.properties")
                .forEach(
                        (key, text) -> {
                            if (isVariant(key)) {
                                assertThat(text).as(key).doesNotContainPattern(ROUND_IN_CHINESE);
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "plot", "shell"})
    void withoutAServerNoTextSpeaksOfTheServerOrOfAModelThatItHolds(String room)
            throws IOException {
        Map<String, String> texts = bundle(room + ".properties");
        texts.forEach(
                (key, text) -> {
                    boolean shown = !isVariant(key) && !WITH_SERVER.matcher(key).matches();
                    if (shown && SERVER.matcher(withoutNo(text)).find()) {
                        assertThat(texts.keySet()).contains(key + "." + Rhythm.MIXING);
                    }
                    if (key.endsWith("." + Rhythm.MIXING)) {
                        assertThat(withoutNo(text)).as(key).doesNotContainPattern(SERVER);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "plot", "transport", "shell", "setup"})
    void aVariantHasAPlainTextWithTheSamePlaceholders(String room) throws IOException {
        Pattern placeholder = Pattern.compile("\\{\\d}");
        Map<String, String> texts = bundle(room + ".properties");
        texts.forEach(
                (key, text) -> {
                    if (isVariant(key)) {
                        assertThat(texts.keySet()).contains(plain(key));
                        Set<String> known =
                                placeholder
                                        .matcher(texts.get(plain(key)))
                                        .results()
                                        .map(m -> m.group())
                                        .collect(Collectors.toSet());
                        assertThat(placeholder.matcher(text).results().map(m -> m.group()))
                                .as(key)
                                .allMatch(known::contains);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aVariantIsFoundAndElseThePlainText(String language) {
        Texts texts = new Texts(java.util.Locale.forLanguageTag(language));
        Texts mixing = texts.variant(Rhythm.MIXING.name());
        assertThat(mixing.get("transport.round")).isEqualTo(texts.get("transport.round.MIXING"));
        assertThat(mixing.get("transport.play")).isEqualTo(texts.get("transport.play"));
        assertThat(mixing.variant(Rhythm.ROUNDS.name()).get("transport.round"))
                .isEqualTo(texts.get("transport.round"));
    }
}
