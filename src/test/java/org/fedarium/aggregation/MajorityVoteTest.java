package org.fedarium.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fedarium.catalog.Values;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {
    @Test
    void signsgd_majority() {
        MajorityVote rule = new MajorityVote();
        Values one = Values.defaults(rule.describe()).with("step", 1.0);
        Aggregator.Combination votes = rule.start(3, one);
        votes.add(new double[] {1, -2, 3}, 1);
        votes.add(new double[] {-1, -1, 2}, 50);
        votes.add(new double[] {4, 5, -6}, 7);
        double[] out = new double[3];
        votes.finish(out);
        assertThat(out).containsExactly(1, -1, 1);
        assertThat(votes.shares())
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.0));
    }

    @Test
    void aTieMovesNothing() {
        MajorityVote rule = new MajorityVote();
        Aggregator.Combination votes = rule.start(1, Values.defaults(rule.describe()));
        votes.add(new double[] {1}, 1);
        votes.add(new double[] {-3}, 1);
        double[] out = {9};
        votes.finish(out);
        assertThat(out).containsExactly(0);
    }
}
