package io.phoenix.workflow.experiment;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waiting in workflow time, named in the engine's timeline and interrupted by cancellation. */
final class Waits {
    private Waits() {}

    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    /**
     * Waits for the time or the condition, whatever comes first.
     *
     * @return whether the condition holds
     * @throws CanceledFailure when the surrounding scope is cancelled
     */
    static boolean until(Instant end, String summary, BooleanSupplier condition) {
        if (condition.getAsBoolean()) {
            return true;
        }
        Duration rest = Duration.between(now(), end);
        if (!rest.isPositive()) {
            CancellationScope.throwCanceled();
            return false;
        }
        Timer timer = Timer.start(rest, summary);
        Workflow.await(() -> timer.fires.isCompleted() || condition.getAsBoolean());
        if (timer.fires.isCompleted()) {
            timer.fires.get();
        } else {
            timer.scope.cancel();
        }
        return condition.getAsBoolean();
    }

    static void until(Instant end, String summary) {
        until(end, summary, () -> false);
    }

    private record Timer(CancellationScope scope, Promise<Void> fires) {
        static Timer start(Duration duration, String summary) {
            TimerOptions options = TimerOptions.newBuilder().setSummary(summary).build();
            List<Promise<Void>> started = new ArrayList<>(1);
            CancellationScope scope =
                    Workflow.newCancellationScope(() -> started.add(Workflow.newTimer(duration, options)));
            scope.run();
            return new Timer(scope, started.getFirst());
        }
    }
}
