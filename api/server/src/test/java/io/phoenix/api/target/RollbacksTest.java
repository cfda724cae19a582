package io.phoenix.api.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.phoenix.workflow.experiment.TaskQueues;
import io.phoenix.workflow.target.RollbackPlan;
import io.phoenix.workflow.target.TargetControlActivities;
import io.phoenix.workflow.target.TargetRollbackWorkflowImpl;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbacksTest {
    private static final IdempotencyKey KEY = IdempotencyKey.required("key-1");
    private static final Target TARGET = target(5);

    private final List<RollbackPlan> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int failures;
    private TestWorkflowEnvironment engine;
    private Rollbacks rollbacks;

    @BeforeEach
    void startEngine() {
        engine = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PhoenixDataConverter.create())
                        .build())
                .build());
        engine.newWorker(TaskQueues.EXPERIMENTS).registerWorkflowImplementationTypes(TargetRollbackWorkflowImpl.class);
        engine.newWorker(TARGET.taskQueue())
                .registerActivitiesImplementations((TargetControlActivities) this::takenBack);
        engine.start();
        rollbacks = new Rollbacks(engine.getWorkflowClient());
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void theSameKeyIsTheSameWayBack() {
        Target first = rollbacks.rollBack(caller(), TARGET, 2, KEY);

        assertThat(rollbacks.rollBack(caller(), first, 2, KEY)).isEqualTo(first);
        assertThat(asked).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherGenerationIsRefused() {
        rollbacks.rollBack(caller(), TARGET, 2, KEY);

        assertThatThrownBy(() -> rollbacks.rollBack(caller(), TARGET, 3, KEY))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatWasDecidedIsTriedUntilTheTargetFollows() {
        failures = 20;

        assertThat(rollbacks.rollBack(caller(), TARGET, 2, KEY).generation()).isEqualTo(6);
        assertThat(asked).hasSize(21);
    }

    private Target takenBack(RollbackPlan plan) {
        asked.add(plan);
        if (asked.size() <= failures) {
            throw new TransientException(ErrorCode.NOT_READY, "the standing collector does not run");
        }
        return target(plan.fence() + 1);
    }

    private static Target target(long generation) {
        return new Target(
                TenantId.DEFAULT,
                "demo",
                TargetKind.LOCAL,
                "phoenix-target-test",
                new PipelineRef("process-baseline-v1", Map.of()),
                ConfigHash.of("text"),
                generation);
    }

    private static Principal caller() {
        return new Principal(TenantId.DEFAULT, "alice", "owner");
    }
}
