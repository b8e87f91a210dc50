package org.fedarium.scene.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.scene.SampleTimeline;
import org.fedarium.scene.StageView;
import org.fedarium.simulation.ClientReports.Status;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Each cause speaks when the measurements bear it out, with their numbers, and not before.
class WhyTest {
    private static String join(FakeRun run) {
        return String.join(
                " | ", Why.of(run.end()).stream().map(r -> r.sentence(run.end().texts())).toList());
    }

    @Test
    void updatesWithAMeanCosineBelowAFifthHaveLittleInCommonAndBelowZeroTheyDisagree() {
        UpdatesDisagree cause = new UpdatesDisagree();
        assertThat(FakeRun.of(5).measured("cosineMean", 0.2).keys(cause)).isEmpty();
        assertThat(FakeRun.of(5).keys(cause)).isEmpty();
        assertThat(FakeRun.of(5).measured("cosineMean", 0.19).keys(cause))
                .containsExactly("littleInCommon");
        assertThat(FakeRun.of(5).measured("cosineMean", -0.004).keys(cause))
                .containsExactly("littleInCommon");
        FakeRun run = FakeRun.of(5).measured("cosineMean", -0.31);
        run.reports.cosine()[1] = -0.5;
        run.reports.cosine()[3] = -0.1;
        assertThat(run.say(cause))
                .startsWith("The updates disagree: mean cosine between two of them −0.31; 2 of 5");
        assertThat(run.ask(cause).orElseThrow().client()).isEqualTo(1);
    }

    @Test
    void whatThePlainMeanKeepsOfTheUpdatesLengthIsTold() {
        FakeRun run = FakeRun.of(2).measured("cosineMean", -0.5).norms(3, 1);
        run.updateNorm = 0.5;
        // Half of 3 and half of 1.
        assertThat(run.say(new UpdatesDisagree()))
                .contains("They are 2.00 long on average, but their mean only 0.50");
        assertThat(run.with("aggregation.kind", "median").keys(new UpdatesDisagree()))
                .doesNotContain("kept");
    }

    @Test
    void singleClassesAreTheCauseOnlyWhenTheyDifferAndTheUpdatesDisagree() {
        FakeRun run = FakeRun.of(2).measured("cosineMean", -0.5);
        run.labels[0] = new int[] {9, 0, 0, 0};
        run.labels[1] = new int[] {0, 9, 0, 0};
        UpdatesDisagree cause = new UpdatesDisagree();
        assertThat(run.keys(cause)).contains("oneClass");
        assertThat(run.measured("cosineMean", 0.1).keys(cause))
                .contains("oneClassEach")
                .doesNotContain("oneClass");
        run.labels[1] = new int[] {9, 0, 0, 0};
        assertThat(run.measured("cosineMean", -0.5).keys(cause))
                .contains("fewClasses")
                .doesNotContain("oneClass", "oneClassEach");
        run.labels[1] = new int[] {1, 1, 1, 1};
        // 1 and 4 of 4 classes are 2.5 on average, more than half.
        assertThat(run.keys(cause)).containsExactly("disagree");
    }

    @Test
    void agreementIsNamedOnlyWhereTheLossFell() {
        UpdatesAgree cause = new UpdatesAgree();
        FakeRun run = FakeRun.of(3).measured("cosineMean", 0.6).measured("testLoss", 0.99);
        run.updateNorm = 0.8;
        assertThat(run.say(cause)).contains("mean cosine between two of them 0.60", "80.0");
        assertThat(run.measured("testLoss", 0.991).keys(cause)).isEmpty();
        assertThat(run.measured("testLoss", 0.9).measured("cosineMean", 0.59).keys(cause))
                .isEmpty();
    }

    @Test
    void aLossThatRoseAlthoughTrainingLoweredItIsDrift() {
        LossRoseAnyway cause = new LossRoseAnyway();
        FakeRun run = FakeRun.of(3).measured("testLoss", 1.1);
        run.reports.lossAfter()[2] = 2;
        assertThat(run.say(cause)).contains("from 1.00 to 1.10", "at 2 of 3 clients");
        assertThat(run.measured("testLoss", 1.004).keys(cause)).isEmpty();
        run.measured("testLoss", 1.1).reports.lossAfter()[1] = 2;
        assertThat(run.keys(cause)).isEmpty();
    }

    @Test
    void driftIsNotBlamedWhereAttackersOrNoiseAreInTheCombination() {
        LossRoseAnyway cause = new LossRoseAnyway();
        assertThat(FakeRun.of(4).measured("testLoss", 1.1).hostile(0).keys(cause)).isEmpty();
        FakeRun noisy = FakeRun.of(4).measured("testLoss", 1.1).with("privacy.kind", "local-dp");
        assertThat(noisy.keys(cause)).isEmpty();
    }

    @Test
    void theLearningRateIsTooHighWhenTrainingRaisesTheClientsOwnLoss() {
        Overshooting cause = new Overshooting();
        FakeRun run = FakeRun.of(4);
        run.reports.lossAfter()[0] = 1.02;
        run.reports.lossAfter()[3] = 3;
        assertThat(run.say(cause)).contains("At 2 of 4 clients", "at C4 from 1.00 to 3.00");
        assertThat(run.ask(cause).orElseThrow().link()).isEqualTo(new Playhead(1, Phase.TRAIN, 1));
        run.reports.lossAfter()[0] = 1.009;
        assertThat(run.keys(cause)).isEmpty();
        // An attacker's loss is no sign.
        run.reports.lossAfter()[0] = 5;
        assertThat(run.hostile(0).keys(cause)).isEmpty();
    }

    @Test
    void averagingCostsWhenTheOwnModelsWereTenPointsBetter() {
        AveragingCosts cause = new AveragingCosts();
        FakeRun run = FakeRun.of(3).measured("localMean", 0.75).measured("cohortMean", 0.5);
        assertThat(run.say(cause)).contains("75.0", "50.0");
        assertThat(run.measured("cohortMean", 0.66).keys(cause)).isEmpty();
        FakeRun losses = FakeRun.regression(3, 1).measured("localMean", 0.75);
        assertThat(losses.measured("cohortMean", 1).keys(cause)).containsExactly("averagingLoss");
        assertThat(losses.measured("cohortMean", 0.99).keys(cause)).isEmpty();
    }

    @Test
    void aClassThatIsNeverAnsweredIsAnEmptyColumnOfTheConfusionMatrix() {
        NeverAnswered cause = new NeverAnswered();
        FakeRun run = FakeRun.of(3);
        run.confusion = new int[] {5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0, 2, 3, 0, 0};
        assertThat(run.say(cause)).contains("never answers class 3", "25.0");
        run.confusion = new int[] {96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0};
        assertThat(run.keys(cause)).isEmpty();
        run.confusion = new int[] {95, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0};
        assertThat(run.keys(cause)).containsExactly("neverNamed");
    }

    @Test
    void missingMembersCountByTheirExamples() {
        MembersMissing cause = new MembersMissing();
        FakeRun run = FakeRun.of(10).status(Status.LATE, 4);
        assertThat(run.say(cause)).contains("Late: 1 of 10 clients", "10.0");
        run.reports.examples()[4] = 9;
        assertThat(run.keys(cause)).isEmpty();
        assertThat(run.status(Status.DROPPED, 5).keys(cause)).containsExactly("missing");
        assertThat(run.status(Status.DROPPED, 4).keys(cause)).containsExactly("missingLost");
        assertThat(run.ask(cause).orElseThrow().client()).isEqualTo(5);
        // Class 0: 11 of 20 with the missing; others 2 of 10.
        run.labels[4][0] = 10;
        run.labels[6][0] = 2;
        assertThat(run.say(cause)).contains("Of class 0 it is 55.0");
        run.labels[6][0] = 5;
        assertThat(run.keys(cause)).containsExactly("missingLost");
    }

    @Test
    void classesThatNobodyHoldsAreNamedFromATwentiethOn() {
        ClassesMissing cause = new ClassesMissing();
        FakeRun run = FakeRun.of(3, 2, 1);
        run.labels[0] = new int[] {10, 5, 0, 0};
        run.labels[1] = new int[] {2, 2, 0, 0};
        run.labels[2] = new int[] {0, 0, 1, 0};
        assertThat(run.say(cause)).contains("None of the 2 clients", "class 2", "5.0");
        run.labels[0][0] = 11;
        assertThat(run.keys(cause)).isEmpty();
        assertThat(FakeRun.of(3).keys(cause)).isEmpty();
    }

    @Test
    void fewMembersAreToldWhereTheLossGoesUpAndDown() {
        FewMembers cause = new FewMembers();
        FakeRun run = FakeRun.of(10, 2, 8);
        for (int r = 1; r <= 8; r += 2) {
            run.measured(r, "testLoss", 1.1);
        }
        assertThat(run.say(cause)).contains("Only 2 of 10", "rose in 4 of the last 8 rounds");
        // Up in rounds 1 and 3 alone.
        run.measured(5, "testLoss", 1).measured(7, "testLoss", 1);
        assertThat(run.keys(cause)).isEmpty();
        FakeRun many = FakeRun.of(9, 2, 8);
        for (int r = 1; r <= 8; r += 2) {
            many.measured(r, "testLoss", 1.1);
        }
        assertThat(many.keys(cause)).isEmpty();
    }

    @Test
    void emptyClientsAreCounted() {
        assertThat(FakeRun.of(4).status(Status.EMPTY, 1, 2).say(new EmptyClients()))
                .contains("2 of 4");
        assertThat(FakeRun.of(4).keys(new EmptyClients())).isEmpty();
    }

    @Test
    void aClientIsHeavyWithHalfOfTheWeightOrThreeTimesItsShare() {
        HeavyClient cause = new HeavyClient();
        FakeRun run = FakeRun.of(3).weights(0.25, 0.5, 0.25);
        run.reports.examples()[1] = 20;
        assertThat(run.say(cause)).contains("C2 alone", "50.0", "20 of the 40 examples");
        assertThat(run.weights(0.26, 0.49, 0.25).keys(cause)).isEmpty();
        FakeRun ten = FakeRun.of(10);
        Arrays.fill(ten.reports.weight(), 0.7 / 9);
        ten.reports.weight()[7] = 0.3;
        assertThat(ten.keys(cause)).containsExactly("heavyExamples");
        assertThat(ten.with("aggregation.kind", "median").keys(cause)).containsExactly("heavy");
        ten.reports.weight()[7] = 0.29;
        assertThat(ten.keys(cause)).isEmpty();
        assertThat(FakeRun.of(2).weights(0.9, 0.1).keys(cause)).isEmpty();
    }

    @Test
    void honestUpdatesThatWereLeftOutAreCountedApart() {
        LeftOut cause = new LeftOut();
        FakeRun run = FakeRun.of(4).status(Status.REJECTED, 0, 1).hostile(0);
        assertThat(run.say(cause)).contains("left out 2 updates; 1 of them were honest", "25.0");
        assertThat(run.ask(cause).orElseThrow().client()).isEqualTo(1);
        assertThat(run.hostile(1).keys(cause)).containsExactly("outHostile");
        assertThat(FakeRun.of(4).keys(cause)).isEmpty();
    }

    @Test
    void attackersAreToldWithTheirWeightAndTheirLength() {
        HostileShare cause = new HostileShare();
        FakeRun run = FakeRun.of(4).hostile(2).norms(1, 2, 3, 3);
        // Honest ones are 2 long on average.
        assertThat(run.say(cause)).contains("Attackers sent 1 of the 4", "25.0", "1.50 times");
        assertThat(run.norms(1, 2, 2.9, 3).keys(cause)).containsExactly("hostile");
        assertThat(run.weights(0.4, 0.4, 0.009, 0.191).keys(cause)).isEmpty();
        assertThat(run.weights(0.4, 0.4, 0.01, 0.19).keys(cause)).isNotEmpty();
        assertThat(run.status(Status.REJECTED, 2).keys(cause)).isEmpty();
    }

    @Test
    void aBackdoorWorksFromThreeTenthsOn() {
        BackdoorWorks cause = new BackdoorWorks();
        FakeRun run = FakeRun.of(3).measured("attackSuccess", 0.3).measured("testAccuracy", 0.9);
        assertThat(run.say(cause)).contains("30.0", "90.0");
        assertThat(run.measured("attackSuccess", 0.29).keys(cause)).isEmpty();
    }

    @Test
    void theLengthOfTheNoiseFollowsFromItsSettings() {
        NoiseDrowns cause = new NoiseDrowns();
        FakeRun run =
                FakeRun.of(4)
                        .with("privacy.kind", "local-dp")
                        .with("privacy.noise", 2.0)
                        .measured("clippingBound", 0.5);
        double d = run.info().layout().size();
        // Standard deviation 2 * 0.5 at each client, half of it in the mean of four.
        double length = 0.5 * Math.sqrt(d);
        run.updateNorm = length * 1.99;
        assertThat(run.keys(cause)).containsExactly("noise");
        run.updateNorm = length * 2.01;
        assertThat(run.keys(cause)).isEmpty();
        run.updateNorm = length * 1.41;
        assertThat(run.keys(cause)).containsExactly("noiseMost");
        assertThat(
                        Double.parseDouble(
                                run.ask(cause).orElseThrow().parts().get(0).arguments().get(0)))
                .isCloseTo(length, within(0.05));
        assertThat(FakeRun.of(4).keys(cause)).isEmpty();
    }

    @Test
    void shortenedUpdatesAreToldFromAQuarterOn() {
        Shortened cause = new Shortened();
        FakeRun run = FakeRun.of(4).status(Status.CLIPPED, 2);
        run.reports.factor()[2] = 0.25;
        assertThat(run.say(cause)).contains("1 of 4", "25.0");
        assertThat(FakeRun.of(5).status(Status.CLIPPED, 2).keys(cause)).isEmpty();
        FakeRun bound =
                FakeRun.of(4)
                        .with("privacy.kind", "clipping")
                        .measured("clippingBound", 0.5)
                        .norms(0.5, 0.4, 0.3, 0.2);
        assertThat(bound.say(cause)).contains("1 of 4", "0.50");
        assertThat(bound.norms(0.49).keys(cause)).isEmpty();
    }

    @Test
    void oldUpdatesAreToldWithTheirMeanAge() {
        OldUpdates cause = new OldUpdates();
        FakeRun run = FakeRun.of(2, 2, 5).with("coordination.kind", "fedbuff");
        run.reports.version()[0] = 4;
        run.reports.version()[1] = 1;
        // Version 5 from ages 0 and 3.
        assertThat(run.say(cause)).contains("1.50 versions old on average", "C2’s is 3 versions");
        run.reports.version()[1] = 2;
        assertThat(run.keys(cause)).isEmpty();
        assertThat(FakeRun.of(2, 2, 5).keys(cause)).isEmpty();
    }

    @Test
    void compressionIsToldInBytes() {
        Compressed cause = new Compressed();
        FakeRun run = FakeRun.of(2).with("compression.kind", "sign");
        Arrays.fill(run.reports.bytesUp(), 49);
        Arrays.fill(run.reports.bytesDown(), 100);
        assertThat(run.keys(cause)).containsExactly("compressed");
        Arrays.fill(run.reports.bytesUp(), 50);
        assertThat(run.keys(cause)).isEmpty();
        assertThat(FakeRun.of(2).keys(cause)).isEmpty();
    }

    @Test
    void modelsComeCloserOrDriftApartByOnePercent() {
        ModelsApart cause = new ModelsApart();
        FakeRun run = FakeRun.of(4, 4, 2).with("coordination.kind", "d-psgd");
        run.measured(1, "consensus", 1);
        assertThat(run.measured("consensus", 1.01).keys(cause)).containsExactly("apartMore");
        assertThat(run.measured("consensus", 1.009).keys(cause)).containsExactly("apart");
        assertThat(run.measured("consensus", 0.99).keys(cause)).containsExactly("apartLess");
        assertThat(run.measured(1, "consensus", Double.NaN).keys(cause)).containsExactly("apart");
        assertThat(FakeRun.of(4).measured("consensus", 1).keys(cause)).isEmpty();
    }

    @Test
    void personalModelsAreBetterFromTwoPointsOn() {
        PersonalBetter cause = new PersonalBetter();
        FakeRun run = FakeRun.of(3).measured("personalMean", 0.53).measured("clientMean", 0.5);
        assertThat(run.say(cause)).contains("53.0", "50.0");
        assertThat(run.measured("personalMean", 0.51).keys(cause)).isEmpty();
        FakeRun losses = FakeRun.regression(3, 1).measured("personalMean", 0.94);
        assertThat(losses.measured("clientMean", 1).keys(cause)).containsExactly("personalLoss");
        assertThat(losses.measured("personalMean", 0.96).keys(cause)).isEmpty();
    }

    @Test
    void theWorstTenthIsToldWhenItIsFarBehind() {
        WorstOff cause = new WorstOff();
        FakeRun run = FakeRun.of(3).measured("clientMean", 0.75);
        assertThat(run.measured("clientWorstDecile", 0.5).say(cause)).contains("50.0", "75.0");
        assertThat(run.measured("clientWorstDecile", 0.61).keys(cause)).isEmpty();
        FakeRun losses = FakeRun.regression(3, 1).measured("clientMean", 1);
        assertThat(losses.measured("clientWorstDecile", 2).keys(cause))
                .containsExactly("worstLoss");
        assertThat(losses.measured("clientWorstDecile", 1.9).keys(cause)).isEmpty();
    }

    @Test
    void aPlateauLastsTenRoundsAndMayBeTheOptimum() {
        StandingStill cause = new StandingStill();
        FakeRun run = FakeRun.regression(3, 10).measured("testLoss", 0.991);
        assertThat(run.say(cause)).contains("Over the last 10 rounds", "0.9", "from 1.00 to 0.99");
        run.optimum = new double[] {9, 9, 0.99, 9};
        assertThat(run.keys(cause)).containsExactly("optimum", "still");
        run.optimum = new double[] {9, 9, 0.98, 9};
        assertThat(run.keys(cause)).containsExactly("still");
        assertThat(run.measured("testLoss", 0.99).keys(cause)).isEmpty();
        run.measured("testLoss", 1).measured(5, "testLoss", 1.03);
        assertThat(run.keys(cause)).isEmpty();
        assertThat(FakeRun.regression(3, 9).keys(cause)).isEmpty();
    }

    @Test
    void theBestThreeComeStrongestFirst() {
        FakeRun run =
                FakeRun.of(4)
                        .measured("cosineMean", -0.2)
                        .measured("attackSuccess", 0.9)
                        .measured("testAccuracy", 0.9)
                        .measured("clientMean", 0.9)
                        .measured("clientWorstDecile", 0.5)
                        .hostile(0);
        List<Reason> reasons = Why.of(run.end());
        assertThat(reasons).hasSize(3);
        assertThat(reasons)
                .isSortedAccordingTo((a, b) -> Double.compare(b.strength(), a.strength()));
        assertThat(join(run)).contains("backdoor", "Attackers", "disagree");
    }

    @Test
    void whereNothingStandsOutWeightsAndLengthsAreDescribed() {
        FakeRun run = FakeRun.of(3).weights(0.3, 0.4, 0.3).norms(1, 2, 3);
        assertThat(join(run))
                .isEqualTo(
                        "Updates that count: 3. C2 has the most weight, 40.0\u2009%. They are"
                                + " 1.00 to 3.00 long, their combination 1.00.");
        assertThat(join(FakeRun.of(2))).contains("all with the same weight, 50.0");
        assertThat(join(FakeRun.of(1))).contains("One update counts, C1’s");
        assertThat(join(FakeRun.of(1).status(Status.EMPTY, 0))).contains("1 of 1");
    }

    @Test
    void aReasonIsKeptBackUntilThePhaseInWhichItIsMeasured() {
        FakeRun run = FakeRun.of(4, 4, 2).measured("testLoss", 1.5).measured("cosineMean", -0.3);
        run.status(Status.LATE, 0);
        assertThat(Why.round(Why.of(run.at(Phase.SELECT)))).isEqualTo(1);
        assertThat(Why.round(Why.of(run.at(Phase.TRAIN)))).isEqualTo(1);
        List<Reason> upload = Why.of(run.at(Phase.UPLOAD));
        assertThat(upload).hasSize(1);
        assertThat(upload.getFirst().link()).isEqualTo(new Playhead(2, Phase.UPLOAD, 1));
        assertThat(Why.of(run.at(Phase.AGGREGATE))).hasSize(2);
        assertThat(Why.of(run.end())).hasSize(3);
        assertThat(Why.of(FakeRun.of(4).at(Phase.TRAIN))).isEmpty();
    }

    @Test
    void noReasonLeadsBeyondThePlayheadAndNoneIsMissingAfterRoundOne() {
        for (boolean troubles : new boolean[] {false, true}) {
            SampleTimeline timeline = SampleTimeline.of(12, 10, 12, 0.5, troubles);
            for (int r = 1; r <= 12; r++) {
                for (Phase phase : Phase.values()) {
                    Playhead at = new Playhead(r, phase, 1);
                    StageView view =
                            StageView.of(
                                    timeline.until(r),
                                    at,
                                    org.fedarium.look.Theme.LIGHT,
                                    new Texts(Locale.ENGLISH),
                                    690,
                                    600);
                    List<Reason> reasons = Why.of(view);
                    assertThat(reasons.isEmpty() && r > 1).isFalse();
                    assertThat(reasons).allMatch(x -> x.link().position() <= at.position() + 1e-9);
                }
            }
        }
    }

    @Test
    void everySentenceIsThereInBothLanguagesForEveryKindOfStep() throws java.io.IOException {
        java.nio.file.Path home = java.nio.file.Path.of(System.getProperty("fedarium.home", "."));
        java.util.TreeSet<String> used = new java.util.TreeSet<>();
        java.util.regex.Pattern quoted = java.util.regex.Pattern.compile("\"([a-z][A-Za-z]+)\"");
        Texts english = new Texts(Locale.ENGLISH);
        for (Cause cause : Causes.ALL) {
            String file =
                    "src/main/java/org/fedarium/scene/why/" + cause.getClass().getSimpleName();
            String source = java.nio.file.Files.readString(home.resolve(file + ".java"));
            long known =
                    quoted.matcher(source)
                            .results()
                            .map(m -> "stage.why." + m.group(1))
                            .filter(english::has)
                            .peek(used::add)
                            .count();
            assertThat(known).as(file).isPositive();
        }
        for (String tag : List.of("en", "zh-CN")) {
            for (String kind : List.of("ROUNDS", "VERSIONS", "MIXING")) {
                Texts texts = new Texts(Locale.forLanguageTag(tag)).variant(kind);
                for (String key : used) {
                    assertThat(texts.get(key, 1, 2, 3, 4, 5, 6))
                            .as(tag + " " + kind + " " + key)
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
        assertThat(used).hasSizeGreaterThanOrEqualTo(45);
    }
}
