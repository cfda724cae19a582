package io.phoenix.api.target;

import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import io.phoenix.workflow.experiment.TaskQueues;
import io.phoenix.workflow.target.RollbackPlan;
import io.phoenix.workflow.target.TargetRollbackWorkflow;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ways back of targets, as short workflows on the worker that are awaited. */
@Singleton
final class Rollbacks {
    private static final String GENERATION = "toGeneration";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WorkflowClient client;

    Rollbacks(WorkflowClient client) {
        this.client = client;
    }

    /**
     * The target after it was taken back; the same key is the same way back.
     *
     * @throws PhoenixException {@code idempotency_key_reused} when the key was sent with another generation before
     */
    Target rollBack(Principal caller, Target target, long generation, IdempotencyKey key) {
        RollbackPlan plan = new RollbackPlan(
                target.tenant(), target.name(), target.taskQueue(), target.generation(), generation, caller.subject());
        WorkflowStub stub = client.newUntypedWorkflowStub(
                TargetRollbackWorkflow.class.getSimpleName(),
                options(plan, key.idWithin(caller.subject()).toString()));
        try {
            start(stub, plan);
            return stub.getResult(PATIENCE.toSeconds(), TimeUnit.SECONDS, Target.class);
        } catch (TimeoutException e) {
            throw new TransientException(
                    ErrorCode.NOT_READY,
                    "the target was not taken back within " + PATIENCE.toSeconds()
                            + " s, it is still tried: is a worker running? Ask again with the same key",
                    e);
        } catch (WorkflowFailedException e) {
            throw failure(e);
        } catch (WorkflowException e) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "the engine did not run the rollback: " + e.getMessage(), e);
        }
    }

    private static void start(WorkflowStub stub, RollbackPlan plan) {
        try {
            stub.start(plan);
        } catch (WorkflowExecutionAlreadyStarted earlier) {
            // The stub is bound to the earlier run now, whose result is the answer to the repeated request.
            requireSame(stub, plan);
        }
    }

    private static void requireSame(WorkflowStub earlier, RollbackPlan plan) {
        Object generation = earlier.describe().getMemo(GENERATION, Long.class);
        if (!Long.valueOf(plan.toGeneration()).equals(generation)) {
            throw new FinalException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "this Idempotency-Key was sent with generation " + generation + " before, now with "
                            + plan.toGeneration() + ": choose another key");
        }
    }

    private static WorkflowOptions options(RollbackPlan plan, String request) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(RollbackPlan.workflowId(plan.tenant(), plan.target(), request))
                .setTaskQueue(TaskQueues.EXPERIMENTS)
                .setMemo(Map.of(GENERATION, plan.toGeneration()))
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setStaticSummary(plan.target() + ": back to generation " + plan.toGeneration())
                .build();
    }

    private static PhoenixException failure(WorkflowFailedException failed) {
        if (failed.getCause() instanceof ApplicationFailure cause) {
            String message = String.valueOf(cause.getOriginalMessage());
            return Arrays.stream(ErrorCode.values())
                    .filter(code -> code.code().equals(cause.getType()))
                    .findFirst()
                    .<PhoenixException>map(code -> code.retryable()
                            ? new TransientException(code, message, failed)
                            : new FinalException(code, message, failed))
                    .orElseGet(() -> new FinalException(ErrorCode.INTERNAL, message, failed));
        }
        return new TransientException(
                ErrorCode.NOT_READY, "the rollback did not end in time: is a worker of this machine running?", failed);
    }
}
