package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The planner's formula on the golden set G6 (480 pairs of 2 s), quantiles of t with 8 degrees of freedom by SciPy. */
class NeededTimeTest {
    private static final Target GOAL = new Target(0.025, 0.80);
    private static final Duration SIXTEEN_MINUTES = Duration.ofSeconds(960);

    /** 480 (q / needed)^2 = 3424.995 pairs tell .96213 from .98. */
    @Test
    void whatLacksIsTheTimeOfThePairsThatLack() {
        Map<String, Double> numbers = needed(null, 0.98).of(g6(null), true);

        assertThat(numbers.get("moreSeconds")).isEqualTo(3425 * 2 - 960.0);
        assertThat(numbers.get("detectableRatio")).isEqualTo(0.933000019972246, within(1e-9));
    }

    @Test
    void aDecidedRunShowsWhatItCouldTell() {
        assertThat(needed(null, 1).of(g6(null), false))
                .containsOnlyKeys("detectableRatio")
                .hasEntrySatisfying(
                        "detectableRatio", ratio -> assertThat(ratio).isEqualTo(0.9520408367063735, within(1e-9)));
    }

    @Test
    void aMemoryLacksFractionsOfASecondToo() {
        Duration memory = Duration.ofMillis(40_100);

        assertThat(needed(memory, 1).of(g6(memory), true)).containsEntry("moreSeconds", 2.4);
    }

    @Test
    void whatTakesAYearIsNotSaid() {
        Duration year = Duration.ofDays(365).plus(SIXTEEN_MINUTES).dividedBy(24);

        assertThat(needed(year, 1).of(g6(year), true)).doesNotContainKey("moreSeconds");
        assertThat(needed(year.minusMillis(1), 1).of(g6(year.minusMillis(1)), true))
                .containsKey("moreSeconds");
    }

    @Test
    void timeAddsNothingToWhatIsKnownWithoutASamplingError() {
        Inference known = Inference.known(Rule.EXACT_TO_ROUNDING, Estimate.Known.exactly(0.8));

        assertThat(needed(null, 0.8).of(known, true)).isEmpty();
    }

    private static Inference g6(Duration memory) {
        return RatioInference.of(GoldenSeries.g6(), new MemoryGate(SIXTEEN_MINUTES, memory));
    }

    private static NeededTime needed(Duration memory, double limit) {
        return new NeededTime(480, new MemoryGate(SIXTEEN_MINUTES, memory), limit, GOAL);
    }
}
