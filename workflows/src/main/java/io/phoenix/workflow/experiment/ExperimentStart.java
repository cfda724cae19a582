package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Phase;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an experiment's workflow is started: exactly once per experiment, and readable in the engine's UI. */
public final class ExperimentStart {
    // The engine takes 20,000 bytes and refuses to start a workflow with more.
    private static final int DETAILS_BYTES = 19_000;

    private ExperimentStart() {}

    /** Options for a stub of {@link ExperimentWorkflow}; {@code run} is called with the plan and null. */
    public static WorkflowOptions options(ExperimentPlan plan) {
        return options(plan, TaskQueues.EXPERIMENTS);
    }

    static WorkflowOptions options(ExperimentPlan plan, String taskQueue) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(plan.ref().workflowId())
                .setTaskQueue(taskQueue)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setDisableEagerExecution(true)
                .setStaticSummary(Words.line(summary(plan)))
                .setStaticDetails(Words.cut(Words.printable(PlanTable.of(plan)), DETAILS_BYTES))
                .setMemo(memo(plan))
                .setTypedSearchAttributes(attributes(plan))
                .build();
    }

    private static String summary(ExperimentPlan plan) {
        ExperimentSpec spec = plan.spec();
        return plan.ref().title() + ": " + String.join(", ", PlanTable.candidateTemplates(spec)) + " against "
                + PlanTable.baselineTemplate(spec) + " on " + spec.target();
    }

    private static Map<String, Object> memo(ExperimentPlan plan) {
        ExperimentRef ref = plan.ref();
        Map<String, Object> memo = new LinkedHashMap<>();
        memo.put("title", ref.title());
        memo.put("experiment", ref.experiment().toString());
        memo.put("target", plan.spec().target());
        memo.put("startedBy", plan.startedBy());
        return memo;
    }

    private static SearchAttributes attributes(ExperimentPlan plan) {
        return SearchAttributes.newBuilder()
                .set(ExperimentAttributes.TENANT, plan.ref().tenant().toString())
                .set(ExperimentAttributes.EXPERIMENT, plan.ref().experiment().toString())
                .set(ExperimentAttributes.PHASE, Phase.PENDING.name())
                .set(ExperimentAttributes.PROFILE, profile(plan.spec().input()))
                .set(ExperimentAttributes.STARTED_BY, plan.startedBy())
                .build();
    }

    private static String profile(Input input) {
        return input.simulation() instanceof Input.Simulation simulation ? simulation.profile() : "host";
    }
}
