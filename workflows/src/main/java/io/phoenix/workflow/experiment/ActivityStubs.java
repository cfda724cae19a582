package io.phoenix.workflow.experiment;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Activity stubs with the limits of their class of call and a summary in plain words. */
final class ActivityStubs {
    private static final RetryOptions RETRY = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(60))
            .build();

    private final TimeScale scale;

    ActivityStubs(TimeScale scale) {
        this.scale = scale;
    }

    /** Any worker may take the call. */
    <T> T anywhere(Class<T> activities, Limits limits, String summary) {
        return Workflow.newActivityStub(activities, options(limits, summary).build());
    }

    /** As above, with a limit over all attempts that is scaled already. */
    <T> T anywhere(Class<T> activities, Limits limits, Duration total, String summary) {
        return Workflow.newActivityStub(
                activities,
                options(limits, summary).setScheduleToCloseTimeout(total).build());
    }

    /** The call must be taken where the target's collectors run. */
    <T> T at(String taskQueue, Class<T> activities, Limits limits, String summary) {
        return Workflow.newActivityStub(
                activities, options(limits, summary).setTaskQueue(taskQueue).build());
    }

    private ActivityOptions.Builder options(Limits limits, String summary) {
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(scale.timeout(limits.startToClose()))
                .setRetryOptions(RETRY)
                .setSummary(Words.line(summary))
                .setDisableEagerExecution(true);
        if (limits.total() instanceof Duration total) {
            options.setScheduleToCloseTimeout(scale.timeout(total));
        }
        if (limits.heartbeat() instanceof Duration heartbeat) {
            return options.setHeartbeatTimeout(scale.heartbeat(heartbeat));
        }
        // A call that changes something is over before its compensation starts, even when the run was aborted
        // meanwhile.
        return options.setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
    }
}
