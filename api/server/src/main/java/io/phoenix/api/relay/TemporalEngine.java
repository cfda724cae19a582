package io.phoenix.api.relay;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import io.phoenix.workflow.experiment.ExperimentPlan;
import io.phoenix.workflow.experiment.ExperimentStart;
import io.phoenix.workflow.experiment.ExperimentWorkflow;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Singleton;

/**
 * Starts of experiments and commands to them, at the engine. Every call may be repeated: a workflow is started once per
 * experiment and a command is taken once per command id.
 */
@Singleton
public final class TemporalEngine {
    private final WorkflowClient client;

    public TemporalEngine(WorkflowClient client) {
        this.client = client;
    }

    /** @return the run id, of the run that is there already if this is not the first start */
    String start(ExperimentPlan plan) {
        ExperimentWorkflow workflow = client.newWorkflowStub(ExperimentWorkflow.class, ExperimentStart.options(plan));
        try {
            return WorkflowClient.start(workflow::run, plan, null).getRunId();
        } catch (WorkflowExecutionAlreadyStarted started) {
            return started.getExecution().getRunId();
        } catch (WorkflowServiceException e) {
            throw unavailable("start " + plan.ref().title(), e);
        }
    }

    Delivery deliver(ExperimentRef ref, Command command) {
        UpdateOptions<CommandDecision> options = UpdateOptions.newBuilder(CommandDecision.class)
                .setUpdateName(command.kind().lowerCaseName())
                .setUpdateId(command.id().toString())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        WorkflowStub workflow = client.newUntypedWorkflowStub(ref.workflowId());
        try {
            return new Delivery.Decided(workflow.startUpdate(options, command).getResult());
        } catch (WorkflowUpdateException e) {
            return new Delivery.Decided(refusal(e));
        } catch (WorkflowNotFoundException e) {
            return new Delivery.NotRunning();
        } catch (WorkflowServiceException e) {
            throw unavailable(command.kind().lowerCaseName() + " " + ref.title(), e);
        }
    }

    private static CommandDecision refusal(WorkflowUpdateException failure) {
        if (failure.getCause() instanceof ApplicationFailure refused) {
            return CommandDecision.refused(refused.getType(), refused.getOriginalMessage());
        }
        throw new FinalException(
                ErrorCode.UPSTREAM_REJECTED, "the engine did not take the update: " + failure.getMessage(), failure);
    }

    private static TransientException unavailable(String request, WorkflowServiceException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new TransientException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "the engine did not " + request + ": " + cause, failure);
    }
}
