package org.fedarium.data;

import org.fedarium.catalog.BadInput;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a table and what each is for.
///
/// @param file        for messages
/// @param names       of all columns
/// @param target      position of the predicted column
/// @param client      position of the client column, or -1
/// @param used        false for ignored columns
/// @param categorical true where numbers are to be read as categories
record CsvPlan(
        String file,
        List<String> names,
        int target,
        int client,
        boolean[] used,
        boolean[] categorical) {

    static CsvPlan of(String file, List<String> names, CsvSettings settings) {
        Map<String, Integer> positions = checkedHeader(file, names);
        boolean[] used = new boolean[names.size()];
        java.util.Arrays.fill(used, true);
        for (String name : settings.ignore()) {
            used[find(file, positions, names, "ignore", name)] = false;
        }
        boolean[] categorical = new boolean[names.size()];
        for (String name : settings.categorical()) {
            categorical[find(file, positions, names, "categorical", name)] = true;
        }
        int target =
                settings.target().isEmpty()
                        ? lastUsed(file, used)
                        : find(file, positions, names, "target", settings.target());
        int client = -1;
        if (!settings.client().isEmpty()) {
            client = find(file, positions, names, "client", settings.client());
        } else if (positions.containsKey("client")) {
            int position = positions.get("client");
            client = used[position] && position != target ? position : -1;
        }
        refuseContradictions(file, names, used, target, client);
        return new CsvPlan(file, List.copyOf(names), target, client, used, categorical);
    }

    boolean isInput(int column) {
        return used[column] && column != target && column != client;
    }

    private static Map<String, Integer> checkedHeader(String file, List<String> names) {
        if (names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))) {
            throw BadInput.of(
                    "csv.separator",
                    "{0}: line 1 has no commas: {1}. Save the table with commas between the columns"
                            + " and points in the numbers.",
                    file,
                    CsvCells.show(names.get(0)));
        }
        if (names.stream().noneMatch(name -> Double.isNaN(CsvCells.number(name)))) {
            throw BadInput.of(
                    "csv.header",
                    "{0}: line 1 holds numbers only ({1}). Put a line of column names first.",
                    file,
                    CsvCells.list(names));
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw BadInput.of(
                        "csv.name.empty",
                        "{0}: line 1: column {1} has no name. Give every column a name.",
                        file,
                        i + 1);
            }
            Integer earlier = positions.put(names.get(i), i);
            if (earlier != null) {
                throw BadInput.of(
                        "csv.name.twice",
                        "{0}: line 1: columns {1} and {2} are both called {3}. Rename one.",
                        file,
                        earlier + 1,
                        i + 1,
                        CsvCells.show(names.get(i)));
            }
        }
        return positions;
    }

    private static int find(
            String file,
            Map<String, Integer> positions,
            List<String> names,
            String field,
            String name) {
        Integer position = positions.get(name);
        if (position == null) {
            throw BadInput.of(
                    "csv.column.unknown",
                    "{0}: data.{1}: there is no column {2}. Columns: {3}.",
                    file,
                    field,
                    CsvCells.show(name),
                    CsvCells.list(names));
        }
        return position;
    }

    private static int lastUsed(String file, boolean[] used) {
        for (int i = used.length - 1; i >= 0; i--) {
            if (used[i]) {
                return i;
            }
        }
        throw BadInput.of("csv.all-ignored", "{0}: data.ignore leaves no column to predict.", file);
    }

    private static void refuseContradictions(
            String file, List<String> names, boolean[] used, int target, int client) {
        if (target == client) {
            throw BadInput.of(
                    "csv.target-is-client",
                    "{0}: column {1} is both data.target and data.client. Choose another for one of"
                            + " them.",
                    file,
                    CsvCells.show(names.get(target)));
        }
        for (int column : new int[] {target, client}) {
            if (column >= 0 && !used[column]) {
                throw BadInput.of(
                        "csv.needed-ignored",
                        "{0}: column {1} is data.{2} and also listed under data.ignore. Remove it"
                                + " from one of them.",
                        file,
                        CsvCells.show(names.get(column)),
                        column == target ? "target" : "client");
            }
        }
        int inputs = 0;
        for (int i = 0; i < used.length; i++) {
            inputs += used[i] && i != target && i != client ? 1 : 0;
        }
        if (inputs == 0) {
            throw BadInput.of(
                    "csv.no-inputs",
                    "{0}: no input column is left beside the target {1}. Columns: {2}.",
                    file,
                    CsvCells.show(names.get(target)),
                    CsvCells.list(names));
        }
    }
}
