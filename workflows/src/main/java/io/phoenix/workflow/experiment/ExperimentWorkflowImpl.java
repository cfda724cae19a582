package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.error.ErrorCode;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes commands, conducts the run, and ends it in whatever way it ended. */
public class ExperimentWorkflowImpl implements ExperimentWorkflow {
    private final RunParts parts;
    private final Run run;
    private final Commands commands;
    private final BooleanSupplier historyIsLong;

    @WorkflowInit
    public ExperimentWorkflowImpl(ExperimentPlan plan, @Nullable ExperimentState carried) {
        this(plan, carried, () -> Workflow.getInfo().isContinueAsNewSuggested());
    }

    ExperimentWorkflowImpl(ExperimentPlan plan, @Nullable ExperimentState carried, BooleanSupplier historyIsLong) {
        this.parts = RunParts.of(plan, carried);
        this.run = parts.run();
        this.commands = parts.commands();
        this.historyIsLong = historyIsLong;
    }

    @Override
    public ExperimentResult run(ExperimentPlan plan, @Nullable ExperimentState carried) {
        parts.journal().open();
        Conductor conductor = new Conductor(parts, carried, historyIsLong);
        Ending ending = conductor.conduct();
        if (ending instanceof Ending.Continued) {
            goOnWithFreshHistory(conductor.state());
        }
        Workflow.newDetachedCancellationScope(() -> new Finish(parts).finish(ending))
                .run();
        if (ending instanceof Ending.Failed(RunFailure failure)) {
            throw failed(failure);
        }
        return new ExperimentResult(run.head());
    }

    // The engine logs the stack of a failure unless it is benign.
    private static ApplicationFailure failed(RunFailure failure) {
        return ApplicationFailure.newBuilder()
                .setMessage(failure.message())
                .setType(failure.code())
                .setNonRetryable(true)
                .setCategory(
                        ErrorCode.isRefusal(failure.code())
                                ? ApplicationErrorCategory.BENIGN
                                : ApplicationErrorCategory.UNSPECIFIED)
                .build();
    }

    private void goOnWithFreshHistory(ExperimentState state) {
        Workflow.newContinueAsNewStub(ExperimentWorkflow.class).run(parts.plan(), state);
    }

    @Override
    public CommandDecision approve(Command command) {
        return commands.accept(CommandKind.APPROVE, command);
    }

    @Override
    public void validateApprove(Command command) {
        commands.validate(CommandKind.APPROVE, command);
    }

    @Override
    public CommandDecision reject(Command command) {
        return commands.accept(CommandKind.REJECT, command);
    }

    @Override
    public void validateReject(Command command) {
        commands.validate(CommandKind.REJECT, command);
    }

    @Override
    public CommandDecision abort(Command command) {
        return commands.accept(CommandKind.ABORT, command);
    }

    @Override
    public void validateAbort(Command command) {
        commands.validate(CommandKind.ABORT, command);
    }

    @Override
    public CommandDecision pause(Command command) {
        return commands.accept(CommandKind.PAUSE, command);
    }

    @Override
    public void validatePause(Command command) {
        commands.validate(CommandKind.PAUSE, command);
    }

    @Override
    public CommandDecision resume(Command command) {
        return commands.accept(CommandKind.RESUME, command);
    }

    @Override
    public void validateResume(Command command) {
        commands.validate(CommandKind.RESUME, command);
    }

    @Override
    public CommandDecision extend(Command command) {
        return commands.accept(CommandKind.EXTEND, command);
    }

    @Override
    public void validateExtend(Command command) {
        commands.validate(CommandKind.EXTEND, command);
    }

    @Override
    public void approveBySignal(@Nullable SignalNote note) {
        commands.signal(CommandKind.APPROVE, note);
    }

    @Override
    public void rejectBySignal(@Nullable SignalNote note) {
        commands.signal(CommandKind.REJECT, note);
    }

    @Override
    public void abortBySignal(@Nullable SignalNote note) {
        commands.signal(CommandKind.ABORT, note);
    }

    @Override
    public ExperimentStatus status() {
        return new ExperimentStatus(
                parts.plan().ref(), run.head(), parts.journal().sequence());
    }

    @Override
    public ExperimentProgress progress() {
        return run.progress();
    }

    @Override
    public ExperimentReportQuery report() {
        return run.report();
    }
}
