package org.fedarium.scene;

import org.fedarium.lab.Phase;
import org.fedarium.look.Numbers;
import org.fedarium.simulation.ClientReports;

import java.util.ArrayList;
import java.util.List;

/// All clients at the playhead as rows: what the stage shows, for reading, sorting and screen
/// readers. A value stays NaN until the phase that brings it forth.
public final class ClientTable {
    private ClientTable() {}

    /// One client.
    ///
    /// @param client   its index
    /// @param name     `C7`, or its own name
    /// @param state    what it is doing, in words
    /// @param examples its training examples
    /// @param loss     mean training loss after its local update
    /// @param norm     norm of its update
    /// @param cosine   between its update and the aggregated one
    /// @param weight   its share of the aggregate
    public record Row(
            int client,
            String name,
            String state,
            int examples,
            double loss,
            double norm,
            double cosine,
            double weight) {

        /// Text of a number; empty when there is none yet.
        public static String text(double value) {
            return Double.isNaN(value) ? "" : Numbers.shortText(value);
        }
    }

    public static List<Row> of(StageView view) {
        Moment moment = new Moment(view, StageLayout.of(view));
        ClientReports r = moment.reports;
        boolean trained = moment.phase.ordinal() >= Phase.UPLOAD.ordinal();
        boolean over = moment.phase == Phase.EVALUATE;
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < view.clients(); k++) {
            int slot = moment.slot[k];
            boolean known = r != null && slot >= 0 && trained;
            rows.add(
                    new Row(
                            k,
                            view.shortName(k),
                            StateWords.of(view, moment, k),
                            moment.segment.examples()[k],
                            known ? r.lossAfter()[slot] : Double.NaN,
                            known ? r.updateNorm()[slot] : Double.NaN,
                            known && over ? r.cosine()[slot] : Double.NaN,
                            known && over ? r.weight()[slot] : Double.NaN));
        }
        return rows;
    }
}
