package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.ReportFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What {@code kill -9} of its collectors does to an experiment that is measuring; of the worker: {@link ApprovalIT}. */
@EndToEnd
@Order(7)
final class FaultsIT {
    private Platform platform;

    @BeforeEach
    void share(Platform shared) {
        platform = shared;
    }

    @Test
    void neverPromotesACandidateWhoseCollectorWasKilled() {
        String experiment = measuring("candidate-killed");

        platform.kill(experiment, "candidate");

        ExperimentResponse ended = platform.awaitEnd(experiment);
        assertThat(ended.verdict()).as(platform.story(experiment)).isEqualTo("REJECT");
        assertThat(ended.outcome()).isEqualTo("NOT_PROMOTED");
        assertThat(platform.client().report(experiment, ReportFormat.JSON)).contains("CANDIDATE_DOWN");
        assertThat(platform.done("report", "show", "candidate-killed")).contains("candidate's collector was down");
        assertThat(platform.traces().of(experiment)).isEmpty();
    }

    @Test
    void trustsNothingWhenTheSourceWasKilled() {
        String experiment = measuring("source-killed");

        platform.kill(experiment, "source");

        ExperimentResponse ended = platform.awaitEnd(experiment);
        assertThat(ended.verdict()).as(platform.story(experiment)).isEqualTo("INVALID");
        assertThat(ended.outcome()).isEqualTo("NOT_PROMOTED");
        assertThat(platform.traces().of(experiment)).isEmpty();
    }

    private String measuring(String name) {
        String experiment = platform.start(SpecText.named(name).promoting("never"));
        platform.awaitMeasuring(experiment);
        return experiment;
    }
}
