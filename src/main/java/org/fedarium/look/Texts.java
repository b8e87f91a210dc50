package org.fedarium.look;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Descriptor;
import org.fedarium.catalog.Note;
import org.fedarium.catalog.ParameterSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.BinaryOperator;

/// All texts in one language. Each room of the window has its own bundle
/// `assets/i18n/<room>.properties`; keys start with the room's name, so they cannot collide.
/// Texts of catalog entries come from the entry itself unless a bundle translates them.
public final class Texts {
    private static final String FOLDER = "org.fedarium.assets.i18n.";
    private static final String FORMULA = "formula";

    /// The bundles, in the order in which they are searched.
    public static final List<String> ROOMS =
            List.of(
                    "shell",
                    "setup",
                    "stage",
                    "arithmetic",
                    "plot",
                    "transport",
                    "scenario",
                    "privacy",
                    "catalog",
                    "error",
                    "note",
                    FORMULA);

    private final Locale locale;
    private final List<ResourceBundle> bundles;
    private final String variant;
    private final BinaryOperator<String> lastTouch;
    private final FormulaWords formulaWords;

    public Texts(Locale locale) {
        this(locale, (key, text) -> text);
    }

    /// Texts that pass through a function before anybody gets them: tests note which keys are asked
    /// for, or make every text longer to see whether there is room.
    ///
    /// @param lastTouch of the key that was found and its text, placeholders not yet filled in, to
    ///                  the text to use
    public Texts(Locale locale, BinaryOperator<String> lastTouch) {
        this.locale = locale;
        this.variant = "";
        this.lastTouch = lastTouch;
        this.bundles = new ArrayList<>();
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String room : ROOMS) {
            bundles.add(ResourceBundle.getBundle(FOLDER + room, locale, noFallback));
        }
        this.formulaWords =
                new FormulaWords(
                        ResourceBundle.getBundle(FOLDER + FORMULA, Locale.ROOT, noFallback));
    }

    private Texts(Texts base, String variant) {
        this.locale = base.locale;
        this.bundles = base.bundles;
        this.lastTouch = base.lastTouch;
        this.formulaWords = base.formulaWords;
        this.variant = variant;
    }

    /// The same texts, but where a key has a text of this variant (`<key>.<variant>`), that one. So
    /// the texts of a run say what its steps are: rounds, versions or mixing steps.
    public Texts variant(String name) {
        return name.equals(variant) ? this : new Texts(this, name);
    }

    public Locale locale() {
        return locale;
    }

    /// The text of a key with `{0}`, `{1}`, ... filled in. A missing key is a defect of the
    /// program.
    public String get(String key, Object... arguments) {
        String template = find(key, "");
        if (template.isEmpty()) {
            throw new MissingResourceException("No text for " + key, "Texts", key);
        }
        return BadInput.fill(template, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public boolean has(String key) {
        return !find(key, "").isEmpty();
    }

    /// The whole bundle as one, for FXMLLoader.
    public ResourceBundle asBundle() {
        return new ResourceBundle() {
            @Override
            protected Object handleGetObject(String key) {
                String text = find(key, "");
                return text.isEmpty() ? null : text;
            }

            @Override
            public java.util.Enumeration<String> getKeys() {
                List<String> keys = new ArrayList<>();
                bundles.forEach(b -> keys.addAll(b.keySet()));
                return java.util.Collections.enumeration(keys);
            }
        };
    }

    public String name(Descriptor entry) {
        return find("catalog." + entry.section() + "." + entry.id() + ".name", entry.name());
    }

    public String summary(Descriptor entry) {
        return find("catalog." + entry.section() + "." + entry.id() + ".summary", entry.summary());
    }

    public String label(Descriptor entry, ParameterSpec parameter) {
        return ofParameter(entry, parameter, ".label", parameter.label());
    }

    public String help(Descriptor entry, ParameterSpec parameter) {
        return ofParameter(entry, parameter, ".help", parameter.help());
    }

    /// One of the few words that a setting may be, such as `ring`; as in JSON where it has no name.
    ///
    /// @param path such as `coordination.topology`
    public String option(String path, String word) {
        return find("catalog.option." + path + "." + word, word);
    }

    /// A parameter's unit; empty when it has none.
    public String unit(ParameterSpec parameter) {
        String unit = parameter.unit();
        return unit.isEmpty() ? "" : find("catalog.unit." + unit.replace(' ', '-'), unit);
    }

    /// The entry's own text, else the section's for a parameter that several entries share.
    private String ofParameter(
            Descriptor entry, ParameterSpec parameter, String what, String english) {
        String section = "catalog." + entry.section() + ".";
        String end = parameter.id() + what;
        return find(section + entry.id() + "." + end, plain(section + end, english));
    }

    /// A formula with its words in this language.
    ///
    /// @param english as an entry of a catalog gives it, perhaps with indices filled in
    public String formula(String english) {
        return formulaWords.say(english, key -> find(key, ""));
    }

    /// A message about bad input, translated by its code where a bundle knows it.
    public String message(BadInput problem) {
        String template = find("error." + problem.code(), "");
        return template.isEmpty()
                ? String.valueOf(problem.getMessage())
                : BadInput.fill(template, shown(problem.arguments()));
    }

    /// A note about the data or the run.
    public String note(Note note) {
        String template = find("note." + note.code(), note.template());
        return BadInput.fill(template, shown(note.arguments()));
    }

    private List<String> shown(List<?> arguments) {
        return arguments.stream().map(this::shown).toList();
    }

    private String shown(Object argument) {
        return switch (argument) {
            case Note note -> note(note);
            case BadInput problem -> message(problem);
            case Descriptor entry -> name(entry);
            case List<?> list -> String.join(get("note.list"), shown(list));
            default -> String.valueOf(argument);
        };
    }

    private String find(String key, String otherwise) {
        String special = variant.isEmpty() ? "" : plain(key + "." + variant, "");
        String found = special.isEmpty() ? key : key + "." + variant;
        String text = special.isEmpty() ? plain(key, otherwise) : special;
        return text.isEmpty() ? text : lastTouch.apply(found, text);
    }

    private String plain(String key, String otherwise) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        return otherwise;
    }
}
