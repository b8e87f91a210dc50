package org.fedarium.catalog;

import java.util.List;

/// What the window, the command line, the JSON reader and the docs need to know of one choice.
/// The English texts live here, beside the rule they describe; bundles may translate them under the
/// keys `catalog.<section>.<id>.name`, `.summary`, and `catalog.<section>.<id>.<parameter>.label`
/// and `.help`, or `catalog.<section>.<parameter>.label` and `.help` for all entries of a section;
/// the words of a choice under `catalog.option.<section>.<parameter>.<word>`; the words of formulas
/// are listed in the bundle `formula`.
///
/// @param section    the part of an experiment it belongs to, such as `algorithm`
/// @param id         the word used in JSON, such as `fedavg`
/// @param name       the proper name, such as `FedAvg`
/// @param summary    one sentence: what it does
/// @param formula    the rule in plain text, or empty
/// @param citation   authors, title, venue, year, or empty
/// @param parameters in the order in which they are shown
public record Descriptor(
        String section,
        String id,
        String name,
        String summary,
        String formula,
        String citation,
        List<ParameterSpec> parameters) {

    public Descriptor {
        parameters = List.copyOf(parameters);
        long distinct = parameters.stream().map(ParameterSpec::id).distinct().count();
        if (distinct != parameters.size()) {
            throw new IllegalArgumentException("Duplicate parameter in " + section + "." + id);
        }
    }

    /// The parameter called `id`; throws [BadInput] naming the known ones when there is none.
    public ParameterSpec parameter(String parameterId) {
        for (ParameterSpec spec : parameters) {
            if (spec.id().equals(parameterId)) {
                return spec;
            }
        }
        if (parameters.isEmpty()) {
            throw BadInput.of(
                    "field.none",
                    "{0}.{1}: there is no such field; \"{2}\" has no settings.",
                    section,
                    parameterId,
                    id);
        }
        throw BadInput.of(
                "field.unknown",
                "{0}.{1}: there is no such field for \"{2}\". Known fields: {3}.",
                section,
                parameterId,
                id,
                String.join(", ", parameters.stream().map(ParameterSpec::id).toList()));
    }

    public boolean has(String parameterId) {
        return parameters.stream().anyMatch(p -> p.id().equals(parameterId));
    }
}
