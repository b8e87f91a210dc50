package org.fedarium.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/// Writes a plain record as an indented JSON file, such as `summary.json`.
public final class SummaryJson {
    private SummaryJson() {}

    /// @param summary a record of simple values, lists, maps and further records
    public static void write(Object summary, Path target) {
        ObjectMapper mapper = JsonMapper.builder().build();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        byte[] json;
        try {
            json = mapper.writer(printer).writeValueAsBytes(summary);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException("Not a plain record: " + summary.getClass(), e);
        }
        AtomicFile.write(
                target,
                stream -> {
                    stream.write(json);
                    stream.write('\n');
                });
    }
}
