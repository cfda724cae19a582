package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Interval ONE_TO_TWO = new Interval(1, 2);

    @Test
    void itsEndsBelongToIt() {
        assertThat(ONE_TO_TWO.contains(1)).isTrue();
        assertThat(ONE_TO_TWO.contains(2)).isTrue();
        assertThat(ONE_TO_TWO.contains(0.999)).isFalse();
        assertThat(ONE_TO_TWO.contains(2.001)).isFalse();
    }

    @Test
    void itLiesWithinMarginsThatItTouches() {
        assertThat(ONE_TO_TWO.within(1, 2)).isTrue();
        assertThat(ONE_TO_TWO.within(1.001, 2)).isFalse();
        assertThat(ONE_TO_TWO.within(1, 1.999)).isFalse();
    }

    @Test
    void intervalsThatTouchAreNotDisjoint() {
        assertThat(ONE_TO_TWO.disjoint(new Interval(2, 3))).isFalse();
        assertThat(ONE_TO_TWO.disjoint(new Interval(0, 1))).isFalse();
        assertThat(ONE_TO_TWO.disjoint(new Interval(2.001, 3))).isTrue();
        assertThat(ONE_TO_TWO.disjoint(new Interval(0, 0.999))).isTrue();
    }
}
