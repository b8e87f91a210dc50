package org.fedarium.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fedarium.catalog.BadInput;
import org.fedarium.catalog.Values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An experiment as one JSON file. Missing fields take their defaults (a missing aggregation is the
/// one that the algorithm is defined with); unknown fields, wrong types and values out of range are
/// refused with the field's path, the value and the range.
public final class ExperimentJson {
    private static final long MAX_BYTES = 10_000_000;
    private static final int MAX_DEPTH = 50;
    private static final List<String> TOP = List.of("title", "note", "seed", "rounds");

    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.INDENT_OUTPUT);

    private ExperimentJson() {}

    /// Reads a file; messages name it.
    public static Experiment read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw BadInput.of("file.folder", "{0} is a folder; name a JSON file.", file);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw BadInput.of(
                        "json.size",
                        "{0} has {1} bytes; an experiment file has at most {2}.",
                        file,
                        Files.size(file),
                        MAX_BYTES);
            }
            return read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw BadInput.of("file.missing", "There is no file {0}.", file);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw BadInput.of("file.encoding", "{0} is not UTF-8 text.", file);
        } catch (IOException e) {
            throw BadInput.of("file.unreadable", "{0} cannot be read: {1}.", file, e.getMessage());
        }
    }

    /// @param name how messages call the text
    public static Experiment read(String name, String json) {
        JsonNode root = parse(name, json);
        try {
            if (!root.isObject()) {
                throw BadInput.of(
                        "json.object",
                        "the file must hold one JSON object, not {0}.",
                        kindOf(root));
            }
            return experiment((ObjectNode) root);
        } catch (BadInput e) {
            throw BadInput.of("json.field", "{0}: {1}", name, e);
        }
    }

    private static JsonNode parse(String name, String json) {
        if (json.isBlank()) {
            throw BadInput.of(
                    "json.empty", "{0} is empty; `fedarium init` prints a complete example.", name);
        }
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw BadInput.of(
                    "json.limits",
                    "{0} is nested deeper than {1} levels or holds numbers that are too long.",
                    name,
                    MAX_DEPTH);
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw BadInput.of(
                    "json.syntax",
                    "{0}, line {1}, column {2}: not valid JSON. {3}.",
                    name,
                    where == null ? "?" : where.getLineNr(),
                    where == null ? "?" : where.getColumnNr(),
                    firstSentence(e.getOriginalMessage()));
        }
    }

    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() <= 160 ? line : line.substring(0, 157) + "...";
    }

    private static Experiment experiment(ObjectNode root) {
        checkVersion(root.get("schemaVersion"));
        Experiment result = Experiment.defaults();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            switch (name) {
                case "schemaVersion" -> {}
                case "changes" -> result = result.withChanges(changes(value));
                case "parent" ->
                        result = result.withParent(value.isNull() ? null : text(name, value));
                case "lab" -> result = result.withLab(LabRulesJson.read(value));
                default ->
                        result =
                                TOP.contains(name)
                                        ? result.with(name, scalar(name, value))
                                        : section(result, name, value);
            }
        }
        boolean chosen = root.path("aggregation").has("kind");
        return chosen ? result : Fitting.withOwnAggregation(result);
    }

    private static void checkVersion(@org.jspecify.annotations.Nullable JsonNode version) {
        if (version == null) {
            return;
        }
        boolean known = version.isInt() && version.intValue() >= 1;
        if (!known || version.intValue() > Experiment.SCHEMA_VERSION) {
            throw BadInput.of(
                    "json.version",
                    "schemaVersion: {0} is not known to this version of Fedarium, which reads 1 to"
                            + " {1}. Use a newer version.",
                    version,
                    Experiment.SCHEMA_VERSION);
        }
    }

    private static Experiment section(Experiment e, String section, JsonNode node) {
        if (e.sections().get(section) == null) {
            throw BadInput.of(
                    "json.unknown",
                    "{0}: there is no such field. Known fields: schemaVersion, {1}, changes,"
                            + " parent, lab, {2}.",
                    section,
                    String.join(", ", TOP),
                    String.join(", ", e.sections().keySet()));
        }
        if (!node.isObject()) {
            throw BadInput.of(
                    "json.type.object", "{0}: must be an object, not {1}.", section, kindOf(node));
        }
        Experiment result = e;
        JsonNode kind = node.get("kind");
        if (kind != null) {
            result = result.withChoice(section, defaults(section, text(section + ".kind", kind)));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals("kind")) {
                String path = section + "." + field.getKey();
                result = result.with(path, scalar(path, field.getValue()));
            }
        }
        return result;
    }

    private static Choice defaults(String section, String kind) {
        return new Choice(Values.defaults(Schema.entry(section, kind)));
    }

    private static List<Change> changes(JsonNode node) {
        if (!node.isArray()) {
            throw BadInput.of(
                    "json.type.list", "{0}: must be a list, not {1}.", "changes", kindOf(node));
        }
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            changes.add(change("changes[" + i + "]", node.get(i)));
        }
        return changes;
    }

    private static Change change(String where, JsonNode node) {
        if (!node.isObject()) {
            throw BadInput.of(
                    "json.type.object", "{0}: must be an object, not {1}.", where, kindOf(node));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().equals("afterRound") && !field.getKey().equals("set")) {
                throw BadInput.of(
                        "json.unknown-in-change",
                        "{0}.{1}: there is no such field. Known fields: afterRound, set.",
                        where,
                        field.getKey());
            }
        }
        JsonNode round = node.path("afterRound");
        if (!round.isInt() || round.intValue() < 0) {
            throw BadInput.of(
                    "json.after-round",
                    "{0}.afterRound: {1} is not a whole number from 0.",
                    where,
                    round.isMissingNode() ? "missing, which" : round);
        }
        if (!node.path("set").isObject()) {
            throw BadInput.of(
                    "json.type.object",
                    "{0}: must be an object, not {1}.",
                    where + ".set",
                    kindOf(node.path("set")));
        }
        Map<String, Object> set = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.path("set").properties()) {
            String path = where + ".set." + field.getKey();
            set.put(field.getKey(), scalar(path, field.getValue()));
        }
        return new Change(round.intValue(), set);
    }

    private static String text(String path, JsonNode node) {
        if (!node.isTextual()) {
            throw BadInput.of("json.type.text", "{0}: must be text, not {1}.", path, kindOf(node));
        }
        return node.textValue();
    }

    /// A JSON value as the type that [Values#check] expects; ranges are checked there.
    private static Object scalar(String path, JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                items.add(scalar(path + "[" + i + "]", node.get(i)));
            }
            return items;
        }
        throw BadInput.of(
                "json.type.value",
                "{0}: must be a number, text, true, false or a list, not {1}.",
                path,
                kindOf(node));
    }

    private static String kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "the text " + node;
            case NUMBER -> "the number " + node;
            case BOOLEAN -> "" + node;
            case NULL -> "null";
            default -> "nothing";
        };
    }

    /// A value typed on a command line: a JSON literal where it is one, else text.
    public static Object literal(String path, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() || node.isNull() || node.isObject()
                    ? text
                    : scalar(path, node);
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /// The complete experiment, every field written out; reading it gives an equal experiment.
    public static String write(Experiment experiment) {
        try {
            return MAPPER.writeValueAsString(tree(experiment)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can always be written", e);
        }
    }

    /// The experiment as a tree, to be put into a larger document.
    public static ObjectNode tree(Experiment experiment) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("schemaVersion", Experiment.SCHEMA_VERSION);
        root.put("title", experiment.title());
        root.put("note", experiment.note());
        root.put("seed", experiment.seed());
        root.put("rounds", experiment.rounds());
        experiment
                .sections()
                .forEach(
                        (id, choice) -> {
                            ObjectNode node = root.putObject(id);
                            if (Schema.section(id).hasChoice()) {
                                node.put("kind", choice.kind());
                            }
                            choice.values().asMap().forEach((key, v) -> node.putPOJO(key, v));
                        });
        ArrayNode changes = root.putArray("changes");
        for (Change change : experiment.changes()) {
            ObjectNode node = changes.addObject();
            node.put("afterRound", change.afterRound());
            ObjectNode set = node.putObject("set");
            change.set().forEach((key, v) -> set.putPOJO(key, v));
        }
        root.put("parent", experiment.parent());
        LabRulesJson.write(root, experiment.lab());
        return root;
    }

    /// A stable fingerprint of the experiment: SHA-256 over its JSON text without `lab`, in
    /// hexadecimal.
    public static String hash(Experiment experiment) {
        try {
            byte[] bytes =
                    write(experiment.withLab(LabRules.NONE)).getBytes(StandardCharsets.UTF_8);
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
