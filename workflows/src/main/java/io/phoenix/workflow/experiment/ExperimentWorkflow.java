package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/**
 * One experiment, from reservation of the target to the end of the watch and the clean-up.
 *
 * <p>The workflow id is {@code exp/<tenant>/<experiment>}. The first terminal command that the workflow accepts wins. A
 * refused Update fails with an application failure whose type is the stable code, {@code already_decided} naming the
 * winner. The signals take a small JSON argument or none, so that they can be sent from the engine's UI and command line.
 */
@WorkflowInterface
public interface ExperimentWorkflow {
    @WorkflowMethod
    ExperimentResult run(ExperimentPlan plan, @Nullable ExperimentState carried);

    @UpdateMethod(name = "approve")
    CommandDecision approve(Command command);

    @UpdateValidatorMethod(updateName = "approve")
    void validateApprove(Command command);

    @UpdateMethod(name = "reject")
    CommandDecision reject(Command command);

    @UpdateValidatorMethod(updateName = "reject")
    void validateReject(Command command);

    @UpdateMethod(name = "abort")
    CommandDecision abort(Command command);

    @UpdateValidatorMethod(updateName = "abort")
    void validateAbort(Command command);

    @UpdateMethod(name = "pause")
    CommandDecision pause(Command command);

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause(Command command);

    @UpdateMethod(name = "resume")
    CommandDecision resume(Command command);

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume(Command command);

    @UpdateMethod(name = "extend")
    CommandDecision extend(Command command);

    @UpdateValidatorMethod(updateName = "extend")
    void validateExtend(Command command);

    @SignalMethod(name = "approve")
    void approveBySignal(@Nullable SignalNote note);

    @SignalMethod(name = "reject")
    void rejectBySignal(@Nullable SignalNote note);

    @SignalMethod(name = "abort")
    void abortBySignal(@Nullable SignalNote note);

    @QueryMethod(name = "status")
    ExperimentStatus status();

    @QueryMethod(name = "progress")
    ExperimentProgress progress();

    @QueryMethod(name = "report")
    ExperimentReportQuery report();
}
