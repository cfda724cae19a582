package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RaceTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    @Test
    void exactlyOneOfManyTerminalCommandsDecides() throws InterruptedException {
        engine.start(aPlan().manual());
        engine.reach(Phase.AWAITING_APPROVAL);
        List<String> accepted = new CopyOnWriteArrayList<>();

        List<Callable<Boolean>> racers = IntStream.range(0, 9)
                .<Callable<Boolean>>mapToObj(
                        i -> () -> decide(i % 2 == 0 ? CommandKind.APPROVE : CommandKind.REJECT, "racer" + i, accepted))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(racers);
        }

        assertThat(accepted).hasSize(1);
        Outcome expected = accepted.getFirst().startsWith("APPROVE") ? Outcome.PROMOTED : Outcome.NOT_PROMOTED;
        assertThat(engine.end().outcome()).isEqualTo(expected);
    }

    @Test
    void anAbortAmongApprovalsEndsInOneConsistentState() throws InterruptedException {
        engine.start(aPlan().manual());
        engine.reach(Phase.AWAITING_APPROVAL);
        List<String> accepted = new CopyOnWriteArrayList<>();
        CountDownLatch promotion = engine.fakes.hold("promote");
        engine.fakes.fails("promote", ApplicationFailure.newNonRetryableFailure("cancelled", "internal"), 1);
        engine.fakes.reverts = false;

        List<Callable<Boolean>> racers = List.of(
                () -> decide(CommandKind.APPROVE, "one", accepted),
                () -> decide(CommandKind.ABORT, "two", accepted),
                () -> decide(CommandKind.APPROVE, "three", accepted));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(racers);
        }

        promotion.countDown();

        ExperimentHead head = engine.end();
        assertThat(accepted).contains("ABORT by two").hasSizeBetween(1, 2);
        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(engine.fakes.calls.contains("revertPromotion") || !engine.fakes.calls.contains("promote"))
                .isTrue();
    }

    private boolean decide(CommandKind kind, String actor, List<String> accepted) {
        try {
            switch (kind) {
                case APPROVE -> engine.workflow().approve(command(kind, actor));
                case REJECT -> engine.workflow().reject(command(kind, actor));
                default -> engine.workflow().abort(command(kind, actor));
            }
            accepted.add(kind + " by " + actor);
            return true;
        } catch (WorkflowUpdateException e) {
            return false;
        }
    }
}
