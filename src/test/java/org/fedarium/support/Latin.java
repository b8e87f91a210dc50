package org.fedarium.support;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words that nobody has put into Chinese.
public final class Latin {
    /// Two or more letters in a row; one letter is a symbol.
    private static final Pattern WORD = Pattern.compile("(?<![_A-Za-z])[A-Za-z]{2,}");

    /// What stays as it is in every language: functions and distributions of mathematics.
    private static final Set<String> MATHEMATICS =
            Set.of(
                    "argmin", "argmax", "cos", "sin", "exp", "log", "max", "min", "mod", "sgn",
                    "sign", "floor", "cumsum", "round", "softmax", "Dir", "top", "PRG", "eff",
                    "Top", "Softmax");

    /// Names of algorithms, rules and people, and what is abbreviated the same everywhere.
    private static final Set<String> NAMES =
            Set.of(
                    "FedAvg",
                    "FedSGD",
                    "FedAvgM",
                    "FedProx",
                    "SCAFFOLD",
                    "FedNova",
                    "FedDyn",
                    "FedAdagrad",
                    "FedAdam",
                    "FedYogi",
                    "MimeLite",
                    "Ditto",
                    "FedPer",
                    "IFCA",
                    "FedAsync",
                    "FedBuff",
                    "PSGD",
                    "gossip",
                    "Krum",
                    "Multi",
                    "Bulyan",
                    "RFA",
                    "FoolsGold",
                    "SGD",
                    "Adam",
                    "QSGD",
                    "ALIE",
                    "IPM",
                    "Poisson",
                    "Dirichlet",
                    "IID",
                    "DP",
                    "MLP",
                    "ReLU",
                    "tanh",
                    "Weiszfeld",
                    "RDP",
                    "PLD",
                    "AUC",
                    "CSV",
                    "EMD",
                    "JS",
                    "Jensen",
                    "Shannon",
                    "Hellinger",
                    "NIID",
                    "Bench",
                    "UTF",
                    "II",
                    "FCUBE",
                    "MNIST",
                    "Adagrad",
                    "Yogi",
                    "Kingma",
                    "Flower",
                    "Nesterov");

    /// Units.
    private static final Set<String> UNITS =
            Set.of("ms", "km", "mm", "kB", "MB", "GB", "Mbit", "kbit", "bit", "px");

    private Latin() {}

    /// Words of a text that are neither mathematics, nor names, nor units, nor allowed here.
    ///
    /// @param allowed whole texts that are cut out before looking, such as names of data sets
    public static List<String> words(String text, List<String> allowed) {
        String rest = text.replaceAll("_\\{[^}]*}", " ");
        for (String known : allowed) {
            rest = rest.replace(known, " ");
        }
        Set<String> found = new TreeSet<>();
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            String w = word.group();
            if (!MATHEMATICS.contains(w) && !NAMES.contains(w) && !UNITS.contains(w)) {
                found.add(w);
            }
        }
        return List.copyOf(found);
    }
}
