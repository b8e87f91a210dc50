package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.fxml.FXMLLoader;

import org.fedarium.look.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ViewsTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.home", ".")).resolve("fxml");

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    static Stream<Arguments> views() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.sorted().toList();
            return all.stream()
                    .flatMap(
                            f ->
                                    Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                                            .map(l -> Arguments.of(f.getFileName().toString(), l)));
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewLoadsInEveryLanguageAndSaysOnlyWhatIsInTheBundles(String file, Locale locale)
            throws IOException {
        Texts texts = new Texts(locale);
        Object root =
                FxToolkit.call(
                        () ->
                                new FXMLLoader(
                                                Views.class.getResource(
                                                        "/org/fedarium/fxml/" + file),
                                                texts.asBundle())
                                        .load());
        assertThat(root).isNotNull();
        Matcher text =
                Pattern.compile("text=\"([^\"]*)\"")
                        .matcher(Files.readString(FOLDER.resolve(file)));
        while (text.find()) {
            assertThat(text.group(1)).startsWith("%");
        }
    }
}
