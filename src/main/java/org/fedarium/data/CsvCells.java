package org.fedarium.data;

import java.util.Comparator;
import java.util.List;

/// What a single cell says.
final class CsvCells {
    private CsvCells() {}

    /// Empty, `NA`, `NaN`, `null` or `?`.
    static boolean isMissing(String cell) {
        return switch (cell.length()) {
            case 0 -> true;
            case 1 -> cell.equals("?");
            case 2 -> cell.equals("NA");
            case 3 -> cell.equalsIgnoreCase("NaN");
            case 4 -> cell.equalsIgnoreCase("null");
            default -> false;
        };
    }

    /// The number; plus or minus infinity for one that is not finite; NaN for text.
    static double number(String cell) {
        int n = cell.length();
        int i = n > 0 && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        int from = i;
        long whole = 0;
        while (i < n && isDigit(cell.charAt(i))) {
            whole = whole * 10 + (cell.charAt(i++) - '0');
        }
        int digits = i - from;
        if (i == n && digits > 0 && digits < 16) {
            return cell.charAt(0) == '-' ? -(double) whole : whole;
        }
        if (i < n && cell.charAt(i) == '.') {
            int point = i++;
            while (i < n && isDigit(cell.charAt(i))) {
                i++;
            }
            digits += i - point - 1;
        }
        if (digits > 0 && i < n && (cell.charAt(i) == 'e' || cell.charAt(i) == 'E')) {
            i++;
            i += i < n && (cell.charAt(i) == '-' || cell.charAt(i) == '+') ? 1 : 0;
            int exponent = i;
            while (i < n && isDigit(cell.charAt(i))) {
                i++;
            }
            digits = i > exponent ? digits : 0;
        }
        if (i == n && digits > 0) {
            return Double.parseDouble(cell);
        }
        String word = cell.substring(from);
        boolean infinite = word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity");
        return infinite ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// By value when all are numbers, else as text.
    static Comparator<String> order(Iterable<String> values) {
        for (String value : values) {
            if (Double.isNaN(number(value))) {
                return Comparator.naturalOrder();
            }
        }
        return Comparator.comparingDouble(CsvCells::number)
                .thenComparing(Comparator.naturalOrder());
    }

    /// A few of the names, for messages.
    static String list(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(20, names.size())));
        return names.size() <= 20 ? shown : shown + ", ... (" + names.size() + " in all)";
    }

    /// A cell's text, shortened for messages.
    static String show(String cell) {
        return "\"" + (cell.length() <= 40 ? cell : cell.substring(0, 37) + "...") + "\"";
    }
}
