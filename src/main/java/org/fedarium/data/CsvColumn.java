package org.fedarium.data;

import org.fedarium.catalog.BadInput;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One column while it is filled, in an array of the surveyed size.
final class CsvColumn {
    private final CsvPlan plan;
    private final int position;
    private final boolean number;
    private final int mostLevels;
    private final double[] values;
    private final int[] codes;
    private final Map<String, Integer> levels = new HashMap<>();
    private int next;

    CsvColumn(CsvPlan plan, int position, boolean number, int rows, int mostLevels) {
        this.plan = plan;
        this.position = position;
        this.number = number;
        this.mostLevels = mostLevels;
        values = new double[number ? rows : 0];
        codes = new int[number ? 0 : rows];
    }

    void add(long line, String cell) {
        if (next == values.length + codes.length) {
            throw changed();
        }
        if (number) {
            values[next] = CsvCells.number(cell);
            if (!Double.isFinite(values[next])) {
                throw changed();
            }
        } else {
            Integer code = levels.get(cell);
            if (code == null) {
                code = levels.size();
                levels.put(cell, code);
                if (levels.size() > mostLevels) {
                    throw tooMany(line);
                }
            }
            codes[next] = code;
        }
        next++;
    }

    CsvTable.Column finish() {
        if (next != values.length + codes.length) {
            throw changed();
        }
        if (number) {
            return new CsvTable.Numbers(values);
        }
        List<String> sorted = new ArrayList<>(levels.keySet());
        sorted.sort(CsvCells.order(sorted));
        int[] newCode = new int[sorted.size()];
        for (int i = 0; i < newCode.length; i++) {
            newCode[levels.get(sorted.get(i))] = i;
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = newCode[codes[i]];
        }
        return new CsvTable.Categories(codes, List.copyOf(sorted));
    }

    private BadInput tooMany(long line) {
        String name = CsvCells.show(plan.names().get(position));
        if (position == plan.target()) {
            return BadInput.of(
                    "csv.classes.many",
                    "{0}: column {1} has more than {2} different values by line {3}, too many"
                            + " classes to predict. Choose another data.target.",
                    plan.file(),
                    name,
                    CsvLimits.show(mostLevels),
                    line);
        }
        return BadInput.of(
                "csv.levels.many",
                "{0}: column {1} is text with more than {2} different values by line {3}. If it is"
                        + " a name or number of something, list it under data.ignore.",
                plan.file(),
                name,
                CsvLimits.show(mostLevels),
                line);
    }

    private BadInput changed() {
        return BadInput.of(
                "csv.changed", "{0}: the file changed while it was read. Try again.", plan.file());
    }
}
