package org.fedarium.scene;

import org.fedarium.algorithm.Coordination.Rhythm;
import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.network.Rules;
import org.fedarium.scene.ClientFacts.Fact;
import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.ClientReports.Status;
import org.fedarium.simulation.StepRecord;

import java.util.ArrayList;
import java.util.List;

/// What became of a client's work in a step, in words and numbers: how old its update is, whether
/// it attacked, why it does not count or counts less. Says nothing before it is known.
final class What {
    private What() {}

    static void add(List<Fact> facts, StageView view, Moment moment, int client) {
        member(facts, view, moment, client);
        work(facts, view, moment, client);
    }

    private static void member(List<Fact> facts, StageView view, Moment moment, int client) {
        StepRecord step = view.step();
        int slot = moment.slot[client];
        if (step == null || slot < 0 || step.reports().statusOf(slot) == Status.EMPTY) {
            return;
        }
        Texts texts = view.texts();
        if (view.rhythm() == Rhythm.VERSIONS) {
            String version = String.valueOf(step.reports().version()[slot]);
            facts.add(new Fact(texts.get("stage.fact.version"), version));
            if (step.reports().arrives(slot)) {
                int age = Staleness.age(step, slot);
                facts.add(new Fact(texts.get("stage.fact.age"), Staleness.words(texts, age)));
                double factor = Staleness.of(view, step).factor(slot);
                String number = Numbers.shortText(factor);
                facts.add(new Fact(texts.get("stage.fact.factor"), number));
            }
        }
        String happened = String.join("; ", happened(view, step, slot));
        if (!happened.isEmpty()) {
            facts.add(new Fact(texts.get("stage.fact.happened"), happened));
        }
    }

    /// What a client is at work on while the version is made of others' updates; or again, once
    /// its update for this version has arrived or was lost.
    private static void work(List<Fact> facts, StageView view, Moment moment, int client) {
        boolean apart = moment.isApart(client);
        if (apart || (moment.work.has(client) && moment.isOver(client))) {
            Texts texts = view.texts();
            String version = String.valueOf(moment.work.version(client));
            String on = apart ? "stage.version.fact.on" : "stage.version.fact.again";
            String since = Numbers.seconds(moment.work.since(client));
            facts.add(
                    new Fact(texts.get(on), texts.get("stage.version.fact.since", version, since)));
        }
    }

    /// True when the phase has shown what became of this member.
    static boolean isKnown(StageView view, Status status) {
        boolean verdict =
                status == Status.REJECTED
                        || status == Status.CLIPPED
                        || status == Status.DOWN_WEIGHTED;
        Phase needed = verdict ? Phase.AGGREGATE : Phase.UPLOAD;
        return view.playhead().phase().ordinal() >= needed.ordinal();
    }

    private static List<String> happened(StageView view, StepRecord step, int slot) {
        Texts texts = view.texts();
        ClientReports r = step.reports();
        List<String> all = new ArrayList<>();
        if (r.isHostile(slot) && view.playhead().phase().ordinal() >= Phase.UPLOAD.ordinal()) {
            all.add(texts.get("stage.what.hostile"));
        }
        Status status = r.statusOf(slot);
        if (!isKnown(view, status)) {
            return all;
        }
        String factor = Numbers.percent(r.factor()[slot]);
        switch (status) {
            case LATE -> {
                double deadline = deadline(view);
                boolean unasked = deadline <= 0 || r.uploadEnd()[slot] <= step.start() + deadline;
                all.add(
                        unasked
                                ? texts.get("stage.what.lateUnasked")
                                : texts.get("stage.what.late", Numbers.seconds(deadline)));
            }
            case DROPPED -> all.add(texts.get("stage.what.dropped"));
            case REJECTED -> all.add(texts.get("stage.what.rejected"));
            case CLIPPED -> all.add(texts.get("stage.what.clipped", factor));
            case DOWN_WEIGHTED -> all.add(texts.get("stage.what.weighed", factor));
            default -> {
                // It counts as it is.
            }
        }
        return all;
    }

    /// Virtual seconds that the server waits in the step under the playhead; 0: for all.
    static double deadline(StageView view) {
        int round = Math.max(1, view.playhead().round());
        var values = view.timeline().info().experiment().at(round).section("network").values();
        return Rules.of(values).deadline();
    }
}
