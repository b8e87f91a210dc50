package org.fedarium.model;

import java.util.ArrayList;
import java.util.List;

/// Where each named block of parameters lies in the flat array.
public final class ParameterLayout {
    private final List<Block> blocks;
    private final int size;

    /// @param name       such as `W1` or `b1`
    /// @param offset     index of the first entry
    /// @param rows       for weights the number of outputs; for a bias 1
    /// @param columns    for weights the number of inputs; for a bias the number of outputs
    /// @param inputMajor true when entry (row, column) lies at column * rows + row
    public record Block(String name, int offset, int rows, int columns, boolean inputMajor) {
        public int size() {
            return rows * columns;
        }

        /// Index in the flat array of entry (row, column), both from 0.
        public int index(int row, int column) {
            return offset + (inputMajor ? column * rows + row : row * columns + column);
        }

        public boolean isBias() {
            return rows == 1 && name.startsWith("b");
        }
    }

    public ParameterLayout(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.size = blocks.stream().mapToInt(Block::size).sum();
    }

    public List<Block> blocks() {
        return blocks;
    }

    public int size() {
        return size;
    }

    public Block block(String name) {
        return blocks.stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    /// Name of one parameter, counting from 1 as in formulas: `W1[3,5]`, `b1[2]`.
    public String nameOf(int index) {
        for (Block b : blocks) {
            if (index >= b.offset() && index < b.offset() + b.size()) {
                int i = index - b.offset();
                if (b.rows() == 1 && b.isBias()) {
                    return b.name() + "[" + (i + 1) + "]";
                }
                int row = b.inputMajor() ? i % b.rows() : i / b.columns();
                int column = b.inputMajor() ? i / b.rows() : i % b.columns();
                return b.name() + "[" + (row + 1) + "," + (column + 1) + "]";
            }
        }
        throw new IndexOutOfBoundsException("No parameter " + index + " of " + size);
    }

    /// All names in index order.
    public List<String> names() {
        List<String> names = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            names.add(nameOf(i));
        }
        return names;
    }
}
