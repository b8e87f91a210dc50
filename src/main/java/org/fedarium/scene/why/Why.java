package org.fedarium.scene.why;

import org.fedarium.lab.Playhead;
import org.fedarium.scene.StageView;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Why the step under the playhead went as it did: the strongest measured facts that are known
/// there.
public final class Why {
    private static final int MOST = 3;

    private Why() {}

    /// The best three reasons, strongest first. While a step has nothing to tell yet these are the
    /// reasons of the one before it; empty only before anything has been measured.
    public static List<Reason> of(StageView view) {
        Playhead at = view.playhead();
        List<Reason> now = reasons(view);
        if (!now.isEmpty() || at.round() == 0) {
            return now;
        }
        if (at.shownRound() == at.round()) {
            return plain(view);
        }
        if (at.round() == 1) {
            return List.of();
        }
        StageView before =
                StageView.of(
                        view.timeline(),
                        Playhead.endOf(at.round() - 1),
                        view.theme(),
                        view.texts(),
                        view.width(),
                        view.height());
        List<Reason> earlier = reasons(before);
        return earlier.isEmpty() ? plain(before) : earlier;
    }

    /// The step that the reasons speak of; 0 for none.
    public static int round(List<Reason> reasons) {
        return reasons.isEmpty() ? 0 : reasons.getFirst().link().round();
    }

    private static List<Reason> reasons(StageView view) {
        if (view.step() == null) {
            return List.of();
        }
        Evidence evidence = new Evidence(view);
        return Causes.ALL.stream()
                .filter(cause -> view.playhead().progress(cause.known()) >= 1)
                .map(cause -> cause.in(evidence))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(reason -> -reason.strength()))
                .limit(MOST)
                .toList();
    }

    private static List<Reason> plain(StageView view) {
        return view.step() == null ? List.of() : List.of(Plain.of(new Evidence(view)));
    }
}
