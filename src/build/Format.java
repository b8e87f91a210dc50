import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`check`) or applies (`write`) the formatting of all Java sources. Run by the build on
/// the toolchain's JDK, because Maven itself may run on an older one that cannot parse our sources.
public final class Format {
    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean check = args[0].equals("check");
        refuseLongDocLines(sources(Path.of(args[1])));
        List<String> arguments =
                new ArrayList<>(List.of("--aosp", "--skip-reflowing-long-strings"));
        arguments.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        arguments.addAll(sources(Path.of(args[1])));
        PrintWriter out = new PrintWriter(System.out, true);
        int status =
                new Main(out, new PrintWriter(System.err, true), System.in)
                        .format(arguments.toArray(new String[0]));
        if (check && status != 0) {
            System.err.println(
                    "The files above are not formatted. `mvn -Pformat process-sources` formats them.");
        }
        System.exit(status);
    }

    /// The formatter breaks a `///` line of more than 100 characters into one that starts with
    /// `//`, which is no documentation any more.
    private static void refuseLongDocLines(List<String> files) throws IOException {
        boolean found = false;
        for (String file : files) {
            List<String> lines = Files.readAllLines(Path.of(file));
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > 100 && lines.get(i).strip().startsWith("///")) {
                    System.err.println(file + ":" + (i + 1) + ": wrap this line at 100 characters");
                    found = true;
                }
            }
        }
        if (found) {
            System.exit(1);
        }
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .sorted()
                    .map(Path::toString)
                    .toList();
        }
    }
}
