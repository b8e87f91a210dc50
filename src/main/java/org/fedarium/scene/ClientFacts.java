package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.look.Texts;
import org.fedarium.simulation.ClientReports;

import java.util.ArrayList;
import java.util.List;

/// What there is to say about one client at the playhead: for tooltips and for screen readers.
///
/// @param title `Client 7`, or the client's own name
/// @param state what it is doing, in words
/// @param facts names and values
public record ClientFacts(String title, String state, List<Fact> facts) {

    /// One named value.
    public record Fact(String name, String value) {}

    public static ClientFacts of(StageView view, int client) {
        return of(view, client, new Moment(view, StageLayout.of(view)));
    }

    /// @param moment of the view
    static ClientFacts of(StageView view, int client, Moment moment) {
        Texts texts = view.texts();
        String own = view.ownName(client);
        String title = own.isEmpty() ? texts.get("stage.client", client + 1) : own;
        String state = StateWords.of(view, moment, client);
        List<Fact> facts = new ArrayList<>();
        int examples = moment.segment.examples()[client];
        facts.add(new Fact(texts.get("stage.fact.samples"), String.valueOf(examples)));
        ClientReports r = moment.reports;
        What.add(facts, view, moment, client);
        int slot = moment.slot[client];
        boolean trained = moment.phase.ordinal() >= Phase.UPLOAD.ordinal();
        if (r != null && slot >= 0 && examples > 0 && trained) {
            String loss =
                    Numbers.shortText(r.lossBefore()[slot])
                            + " → "
                            + Numbers.shortText(r.lossAfter()[slot]);
            facts.add(new Fact(texts.get("stage.fact.localLoss"), loss));
            add(facts, texts.get("stage.fact.norm"), r.updateNorm()[slot]);
            if (moment.phase == Phase.EVALUATE) {
                add(facts, texts.get("stage.fact.cosine"), r.cosine()[slot]);
                add(facts, texts.get("stage.fact.distance"), r.distance()[slot]);
            }
        }
        return new ClientFacts(title, state, List.copyOf(facts));
    }

    private static void add(List<Fact> facts, String name, double value) {
        if (!Double.isNaN(value)) {
            facts.add(new Fact(name, Numbers.shortText(value)));
        }
    }

    /// Everything as one line.
    public String sentence() {
        StringBuilder text = new StringBuilder(title).append(": ").append(state);
        for (Fact fact : facts) {
            text.append("; ").append(fact.name).append(' ').append(fact.value);
        }
        return text.toString();
    }
}
