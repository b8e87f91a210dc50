package org.fedarium.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the words of a formula into the window's language. Formulas are written in English where
/// the rule is; the bundle `formula` lists their words, with `{0}`, `{1}`, ... for the mathematics
/// between them, since the order of words differs between languages.
final class FormulaWords {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private final List<Phrase> phrases;

    /// @param key of the translation
    private record Phrase(String key, String english, Pattern pattern) {}

    /// @param english the bundle with the words as the code has them
    FormulaWords(ResourceBundle english) {
        List<Phrase> all = new ArrayList<>();
        for (String key : english.keySet()) {
            String words = english.getString(key);
            all.add(new Phrase(key, words, pattern(words)));
        }
        all.sort(
                Comparator.comparingInt((Phrase p) -> -p.english.length())
                        .thenComparing(Phrase::key));
        this.phrases = List.copyOf(all);
    }

    /// Gaps do not reach over a comma or semicolon; one at the end reaches to the next.
    private static Pattern pattern(String words) {
        StringBuilder pattern = new StringBuilder("(?<![A-Za-z])");
        Matcher gap = GAP.matcher(words);
        int from = 0;
        while (gap.find()) {
            pattern.append(Pattern.quote(words.substring(from, gap.start()))).append("([^,;]+?)");
            from = gap.end();
        }
        pattern.append(Pattern.quote(words.substring(from)));
        pattern.append(from == words.length() ? "(?=[,;]|$)" : "(?![A-Za-z])");
        return Pattern.compile(pattern.toString());
    }

    /// @param formula in English
    /// @param words   from key to the words to use, with the same gaps
    String say(String formula, Function<String, String> words) {
        String said = formula;
        for (Phrase phrase : phrases) {
            Matcher found = phrase.pattern.matcher(said);
            if (found.find()) {
                said = found.replaceAll(m -> filled(words.apply(phrase.key), m));
            }
        }
        return said;
    }

    private static String filled(String words, java.util.regex.MatchResult found) {
        String filled = words;
        for (int i = 0; i < found.groupCount(); i++) {
            filled = filled.replace("{" + i + "}", found.group(i + 1));
        }
        return Matcher.quoteReplacement(filled);
    }
}
