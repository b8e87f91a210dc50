import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Records a start of the packaged program without a display and makes an ahead-of-time cache of
/// it, so that later starts find their classes loaded and linked. A cache fits one Java and one set
/// of jars; any other start does without. Profiles are left out: compiling by them at once takes
/// the processor from the first frames.
///
/// Arguments: `program FOLDER` for the folder with `bin` and `lib`, started by the Java that runs
/// this; `image FOLDER LAUNCHER` for an application image, started by its own launcher. Ends with a
/// message and code 1 when no cache comes about.
public final class StartCache {
    private static final String CACHE = "fedarium.aot";
    private static final String OPTIONS = "start.options";
    private static final long PATIENCE_MINUTES = 10;
    private static final long LEAST_BYTES = 1_000_000;

    private StartCache() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        boolean image = arguments[0].equals("image");
        try {
            Path cache = image ? image(folder, folder.resolve(arguments[2])) : program(folder);
            System.out.println(cache + ": " + Files.size(cache) / 1_000_000 + " MB");
        } catch (IllegalStateException e) {
            System.err.println("No cache for the start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Path program(Path folder) throws IOException, InterruptedException {
        Path cache = folder.resolve("lib").resolve(CACHE);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> own =
                List.of(
                        "@" + folder.resolve("lib").resolve(OPTIONS),
                        "-Dfedarium.home=" + folder,
                        "-classpath",
                        folder.resolve("lib") + File.separator + "*",
                        "org.fedarium.app.Launcher",
                        "--rehearse-start");
        for (List<String> options : steps(cache)) {
            List<String> command = new ArrayList<>(List.of(java));
            command.addAll(options);
            command.addAll(own);
            run(command, "");
        }
        return checked(cache);
    }

    private static Path image(Path folder, Path launcher) throws IOException, InterruptedException {
        Path config = config(folder);
        Path lib = config.resolveSibling("lib");
        Path cache = lib.resolve(CACHE);
        addOptions(config, options(lib.resolve(OPTIONS)));
        for (List<String> step : steps(cache)) {
            String quoted = "\"" + String.join("\" \"", step) + "\"";
            run(List.of(launcher.toString(), "--rehearse-start"), quoted);
        }
        checked(cache);
        addOptions(config, List.of("-XX:AOTCache=$APPDIR/lib/" + CACHE));
        return cache;
    }

    /// The options in a file as the `java` command reads it: one in a line, `#` before remarks.
    private static List<String> options(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static void addOptions(Path config, List<String> options) throws IOException {
        StringBuilder added = new StringBuilder("[JavaOptions]");
        options.forEach(option -> added.append("\njava-options=").append(option));
        String text = Files.readString(config).stripTrailing();
        Files.writeString(
                config,
                text.replace("[JavaOptions]", added) + "\n",
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Path config(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("Fedarium.cfg"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Fedarium.cfg in " + folder));
        }
    }

    /// Options of the recording and of the making, which ends before the program starts.
    private static List<List<String>> steps(Path cache) throws IOException {
        Path record = cache.resolveSibling(CACHE + ".record");
        Files.deleteIfExists(cache);
        record.toFile().deleteOnExit();
        String quiet = "-Xlog:disable";
        String errors = "-Xlog:all=error:stderr";
        String from = "-XX:AOTConfiguration=" + record;
        return List.of(
                List.of(
                        "-XX:AOTMode=record",
                        from,
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining",
                        quiet,
                        errors),
                List.of("-XX:AOTMode=create", from, "-XX:AOTCache=" + cache, quiet, errors));
    }

    private static Path checked(Path cache) throws IOException {
        if (!Files.isRegularFile(cache) || Files.size(cache) < LEAST_BYTES) {
            throw new IllegalStateException("nothing was written to " + cache);
        }
        return cache;
    }

    private static void run(List<String> command, String toolOptions)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("start-cache", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (!toolOptions.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
        }
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroy();
        }
        String said = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        if (!ended || process.exitValue() != 0) {
            String end = ended ? "ended with " + process.exitValue() : "did not end";
            throw new IllegalStateException(command.getFirst() + " " + end + ":\n" + said);
        }
    }
}
