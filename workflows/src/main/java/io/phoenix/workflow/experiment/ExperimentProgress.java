package io.phoenix.workflow.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the run is, for the query {@code progress}.
 *
 * @param nextEvent what happens next, in words
 * @param nextAt when, null when it depends on somebody
 * @param looks how often the data were looked at
 * @param looksPlanned how often they are looked at unless the run ends early
 */
public record ExperimentProgress(
        int windowsMeasured,
        int windowsPlanned,
        double share,
        String nextEvent,
        @Nullable Instant nextAt,
        int looks,
        int looksPlanned) {}
