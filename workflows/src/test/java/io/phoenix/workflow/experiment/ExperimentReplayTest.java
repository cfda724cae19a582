package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Replays recorded histories of every way through the workflow. A change of the order of commands belongs behind
 * {@code Workflow.getVersion}; its new path is recorded with {@code -Dphoenix.record.histories=true}.
 */
class ExperimentReplayTest {
    private static final Path HISTORIES = Path.of("src/test/resources/io/phoenix/workflow/experiment/histories");

    /** A way through the workflow. */
    enum Way {
        PROMOTED(engine -> engine.start(aPlan())),
        REJECTED(engine -> {
            engine.fakes.analyze = request -> Fakes.summary(Verdict.REJECT);
            engine.start(aPlan());
        }),
        EXTENDED_THEN_INCONCLUSIVE(engine -> {
            engine.fakes.analyze = request -> Fakes.summary(Verdict.INCONCLUSIVE, false, true);
            engine.start(aPlan());
        }),
        ENDED_EARLY(engine -> {
            Reason lost = new Reason("CRITICAL_PROCESS_LOST", "critical_processes", "postgres is gone");
            engine.fakes.measure = request -> Fakes.window(request, List.of(lost));
            engine.fakes.analyze = request -> Fakes.summary(Verdict.REJECT);
            engine.start(aPlan());
        }),
        APPROVED(engine -> {
            engine.start(aPlan().manual());
            engine.reach(Phase.AWAITING_APPROVAL);
            engine.workflow().approve(command(CommandKind.APPROVE, BOB));
        }),
        APPROVED_BY_SIGNAL(engine -> {
            engine.start(aPlan().manual());
            engine.reach(Phase.AWAITING_APPROVAL);
            engine.stub().signal("approve", new SignalNote(BOB, null));
        }),
        TIMED_OUT(engine -> engine.start(aPlan().manual())),
        ABORTED(engine -> {
            engine.start(aPlan());
            engine.measure(3);
            engine.workflow().abort(command(CommandKind.ABORT, BOB));
        }),
        ABORTED_IN_THE_WATCH(engine -> {
            engine.start(aPlan());
            engine.reach(Phase.PROMOTING);
            engine.pass(Duration.ofSeconds(5));
            engine.workflow().abort(command(CommandKind.ABORT, BOB));
        }),
        PAUSED_AND_EXTENDED(engine -> {
            engine.start(aPlan());
            engine.measure(2);
            engine.workflow().extend(command(CommandKind.EXTEND, BOB, Duration.ofMinutes(1)));
            engine.workflow().pause(command(CommandKind.PAUSE, BOB));
            engine.pass(Duration.ofMinutes(1));
            engine.workflow().resume(command(CommandKind.RESUME, BOB));
        }),
        REVERTED(engine -> {
            engine.fakes.verify = () ->
                    new VerifyLook(true, false, List.of(new Reason("COLLECTOR_DOWN", "up", "the collector is down")));
            engine.start(aPlan());
        }),
        SUPERSEDED(engine -> {
            engine.fakes.fails(
                    "promote", ApplicationFailure.newNonRetryableFailure("generation is 9", "superseded"), 1);
            engine.start(aPlan());
        }),
        CLEANUP_BLOCKED(engine -> {
            engine.fakes.fails(
                    "removeVariants", ApplicationFailure.newFailure("connection refused", "upstream_unavailable"), 30);
            engine.start(aPlan());
        }),
        CANCELLED_BY_THE_ENGINE(engine -> {
            engine.start(aPlan());
            engine.measure(2);
            engine.stub().cancel();
        }),
        ENDED_BY_A_LOOK(engine -> {
            engine.fakes.analyze = request ->
                    Fakes.look(request, request.windows().size() >= 10 ? Verdict.REJECT : Verdict.INCONCLUSIVE);
            engine.start(aPlan().looking());
        }),
        LOOKED_TO_THE_END(engine -> {
            engine.fakes.analyze =
                    request -> Fakes.look(request, request.look().last() ? Verdict.PROMOTE : Verdict.INCONCLUSIVE);
            engine.start(aPlan().looking());
        }),
        FILLED_AN_INCOMPLETE_WINDOW(engine -> {
            AtomicInteger readings = new AtomicInteger();
            engine.fakes.measure = request -> request.window().index() == 4 && readings.incrementAndGet() == 1
                    ? new WindowSummary(4, Quality.INCOMPLETE, new TreeMap<>(), List.of(), "d1")
                    : Fakes.complete(request);
            engine.start(aPlan());
        }),
        ASKED_TWICE_IN_THE_WATCH(engine -> {
            AtomicInteger looks = new AtomicInteger();
            engine.fakes.verify = () -> new VerifyLook(looks.incrementAndGet() != 5, false, List.of());
            engine.start(aPlan());
        }),
        DEPLOYMENT_FAILED(engine -> {
            engine.fakes.fails(
                    "deployVariants", ApplicationFailure.newNonRetryableFailure("exit code 1", "deployment_failed"), 1);
            engine.start(aPlan());
        });

        private final Consumer<ExperimentEngine> script;

        Way(Consumer<ExperimentEngine> script) {
            this.script = script;
        }

        Path file() {
            return HISTORIES.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json");
        }
    }

    @ParameterizedTest
    @EnumSource
    void replays(Way way) throws Exception {
        String history = Files.readString(way.file());

        try (TestWorkflowEnvironment environment = environment()) {
            WorkflowReplayer.replayWorkflowExecution(WorkflowExecutionHistory.fromJson(history), worker(environment));
        }
    }

    @Test
    void everyRecordedHistoryIsAWayThatIsReplayed() throws IOException {
        try (var files = Files.list(HISTORIES)) {
            assertThat(files.toList())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Way.values()).map(Way::file).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "phoenix.record.histories", matches = "true")
    void records(Way way) throws IOException {
        try (ExperimentEngine engine = new ExperimentEngine()) {
            way.script.accept(engine);
            engine.awaitEnd();
            Files.createDirectories(HISTORIES);
            Files.writeString(way.file(), engine.history().toJson(false) + "\n");
        }
    }

    private static TestWorkflowEnvironment environment() {
        return TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PhoenixDataConverter.create())
                        .build())
                .build());
    }

    private static Worker worker(TestWorkflowEnvironment environment) {
        Worker worker = environment.newWorker(TaskQueues.EXPERIMENTS, ExperimentEngine.PATIENT);
        worker.registerWorkflowImplementationTypes(ExperimentWorkflowImpl.class);
        return worker;
    }
}
