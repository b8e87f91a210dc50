package org.fedarium;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which package may use which, and what nobody below the window may do.
class ArchitectureTest {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fedarium");

    private static final List<String> ENGINE =
            List.of(
                    "math",
                    "catalog",
                    "data",
                    "partition",
                    "model",
                    "aggregation",
                    "network",
                    "privacy",
                    "adversary",
                    "algorithm",
                    "simulation",
                    "experiment");

    /// Package to the packages it may use, besides itself, the JDK and named libraries.
    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("math", List.of()),
                    Map.entry("catalog", List.of()),
                    Map.entry("look", List.of("catalog")),
                    Map.entry("data", List.of("math", "catalog")),
                    Map.entry("partition", List.of("data", "math", "catalog")),
                    Map.entry("model", List.of("data", "math", "catalog")),
                    Map.entry("aggregation", List.of("math", "catalog")),
                    Map.entry("network", List.of("math", "catalog")),
                    Map.entry("privacy", List.of("aggregation", "model", "math", "catalog")),
                    Map.entry("adversary", List.of("data", "model", "math", "catalog")),
                    Map.entry(
                            "algorithm",
                            List.of("aggregation", "network", "model", "data", "math", "catalog")),
                    Map.entry("simulation", ENGINE.subList(0, 10)),
                    Map.entry("experiment", ENGINE.subList(0, 11)),
                    Map.entry("lab", ENGINE),
                    Map.entry("scene", and(ENGINE, "lab", "look")),
                    Map.entry("chart", and(ENGINE, "lab", "look")),
                    Map.entry("export", and(ENGINE, "lab", "look", "chart", "scene")),
                    Map.entry("ui", and(ENGINE, "lab", "look", "chart", "scene", "export")),
                    Map.entry("cli", and(ENGINE, "lab", "look", "chart", "scene", "export")));

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @TestFactory
    List<DynamicTest> everyPackageUsesOnlyWhatItMay() {
        List<DynamicTest> tests = new ArrayList<>();
        MAY_USE.forEach(
                (name, allowed) -> {
                    List<String> forbidden = new ArrayList<>(MAY_USE.keySet());
                    forbidden.add("app");
                    forbidden.remove(name);
                    forbidden.removeAll(allowed);
                    String[] packages =
                            forbidden.stream()
                                    .map(p -> "org.fedarium." + p + "..")
                                    .toArray(String[]::new);
                    tests.add(
                            DynamicTest.dynamicTest(
                                    name + " uses only " + allowed,
                                    () ->
                                            noClasses()
                                                    .that()
                                                    .resideInAPackage("org.fedarium." + name + "..")
                                                    .should()
                                                    .dependOnClassesThat()
                                                    .resideInAnyPackage(packages)
                                                    .check(PROGRAM)));
                });
        return tests;
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.fedarium.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void javaFxIsUsedOnlyByTheWindow() {
        noClasses()
                .that(resideOutsideOfPackages("org.fedarium.ui..", "org.fedarium.app.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..")
                .check(PROGRAM);
    }

    @Test
    void theChartCanvasIsUsedOnlyByThePlots() {
        noClasses()
                .that(resideOutsideOfPackages("org.fedarium.ui.plot.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree.chart.fx..")
                .check(PROGRAM);
    }

    @Test
    void painterAndEngineKnowNoToolkit() {
        noClasses()
                .that(
                        resideInAnyPackage("org.fedarium.scene..", "org.fedarium.lab..")
                                .or(resideInAnyPackage(engine())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javafx..")
                .check(PROGRAM);
    }

    @Test
    void onlySupportTouchesTheFxQueueAndTheTimer() {
        noClasses()
                .that(resideOutsideOfPackages("org.fedarium.ui.support.."))
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.animation.AnimationTimer")
                .check(PROGRAM);
    }

    /// JavaFX cannot load a font from an address with an escaped character, such as a space in the
    /// program's folder.
    @Test
    void fontsAreLoadedFromStreamsNotFromAddresses() {
        noClasses()
                .should()
                .callMethod("javafx.scene.text.Font", "loadFont", "java.lang.String", "double")
                .check(PROGRAM);
    }

    @Test
    void onlyLabAndAppMakeThreads() {
        noClasses()
                .that(resideOutsideOfPackages("org.fedarium.lab..", "org.fedarium.app.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .check(PROGRAM);
    }

    @Test
    void belowTheLabThereIsNoClockNoSleepAndNoForeignRandomness() {
        noClasses()
                .that()
                .resideInAnyPackage(engine())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "org.apache.commons.math3.random..")
                .orShould(
                        callMethodWhere(
                                calls(
                                        Map.of(
                                                "java.lang.System",
                                                Set.of("nanoTime", "currentTimeMillis"),
                                                "java.lang.Thread",
                                                Set.of("sleep"),
                                                "java.lang.Math",
                                                INEXACT))))
                .check(PROGRAM);
    }

    /// Functions of `Math` whose last bit may differ between machines.
    private static final Set<String> INEXACT =
            Set.of(
                    "random", "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan",
                    "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot");

    private static DescribedPredicate<JavaMethodCall> calls(Map<String, Set<String>> forbidden) {
        return DescribedPredicate.describe(
                "one of " + forbidden,
                call ->
                        forbidden
                                .getOrDefault(call.getTargetOwner().getFullName(), Set.of())
                                .contains(call.getTarget().getName()));
    }

    private static String[] engine() {
        return ENGINE.stream().map(p -> "org.fedarium." + p + "..").toArray(String[]::new);
    }

    @Test
    void thereAreNoMutableStatics() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.fedarium..")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatLivesThere() {
        classes()
                .should(
                        new com.tngtech.archunit.lang.ArchCondition<>(
                                "live in a null-marked package") {
                            @Override
                            public void check(
                                    com.tngtech.archunit.core.domain.JavaClass item,
                                    com.tngtech.archunit.lang.ConditionEvents events) {
                                boolean marked =
                                        item.getPackage().isAnnotatedWith(NullMarked.class);
                                events.add(
                                        new com.tngtech.archunit.lang.SimpleConditionEvent(
                                                item, marked, item.getName()));
                            }
                        })
                .check(PROGRAM);
    }
}
