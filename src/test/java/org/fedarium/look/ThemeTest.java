package org.fedarium.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Contrast and colour blindness, computed from the tokens of every theme.
class ThemeTest {
    private static final Path CSS =
            Path.of(System.getProperty("fedarium.home", ".")).resolve("assets/css");
    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    /// Smallest CIE76 distance at which two client colours count as told apart.
    private static final double APART = 12;

    static List<Theme> themes() {
        return Theme.ALL;
    }

    private static Properties tokens() throws IOException {
        Properties p = new Properties();
        try (var reader = Files.newBufferedReader(CSS.resolve("tokens.properties"))) {
            p.load(reader);
        }
        return p;
    }

    private static List<String> listed(String key) throws IOException {
        return List.of(tokens().getProperty(key).split(","));
    }

    /// `client` stands for client.1 to client.12.
    private static List<String> expanded(List<String> names) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith("client")) {
                for (int i = 1; i <= Theme.CLIENTS; i++) {
                    all.add(name + "." + i);
                }
            } else {
                all.add(name);
            }
        }
        return all;
    }

    @Test
    void blackOnWhiteHasTheGreatestContrastAndGreyTheOneOfTheStandard() {
        assertThat(Sight.contrast(0x000000, 0xFFFFFF)).isCloseTo(21, within(1e-9));
        assertThat(Sight.contrast(0x767676, 0xFFFFFF)).isCloseTo(4.54, within(0.005));
        assertThat(Sight.contrast(0xFFFFFF, 0x767676)).isCloseTo(4.54, within(0.005));
    }

    @Test
    void greyLooksTheSameToEveryoneAndRedAndGreenDoNot() {
        for (Sight sight : Sight.values()) {
            assertThat(sight.distance(0x808080, 0x808080)).isZero();
            assertThat(sight.distance(0x000000, 0xFFFFFF)).isCloseTo(100, within(0.1));
        }
        double usual = Sight.USUAL.distance(0xA06030, 0x608030);
        assertThat(Sight.DEUTERANOPIA.distance(0xA06030, 0x608030)).isLessThan(usual / 2);
        assertThat(Sight.PROTANOPIA.distance(0xA06030, 0x608030)).isLessThan(usual / 2);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextCanBeReadOnEveryBackground(Theme theme) throws IOException {
        for (String text : expanded(listed("text"))) {
            for (String ground : List.of("surface", "stage", "bg", "sunken")) {
                double contrast = Sight.contrast(theme.color(text), theme.color(ground));
                assertThat(contrast)
                        .as("%s: %s on %s", theme.id(), text, ground)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
        for (String pair : listed("textOnFill")) {
            String[] both = pair.split(">");
            double contrast = Sight.contrast(theme.color(both[0]), theme.color(both[1]));
            assertThat(contrast).as("%s: %s", theme.id(), pair).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyMarkThatSaysSomethingStandsOut(Theme theme) throws IOException {
        for (String mark : expanded(listed("mark"))) {
            for (String ground : List.of("surface", "stage")) {
                double contrast = Sight.contrast(theme.color(mark), theme.color(ground));
                assertThat(contrast)
                        .as("%s: %s on %s", theme.id(), mark, ground)
                        .isGreaterThanOrEqualTo(MARK);
            }
        }
    }

    @Test
    void highContrastMeansMoreThanTheOthersNeed() throws IOException {
        Theme theme = Theme.HIGH_CONTRAST;
        for (String text : expanded(listed("text"))) {
            assertThat(Sight.contrast(theme.color(text), theme.color("sunken")))
                    .as(text)
                    .isGreaterThanOrEqualTo(7);
        }
        for (int k = 0; k < Theme.CLIENTS; k++) {
            assertThat(Sight.contrast(theme.client(k), theme.color("stage")))
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void everyTokenIsTextOrMarkOrListedAsDecoration() throws IOException {
        Set<String> known = new HashSet<>(listed("exempt"));
        known.addAll(listed("text"));
        known.addAll(listed("mark"));
        listed("textOnFill").forEach(pair -> known.addAll(List.of(pair.split(">"))));
        for (String key : tokens().stringPropertyNames()) {
            if (key.startsWith("light.")) {
                String token = key.substring("light.".length());
                String base = token.contains(".") ? token.split("\\.")[0] : token;
                assertThat(known).as(token).anyMatch(k -> base.equals(k) || base.startsWith(k));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void twelveClientsAreToldApartByEveryone(Theme theme) {
        for (Sight sight : Sight.values()) {
            for (int a = 0; a < Theme.CLIENTS; a++) {
                for (int b = 0; b < a; b++) {
                    // Greys cannot: on paper the dashes do.
                    boolean dash =
                            theme == Theme.PRINT && !Arrays.equals(theme.dash(a), theme.dash(b));
                    double distance = sight.distance(theme.client(a), theme.client(b));
                    assertThat(dash || distance >= APART)
                            .as(
                                    "%s, %s: clients %d and %d, %f",
                                    theme.id(), sight, a + 1, b + 1, distance)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void thirtySixClientsDifferInColourOrDash(Theme theme) {
        Set<String> seen = new HashSet<>();
        for (int k = 0; k < 36; k++) {
            String look = theme.client(k) + Arrays.toString(theme.dash(k));
            assertThat(seen.add(look)).as("%s, client %d: %s", theme.id(), k, look).isTrue();
        }
    }

    @Test
    void theGlobalModelsInkIsNobodyElses() {
        for (Theme theme : Theme.ALL) {
            for (int k = 0; k < Theme.CLIENTS; k++) {
                assertThat(Sight.USUAL.distance(theme.client(k), theme.color("ink")))
                        .as("%s, client %d", theme.id(), k)
                        .isGreaterThan(APART);
            }
        }
    }

    @Test
    void thePrintThemeHasNoColour() {
        Theme print = Theme.PRINT;
        List<Integer> colours = new ArrayList<>();
        for (String token : List.of("ink", "accent", "ok", "warn", "bad", "surface", "sunken")) {
            colours.add(print.color(token));
        }
        for (int k = 0; k < Theme.CLIENTS; k++) {
            colours.addAll(List.of(print.client(k), print.clientText(k)));
        }
        for (double t = -1; t <= 1; t += 0.05) {
            colours.addAll(List.of(print.viridis(t), print.diverging(t)));
        }
        for (int c = 0; c < 10; c++) {
            colours.add(print.classColor(c, 10));
        }
        for (int c : colours) {
            assertThat(c >> 16 & 0xFF).isEqualTo(c >> 8 & 0xFF).isEqualTo(c & 0xFF);
        }
    }

    @Test
    void onPaperClassesAndSignsFollowTheirLuminance() {
        for (int c = 1; c < 10; c++) {
            assertThat(Sight.luminance(Theme.PRINT.classColor(c, 10)))
                    .isGreaterThan(Sight.luminance(Theme.PRINT.classColor(c - 1, 10)));
        }
        assertThat(Sight.luminance(Theme.PRINT.diverging(1)))
                .isGreaterThan(Sight.luminance(Theme.PRINT.diverging(0)));
        assertThat(Sight.luminance(Theme.PRINT.diverging(0)))
                .isGreaterThan(Sight.luminance(Theme.PRINT.diverging(-1)));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theStyleSheetHasTheSameColours(Theme theme) throws IOException {
        String sheet = Files.readString(CSS.resolve("tokens-" + theme.id() + ".css"));
        Matcher m = Pattern.compile("-fed-([a-z0-9-]+): #([0-9A-Fa-f]{6});").matcher(sheet);
        int compared = 0;
        while (m.find()) {
            String token = token(m.group(1));
            if (tokens().containsKey(theme.id() + "." + token)) {
                String now = String.format(Locale.ROOT, "%06X", theme.color(token) & 0xFFFFFF);
                assertThat(m.group(2)).as(m.group(1)).isEqualToIgnoringCase(now);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    /// `client-text-3` is `clientText.3`.
    private static String token(String css) {
        Matcher number = Pattern.compile("-(\\d+)$").matcher(css);
        String end = number.find() ? "." + number.group(1) : "";
        String[] words = css.replaceFirst("-\\d+$", "").split("-");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[i].substring(1));
        }
        return name + end;
    }

    @Test
    void aThemeIsFoundByItsId() {
        for (Theme theme : Theme.ALL) {
            assertThat(Theme.find(theme.id(), Theme.DARK)).isSameAs(theme);
        }
        assertThat(Theme.find("sepia", Theme.DARK)).isSameAs(Theme.DARK);
    }
}
