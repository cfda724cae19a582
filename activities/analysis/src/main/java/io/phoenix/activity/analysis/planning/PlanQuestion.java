package io.phoenix.activity.analysis.planning;

import io.phoenix.domain.experiment.Criteria;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run that is thought of.
 *
 * @param memory slowest time in which the ratio forgets a disturbance; null: not declared
 * @param duration that was written down; null: none
 * @param maximumDuration up to which the run may be extended; null: none
 * @param expectedSaving of every goal; null: as in the pilot
 * @param hosts that the run will have; null: as many as the pilot
 */
public record PlanQuestion(
        Criteria criteria,
        Duration step,
        @Nullable Duration memory,
        @Nullable Duration duration,
        @Nullable Duration maximumDuration,
        @Nullable Double expectedSaving,
        @Nullable Integer hosts) {
    public PlanQuestion {
        Objects.requireNonNull(criteria, "criteria");
        Objects.requireNonNull(step, "step");
    }

    /** With the saving and the hosts of the pilot. */
    public PlanQuestion(
            Criteria criteria,
            Duration step,
            @Nullable Duration memory,
            @Nullable Duration duration,
            @Nullable Duration maximumDuration) {
        this(criteria, step, memory, duration, maximumDuration, null, null);
    }

    /** What the run is measured for: looks are spread over the longest length, one look comes at the duration. Null: unknown. */
    public @Nullable Duration horizon() {
        return criteria.sequential() ? maximumDuration : duration;
    }

    /** The same question, where saving and hosts are not taken from the pilot. */
    public PlanQuestion expecting(@Nullable Double saving, @Nullable Integer ofHosts) {
        return new PlanQuestion(criteria, step, memory, duration, maximumDuration, saving, ofHosts);
    }
}
