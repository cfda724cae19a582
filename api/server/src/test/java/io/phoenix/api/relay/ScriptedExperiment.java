package io.phoenix.api.relay;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.workflow.experiment.ExperimentAttributes;
import io.phoenix.workflow.experiment.ExperimentPlan;
import io.phoenix.workflow.experiment.ExperimentProgress;
import io.phoenix.workflow.experiment.ExperimentReportQuery;
import io.phoenix.workflow.experiment.ExperimentResult;
import io.phoenix.workflow.experiment.ExperimentState;
import io.phoenix.workflow.experiment.ExperimentStatus;
import io.phoenix.workflow.experiment.ExperimentWorkflow;
import io.phoenix.workflow.experiment.SignalNote;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.Workflow;

/** Runs until it is aborted, takes every command but approve. */
public final class ScriptedExperiment implements ExperimentWorkflow {
    private boolean aborted;

    static void register(TestWorkflowEnvironment engine) {
        ExperimentAttributes.ALL.forEach(key -> engine.registerSearchAttribute(key.getName(), key.getValueType()));
    }

    @Override
    public ExperimentResult run(ExperimentPlan plan, ExperimentState carried) {
        Workflow.await(() -> aborted);
        return new ExperimentResult(ExperimentHead.pending());
    }

    @Override
    public CommandDecision approve(Command command) {
        throw ApplicationFailure.newNonRetryableFailure("it is measuring", "not_awaiting_approval");
    }

    @Override
    public CommandDecision abort(Command command) {
        aborted = true;
        return taken();
    }

    @Override
    public CommandDecision reject(Command command) {
        return taken();
    }

    @Override
    public CommandDecision pause(Command command) {
        return taken();
    }

    @Override
    public CommandDecision resume(Command command) {
        return taken();
    }

    @Override
    public CommandDecision extend(Command command) {
        return taken();
    }

    private static CommandDecision taken() {
        return CommandDecision.accepted("taken");
    }

    @Override
    public void validateApprove(Command command) {}

    @Override
    public void validateReject(Command command) {}

    @Override
    public void validateAbort(Command command) {}

    @Override
    public void validatePause(Command command) {}

    @Override
    public void validateResume(Command command) {}

    @Override
    public void validateExtend(Command command) {}

    @Override
    public void approveBySignal(SignalNote note) {}

    @Override
    public void rejectBySignal(SignalNote note) {}

    @Override
    public void abortBySignal(SignalNote note) {
        aborted = true;
    }

    @Override
    public ExperimentStatus status() {
        throw new UnsupportedOperationException("status");
    }

    @Override
    public ExperimentProgress progress() {
        throw new UnsupportedOperationException("progress");
    }

    @Override
    public ExperimentReportQuery report() {
        throw new UnsupportedOperationException("report");
    }
}
