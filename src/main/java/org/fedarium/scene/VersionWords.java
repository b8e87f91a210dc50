package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;

import java.util.Arrays;

/// What the formula card and the narration say of a server version: who arrived, how old their
/// updates are, and by what factor they count.
final class VersionWords {
    private VersionWords() {}

    /// The formula of the phase.
    ///
    /// @param train the clients' own step, before indices are filled in
    static String formula(StageView view, StepRecord step, RoundSettings settings, String train) {
        int t = step.round();
        return switch (view.playhead().phase()) {
            case SELECT -> "A_{" + t + "} ⊆ {1, …, K}";
            case BROADCAST -> "y_k ← θ_{v_k},  τ_k = " + (t - 1) + " − v_k";
            case TRAIN -> train.replaceAll("θ(?!_)", "θ_{v_k}");
            case UPLOAD, AGGREGATE -> moved(view, step, settings);
            case EVALUATE -> "F(θ_{" + t + "})";
        };
    }

    private static String moved(StageView view, StepRecord step, RoundSettings settings) {
        String after = "θ_{" + step.round() + "}";
        String before = "θ_{" + (step.round() - 1) + "}";
        boolean full = settings.fullStep();
        boolean plainServer = settings.formulas().server().isEmpty();
        if (Staleness.of(view, step).rule().towards()) {
            return full && plainServer
                    ? after + " = (1 − α_τ) " + before + " + α_τ y"
                    : after + " = " + before + " + η_g α_τ (y − " + before + ")";
        }
        String symbol = settings.formulas().symbol();
        String sum =
                settings.exampleWeights()
                        ? "Σ_k (n_k / n) s(τ_k) "
                        : settings.plainMean() ? "(1 / K) Σ_k s(τ_k) " : "";
        String combined =
                sum.isEmpty()
                        ? settings.rule()
                                .replace("θ⁺_j = θ_j + ", "Δ_j = ")
                                .replace("θ⁺ = θ + ", "Δ = ")
                                .replace("Δ_k", "s(τ_k) Δ_k")
                        : after
                                + " = "
                                + before
                                + " + "
                                + (full ? "" : "η_g ")
                                + sum
                                + symbol
                                + "_k";
        return combined;
    }

    static String sentence(StageView view, StepRecord step, int arrived) {
        Texts texts = view.texts();
        ClientReports r = step.reports();
        int members = arrivals(r);
        return switch (view.playhead().phase()) {
            case SELECT ->
                    members == 1
                            ? texts.get("stage.version.selectOne", 1, step.round())
                            : texts.get("stage.version.select", members, step.round());
            case BROADCAST -> {
                int first = Arrays.stream(r.version()).min().orElse(0);
                int last = Arrays.stream(r.version()).max().orElse(0);
                yield first == last
                        ? texts.get("stage.version.pullOne", first)
                        : texts.get("stage.version.pull", first, last);
            }
            case UPLOAD -> {
                int oldest = Staleness.of(view, step).oldest();
                int age = oldest < 0 ? 0 : Staleness.age(step, oldest);
                yield texts.get("stage.version.upload", arrived, members, age);
            }
            default -> {
                int counted = r.countedUpdates();
                yield counted == 1
                        ? texts.get("stage.version.aggregateOne", step.round())
                        : texts.get("stage.version.aggregate", step.round(), counted);
            }
        };
    }

    /// What happens, in one sentence; for the phases that differ from a round's.
    static String narration(StageView view, StepRecord step, Moment moment) {
        Texts texts = view.texts();
        ClientReports r = step.reports();
        int arrived = moment.arrivedCount();
        Staleness staleness = Staleness.of(view, step);
        int oldest = staleness.oldest();
        int members = arrivals(r);
        String name = oldest < 0 ? "" : view.shortName(r.client()[oldest]);
        String key = "stage.version.narration.";
        return switch (view.playhead().phase()) {
            case SELECT ->
                    texts.get(
                            key + (members == 1 ? "selectOne" : "select"),
                            members,
                            step.round(),
                            name,
                            apart(moment),
                            idle(moment));
            case BROADCAST -> {
                int first = Arrays.stream(r.version()).min().orElse(0);
                int last = Arrays.stream(r.version()).max().orElse(0);
                yield r.size() == 1
                        ? texts.get(key + "pullOne", first, last, step.round() - 1)
                        : texts.get(key + "pull", first, last, step.round() - 1);
            }
            case UPLOAD -> {
                int lost = FormulaSentence.count(r, Status.DROPPED);
                if (lost > 0 || oldest < 0) {
                    yield texts.get(key + "lost", arrived, r.size(), lost);
                }
                yield texts.get(
                        key + (members == 1 ? "uploadOne" : "upload"),
                        arrived,
                        members,
                        name,
                        Staleness.words(texts, Staleness.age(step, oldest)),
                        Numbers.shortText(staleness.factor(oldest)));
            }
            default ->
                    staleness.rule().towards() && oldest >= 0
                            ? texts.get(
                                    key + "towards",
                                    1,
                                    step.round(),
                                    name,
                                    Numbers.percent(staleness.factor(oldest)))
                            : texts.get(key + "add", r.countedUpdates(), step.round());
        };
    }

    /// What happens during training: the clients of this version, and how many are at work besides.
    static String training(StageView view, ClientReports r, Moment moment) {
        int least = r.leastSteps();
        int most = r.mostSteps();
        if (most == 0) {
            return view.texts().get("stage.narration.trainNobody");
        }
        String key = "stage.version.narration." + (least == most ? "trainSame" : "train");
        return view.texts().get(key, least, most, apart(moment));
    }

    private static int apart(Moment moment) {
        return moment.work.countWithout(moment.slot);
    }

    /// Clients that neither make this version nor are at work.
    private static int idle(Moment moment) {
        int count = 0;
        for (ClientState state : moment.state) {
            count += state == ClientState.IDLE ? 1 : 0;
        }
        return count;
    }

    /// Members whose update reaches the server.
    private static int arrivals(ClientReports r) {
        int count = 0;
        for (int s = 0; s < r.size(); s++) {
            count += r.arrives(s) ? 1 : 0;
        }
        return count;
    }

    /// True where a version is told in its own words.
    static boolean tells(StageView view) {
        Phase phase = view.playhead().phase();
        return phase != Phase.TRAIN && phase != Phase.EVALUATE;
    }
}
