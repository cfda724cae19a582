package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.client.Reply;
import io.phoenix.client.TargetResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Winners that wait for a person, one of them in spite of a {@code kill -9} of the worker. */
@EndToEnd
@Order(6)
final class ApprovalIT {
    private Platform platform;

    @BeforeEach
    void share(Platform shared) {
        platform = shared;
    }

    @Test
    @Order(1)
    void goesOnToTheSameVerdictWhenTheWorkerIsKilledAndKeepsTheTargetWhenTheWinnerIsAborted() {
        TargetResponse before = platform.client().target("demo");
        String experiment = platform.start(SpecText.named("unwanted").promoting("manual"));
        platform.awaitMeasuring(experiment);
        int restarts = platform.part("worker").restarts();

        platform.killPart("worker");
        awaitApproval(experiment);
        assertThat(platform.part("worker").restarts()).isEqualTo(restarts + 1);

        Reply abort = platform.command(experiment, "abort");
        Reply late = platform.command(experiment, "approve");

        assertThat(abort.status()).as(abort.body()).isEqualTo(200);
        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(Json.read(late.body(), ProblemResponse.class).detail()).contains("abort");
        platform.awaitNothingLeft(experiment);
        ExperimentResponse ended = platform.await(experiment, "CANCELLED");
        assertThat(ended.outcome()).isNotEqualTo("PROMOTED");
        TargetResponse after = platform.client().target("demo");
        assertThat(after.generation()).isEqualTo(before.generation());
        assertThat(platform.runningHash()).isEqualTo(before.activeHash());
        assertThat(platform.database().rows("measurements", experiment)).isPositive();
        assertThat(platform.database().audited(experiment)).isPositive();
    }

    @Test
    @Order(2)
    void promotesAWinnerThatIsApprovedInTheEngineAndRefusesWhatComesLater() {
        TargetResponse before = platform.client().target("demo");
        String experiment = platform.start(SpecText.named("wanted").promoting("manual"));
        awaitApproval(experiment);

        platform.signal(experiment, "approve");
        platform.await(experiment, "PROMOTING");
        Reply late = platform.command(experiment, "reject");
        ExperimentResponse ended = platform.awaitEnd(experiment);

        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(Json.read(late.body(), ProblemResponse.class).code()).isEqualTo("already_decided");
        assertThat(Json.read(late.body(), ProblemResponse.class).detail()).contains("approve");
        assertThat(ended.outcome())
                .as("%s%s", ended, platform.story(experiment))
                .isEqualTo("PROMOTED");
        assertThat(platform.client().target("demo").generation()).isEqualTo(before.generation() + 1);
        assertThat(platform.traces().of(experiment)).isEmpty();
    }

    @Test
    @Order(3)
    void goesBackToAnEarlierGenerationWhenAsked() {
        TargetResponse before = platform.client().target("demo");
        String first = platform.client().history("demo").items().getLast().hash();

        platform.done("target", "rollback", "demo", "--to", "1");

        TargetResponse after = platform.client().target("demo");
        assertThat(after.generation()).isEqualTo(before.generation() + 1);
        assertThat(after.activeHash()).isEqualTo(first);
        assertThat(platform.runningHash()).isEqualTo(first);
    }

    private void awaitApproval(String experiment) {
        ExperimentResponse waiting = platform.await(experiment, "AWAITING_APPROVAL");
        assertThat(waiting.verdict()).as(platform.story(experiment)).isEqualTo("PROMOTE");
    }
}
