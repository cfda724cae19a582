package io.phoenix.api.experiment;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentSpecWriter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Experiments as the interface shows them. */
public final class ExperimentMapper {
    private ExperimentMapper() {}

    /** With its specification. */
    public static ExperimentResponse whole(Experiment experiment) {
        return of(experiment, experiment.head(), experiment.updatedAt(), experiment.endedAt(), spec(experiment));
    }

    /** Without its specification, for lists and reports. */
    static ExperimentResponse brief(Experiment experiment) {
        return of(experiment, experiment.head(), experiment.updatedAt(), experiment.endedAt(), null);
    }

    /** As it was when it was taken, whatever has become of it: a repeated request gets the first answer. */
    static ExperimentResponse accepted(Experiment experiment) {
        return of(experiment, ExperimentHead.pending(), experiment.createdAt(), null, spec(experiment));
    }

    private static Map<String, Object> spec(Experiment experiment) {
        return ExperimentSpecWriter.tree(experiment.spec());
    }

    private static ExperimentResponse of(
            Experiment experiment,
            ExperimentHead head,
            Instant updatedAt,
            @Nullable Instant endedAt,
            @Nullable Map<String, Object> spec) {
        return new ExperimentResponse(
                experiment.ref().experiment().toString(),
                experiment.ref().name(),
                experiment.ref().number(),
                experiment.spec().target(),
                experiment.spec().labels(),
                head.phase().name(),
                head.paused(),
                head.progress(),
                name(head.verdict()),
                name(head.outcome()),
                head.outcomeReason(),
                name(head.cleanup()),
                head.errorCode(),
                head.message(),
                experiment.startedBy(),
                experiment.timeScale(),
                experiment.createdAt(),
                updatedAt,
                endedAt,
                spec);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
