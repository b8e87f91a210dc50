package org.fedarium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every link of the Markdown files to a file of the project leads somewhere.
class DocumentLinksTest {
    private static final Path HOME =
            Path.of(System.getProperty("fedarium.home", ".")).toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern NO_TEXT =
            Pattern.compile("(?ms)<!--.*?-->|^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @TestFactory
    Stream<DynamicTest> linksLeadToFilesAndHeadings() throws IOException {
        return pages().stream()
                .map(
                        page ->
                                DynamicTest.dynamicTest(
                                        HOME.relativize(page).toString(), () -> check(page)));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(HOME)) {
            top.filter(DocumentLinksTest::isPage).forEach(pages::add);
        }
        for (String folder : List.of("docs", "sample-datasets", "assets")) {
            try (Stream<Path> below = Files.walk(HOME.resolve(folder))) {
                below.filter(DocumentLinksTest::isPage).forEach(pages::add);
            }
        }
        return pages.stream().sorted().toList();
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static void check(Path page) throws IOException {
        String text = NO_TEXT.matcher(Files.readString(page)).replaceAll("");
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            String target = links.group(1);
            if (target.contains("://") || target.startsWith("mailto:")) {
                continue;
            }
            int hash = target.indexOf('#');
            String file = hash < 0 ? target : target.substring(0, hash);
            Path resolved = file.isEmpty() ? page : page.resolveSibling(file).normalize();
            assertThat(resolved).as("target of (" + target + ")").exists();
            assertThat(resolved.startsWith(HOME)).as(target + " is in the project").isTrue();
            if (hash >= 0 && isPage(resolved)) {
                assertThat(anchors(resolved)).as(target).contains(target.substring(hash + 1));
            }
        }
    }

    /// Headings as they are addressed in links: lower case, spaces to hyphens, no punctuation.
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(m -> m.group(1).toLowerCase(Locale.ROOT))
                .map(h -> h.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
