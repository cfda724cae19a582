package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.client.Reply;
import io.phoenix.client.TargetResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An experiment that holds the target, is asked for twice, and is aborted while it measures. */
@EndToEnd
@Order(5)
final class AbortIT {
    private static final String KEY = "asked-twice";
    private static final SpecText SPEC = SpecText.named("aborted");
    private static Platform platform;
    private static TargetResponse before;
    private static String experiment;

    @BeforeAll
    static void startOne(Platform shared) {
        platform = shared;
        before = platform.client().target("demo");
        experiment = Json.read(platform.create(SPEC.yaml(), KEY).body(), ExperimentResponse.class)
                .id();
        platform.awaitMeasuring(experiment);
    }

    @Test
    @Order(1)
    void isOneExperimentHoweverOftenItsRequestIsSent() {
        Reply again = platform.create(SPEC.yaml(), KEY);
        Reply changed = platform.create(SPEC.promoting("never").yaml(), KEY);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(Json.read(again.body(), ExperimentResponse.class).id()).isEqualTo(experiment);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(Json.read(changed.body(), ProblemResponse.class).code()).isEqualTo("idempotency_key_reused");
        assertThat(platform.database().experimentsNamed("aborted")).isEqualTo(1);
    }

    @Test
    @Order(2)
    void keepsOthersFromItsTargetAndIsNamed() {
        ExperimentResponse second = platform.awaitEnd(platform.start(SpecText.named("second")));

        assertThat(second.phase()).isEqualTo("FAILED");
        assertThat(second.errorCode()).isEqualTo("target_busy");
        assertThat(second.message()).contains("aborted/1");
        assertThat(platform.client().target("demo").holder()).isEqualTo(experiment);
    }

    @Test
    @Order(3)
    void refusesAnApprovalThatNobodyHasAskedFor() {
        Reply early = platform.command(experiment, "approve");

        assertThat(early.status()).isEqualTo(409);
        assertThat(Json.read(early.body(), ProblemResponse.class).code()).isEqualTo("not_awaiting_approval");
    }

    @Test
    @Order(4)
    void leavesTheTargetAsItWasAndNothingElseWhenTheEngineIsAskedToAbortIt() {
        assertThat(platform.traces().of(experiment)).isNotEmpty();

        platform.signal(experiment, "abort");

        platform.awaitNothingLeft(experiment);
        ExperimentResponse ended = platform.await(experiment, "CANCELLED");
        assertThat(ended.verdict()).isNull();
        assertThat(ended.cleanup()).isEqualTo("CLEAN");
        TargetResponse after = platform.client().target("demo");
        assertThat(after.generation()).isEqualTo(before.generation());
        assertThat(after.activeHash()).isEqualTo(before.activeHash());
        assertThat(platform.runningHash()).isEqualTo(before.activeHash());
    }

    @Test
    @Order(5)
    void keepsWhatWasWrittenOfIt() {
        assertThat(platform.client().experiment(experiment).spec()).containsEntry("name", "aborted");
        assertThat(platform.database().rows("measurements", experiment)).isPositive();
        assertThat(platform.database().rows("experiment_events", experiment)).isPositive();
        assertThat(platform.database().audited(experiment)).isPositive();
    }
}
