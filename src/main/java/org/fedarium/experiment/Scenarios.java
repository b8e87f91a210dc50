package org.fedarium.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The ready experiments, the opening one first. Each is one JSON file in `assets/scenarios`.
public final class Scenarios {
    private static final String FOLDER = "/org/fedarium/assets/scenarios/";

    private static final List<Scenario> ALL =
            List.of(
                    scenario("digits-20-phones", ""),
                    scenario("three-islands", ""),
                    scenario("six-hospitals", "testAuc"),
                    scenario("regional-data-centres", ""),
                    scenario("five-clients-adam", "testMae"),
                    scenario("two-clients-pull-apart", ""),
                    scenario("learning-rate-too-high", ""));

    private Scenarios() {}

    public static List<Scenario> all() {
        return ALL;
    }

    /// The scenario with this id or title, ignoring case.
    public static Optional<Scenario> find(String name) {
        return ALL.stream()
                .filter(
                        s ->
                                s.id().equalsIgnoreCase(name)
                                        || s.experiment().title().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Scenario scenario(String id, String mainMetric) {
        String file = FOLDER + id + ".json";
        try (var stream = Scenarios.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource " + file);
            }
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new Scenario(id, mainMetric, ExperimentJson.read(id + ".json", json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
