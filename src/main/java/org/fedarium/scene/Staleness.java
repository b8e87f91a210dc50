package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Buffering;
import org.fedarium.algorithm.Coordinations;
import org.fedarium.experiment.Choice;
import org.fedarium.look.Texts;
import org.fedarium.simulation.StepRecord;

/// How old the updates of a server version are, and by what factor they count for that.
///
/// @param rule the run's way of going on without waiting, with the settings of this version
public record Staleness(StepRecord step, Buffering rule) {

    public static Staleness of(StageView view, StepRecord step) {
        Choice choice =
                view.timeline().info().experiment().at(step.round()).section("coordination");
        return new Staleness(
                step, Coordinations.ALL.find(choice.kind()).buffering(choice.values()));
    }

    /// Versions that the server made while the client was at work.
    public static int age(StepRecord step, int slot) {
        return step.round() - 1 - step.reports().version()[slot];
    }

    public double factor(int slot) {
        return rule.factor().of(age(step, slot));
    }

    /// The member that arrived with the oldest update, or -1.
    public int oldest() {
        int best = -1;
        for (int s = 0; s < step.reports().size(); s++) {
            boolean older = best < 0 || age(step, s) > age(step, best);
            if (step.reports().arrives(s) && older) {
                best = s;
            }
        }
        return best;
    }

    /// `2 versions old`.
    public static String words(Texts texts, int age) {
        return switch (age) {
            case 0 -> texts.get("stage.version.age0");
            case 1 -> texts.get("stage.version.age1");
            default -> texts.get("stage.version.age", age);
        };
    }
}
