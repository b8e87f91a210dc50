package org.fedarium.scene;

import org.fedarium.aggregation.Arithmetic;
import org.fedarium.aggregation.Arithmetic.SortedWindow;
import org.fedarium.aggregation.Arithmetic.Term;
import org.fedarium.aggregation.Arithmetic.Vote;
import org.fedarium.aggregation.Arithmetic.WeightedSum;
import org.fedarium.catalog.Note;
import org.fedarium.privacy.MaskedColumn;
import org.fedarium.simulation.AggregationTrace;
import org.fedarium.simulation.AggregationTrace.Combined;
import org.fedarium.simulation.AggregationTrace.Member;
import org.fedarium.simulation.AggregationTrace.Move;
import org.fedarium.simulation.AggregationTrace.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The lines below the terms: their sum or choice, what privacy adds, and the server's step.
final class ArithmeticFoot {
    private static final int MOST_ADDENDS = 4;
    private static final int MOST_PLACES = 6;

    private final ArithmeticView view;
    private final AggregationTrace trace;
    private final RoundSettings settings;
    private final String symbol;
    private final Decimals form;
    private final List<Line> lines = new ArrayList<>();

    /// @param label   in words, at the left
    /// @param formula as markup for [MathText]
    /// @param strong  a result
    record Line(String label, String formula, boolean strong) {}

    private ArithmeticFoot(ArithmeticView view, AggregationTrace trace) {
        this.view = view;
        this.trace = trace;
        this.settings = RoundSettings.of(view.settled());
        this.symbol = trace.mixing() ? "θ" : settings.formulas().symbol();
        Combined c = trace.combined();
        this.form = Decimals.of(c.value(), c.delta());
    }

    static List<Line> of(ArithmeticView view) {
        AggregationTrace trace = view.current();
        if (trace == null) {
            return List.of();
        }
        ArithmeticFoot foot = new ArithmeticFoot(view, trace);
        foot.chosenClient();
        if (view.arriving()) {
            foot.lines.add(new Line(view.text("arriving"), "", false));
        } else {
            foot.all();
        }
        return foot.lines;
    }

    private void all() {
        Move move = trace.server();
        MaskedColumn masked = trace.masked();
        Arithmetic arithmetic = trace.arithmetic();
        if (move.lost()) {
            lines.add(new Line(view.text("lost"), "", true));
            return;
        }
        if (masked != null) {
            unmask(masked);
        } else if (arithmetic != null) {
            combine(arithmetic);
        }
        Combined c = trace.combined();
        if (c.scale() != 1 || c.noise() != 0) {
            String scaled = form.text(c.value());
            if (c.scale() != 1) {
                scaled += " × " + Decimals.of(c.scale()).text(c.scale());
            }
            String noisy = c.noise() == 0 ? scaled : scaled + form.added(c.noise());
            String what = c.noise() == 0 ? "scaled" : "noisy";
            lines.add(new Line(view.text(what), symbol + " = " + noisy + equal(c.delta()), false));
        }
        if (!trace.mixing()) {
            step(move, c.delta());
        }
    }

    private String equal(double value) {
        return " = " + form.text(value);
    }

    private void combine(Arithmetic arithmetic) {
        double value = trace.combined().value();
        switch (arithmetic) {
            case WeightedSum sum -> sum(sum, value);
            case SortedWindow window -> {
                int used = window.to() - window.from();
                List<Double> middle = new ArrayList<>();
                for (int i = window.from(); i < window.to(); i++) {
                    middle.add(window.terms().get(window.order()[i]).value());
                }
                String shown = used == 1 ? "" : "(" + addends(middle, form) + ") / " + used;
                String formula =
                        symbol + (shown.isEmpty() ? equal(value) : " = " + shown + equal(value));
                String label =
                        used == 1
                                ? view.text("middleOne", window.order().length)
                                : view.text("middle", used, window.order().length);
                lines.add(new Line(label, formula, false));
            }
            case Vote vote ->
                    lines.add(
                            new Line(
                                    view.text("votes", vote.votes(1), vote.votes(-1)),
                                    symbol + equal(value),
                                    false));
        }
    }

    private void sum(WeightedSum sum, double value) {
        List<Double> terms = new ArrayList<>();
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < sum.terms().size(); i++) {
            Term t = sum.terms().get(i);
            if (t.counts()) {
                terms.add(t.product() / sum.divisor());
                winners.add(trace.members().get(trace.arrived()[i]).client() + 1);
            }
        }
        if (terms.isEmpty()) {
            lines.add(new Line(view.text("nobody"), symbol + equal(value), false));
            return;
        }
        String start = sum.start() == 0 ? "" : form.text(sum.start()) + " + ";
        boolean score = sum.measure() == Arithmetic.Measure.SCORE;
        if (score && terms.size() == 1) {
            lines.add(
                    new Line(
                            view.text("winner", "C" + winners.getFirst()),
                            symbol + equal(value),
                            false));
            return;
        }
        String label =
                score
                        ? view.text("winners", terms.size())
                        : sum.start() == 0 ? view.text("sum", terms.size()) : view.text("lastMove");
        lines.add(
                new Line(
                        label,
                        symbol + " = " + start + addends(terms, form) + equal(value),
                        false));
    }

    /// `a + b − c` of a few, `a + b + … + z` of many.
    private static String addends(List<Double> terms, Decimals form) {
        StringBuilder text = new StringBuilder(form.text(terms.getFirst()));
        int n = terms.size();
        for (int i = 1; i < n; i++) {
            if (n > MOST_ADDENDS && i == 2) {
                text.append(" + …");
                i = n - 1;
            }
            text.append(form.added(terms.get(i)));
        }
        return text.toString();
    }

    private void unmask(MaskedColumn c) {
        long own = c.total(c.own());
        long pairs = c.total(c.pairwise());
        String ring = " mod 2^{" + c.ring().bits() + "}";
        lines.add(
                new Line(
                        view.text(pairs == 0 ? "pairsCancel" : "pairsLeft"),
                        "Σ = " + whole(pairs) + ring,
                        false));
        String off = " − " + whole(own) + (pairs == 0 ? "" : " − " + whole(pairs));
        lines.add(
                new Line(
                        view.text("unmasked"),
                        "Σ q = " + whole(c.total(c.masked())) + off + " = " + whole(c.sum()) + ring,
                        false));
        // Levels as a fraction: no rounded width of one would lead to the value on the right.
        double clip = c.encoding().clip();
        lines.add(
                new Line(
                        view.text("decoded"),
                        symbol
                                + " = "
                                + whole(c.sum())
                                + " × "
                                + brief(2 * clip)
                                + " / "
                                + whole(c.encoding().levels())
                                + " / "
                                + whole(c.weight())
                                + " − "
                                + brief(clip)
                                + equal(c.mean()),
                        false));
    }

    /// As many places as a change has, or its sum with the number could not be followed.
    private static Decimals withPlacesOf(Decimals number, Decimals change) {
        return number.places() < 0 || change.places() < 0
                ? number
                : new Decimals(Math.max(number.places(), Math.min(change.places(), MOST_PLACES)));
    }

    private static String brief(double value) {
        return Double.toString(value).replaceAll("\\.0$", "");
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }

    private void step(Move move, double delta) {
        String rule = settings.formulas().server();
        Decimals places = Decimals.of(move.before(), move.after());
        Decimals model = withPlacesOf(places, form);
        if (rule.isEmpty()) {
            String rate =
                    move.rate() == 1 ? "" : Decimals.of(move.rate()).text(move.rate()) + " · ";
            String sum =
                    model.text(move.before())
                            + (rate.isEmpty()
                                    ? model.added(delta)
                                    : " + " + rate + "(" + model.text(delta) + ")");
            lines.add(
                    new Line(
                            view.text("step"),
                            "θ⁺ = " + sum + " = " + model.text(move.after()),
                            true));
            return;
        }
        lines.add(new Line(view.text("rule"), words(rule).replace("_kj", "_{kj}"), false));
        List<String> numbers = new ArrayList<>();
        for (Quantity q : move.state()) {
            Decimals d = Decimals.of(q.before(), q.after());
            numbers.add(name(q) + " " + d.text(q.before()) + " → " + d.text(q.after()));
        }
        for (Quantity q : move.means()) {
            numbers.add(name(q) + " " + Decimals.of(q.after()).text(q.after()));
        }
        if (!numbers.isEmpty()) {
            lines.add(
                    new Line(
                            view.text("state"),
                            numbers.stream().limit(3).collect(Collectors.joining(",  ")),
                            false));
        }
        lines.add(
                new Line(
                        view.text("step"),
                        "θ = "
                                + model.text(move.before())
                                + "  →  θ⁺ = "
                                + model.text(move.after()),
                        true));
    }

    private String words(String formula) {
        return view.stage().texts().formula(formula);
    }

    private String name(Quantity quantity) {
        return view.stage().texts().note(Note.word("vector", quantity.name()));
    }

    /// What the chosen client had and sent.
    private void chosenClient() {
        for (Member m : trace.members()) {
            boolean known =
                    !view.arriving() && !trace.mixing() && m.client() == view.stage().selected();
            if (known && !Double.isNaN(m.local())) {
                double change = m.local() - m.received();
                Decimals d =
                        withPlacesOf(Decimals.of(m.received(), m.local()), Decimals.of(change));
                lines.add(
                        new Line(
                                view.text("trainedTo", "C" + (m.client() + 1)),
                                d.text(m.local()) + d.added(-m.received()) + " = " + d.text(change),
                                false));
            }
        }
    }
}
