package io.phoenix.workflow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A Temporal server that skips time, with workers whose activities are fakes. */
final class ExperimentEngine implements AutoCloseable {
    /** On a busy machine the first classes of a workflow may take more than the usual second to load. */
    static final WorkerOptions PATIENT = WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(20_000)
            .build();

    private static final String TARGET_QUEUE = TaskQueues.local("test");

    final Fakes fakes = new Fakes();
    private final TestWorkflowEnvironment environment;
    private final ExperimentWorkflow workflow;

    ExperimentEngine() {
        this(ExperimentWorkflowImpl.class);
    }

    ExperimentEngine(Class<? extends ExperimentWorkflow> implementation) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setInitialTime(Instant.parse("2026-01-01T00:00:00.300Z"))
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PhoenixDataConverter.create())
                        .build())
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .build())
                .build());
        ExperimentAttributes.ALL.forEach(key -> environment.registerSearchAttribute(key.getName(), key.getValueType()));
        Worker general = environment.newWorker(TaskQueues.EXPERIMENTS, PATIENT);
        general.registerWorkflowImplementationTypes(implementation);
        general.registerActivitiesImplementations(new GeneralFakes(fakes, TARGET_QUEUE));
        environment
                .newWorker(TARGET_QUEUE)
                .registerActivitiesImplementations(new TargetFakes(fakes, environment::currentTimeMillis));
        environment.start();
        workflow = environment
                .getWorkflowClient()
                .newWorkflowStub(ExperimentWorkflow.class, Plans.ref().workflowId());
    }

    /** Runs to the end. */
    ExperimentHead run(Plans plan) {
        start(plan);
        return end();
    }

    void start(Plans plan) {
        ExperimentPlan built = plan.build();
        ExperimentWorkflow fresh = environment
                .getWorkflowClient()
                .newWorkflowStub(ExperimentWorkflow.class, ExperimentStart.options(built));
        WorkflowClient.start(fresh::run, built, null);
    }

    /** Starts with a signal that is there before the first step. */
    void startWithSignal(Plans plan, String signal) {
        ExperimentPlan built = plan.build();
        environment
                .getWorkflowClient()
                .newUntypedWorkflowStub("ExperimentWorkflow", ExperimentStart.options(built))
                .signalWithStart(signal, new Object[] {new SignalNote(null, null)}, new Object[] {built, null});
    }

    ExperimentHead end() {
        return WorkflowStub.fromTyped(workflow)
                .getResult(ExperimentResult.class)
                .head();
    }

    /** The failure that ends the workflow. */
    ApplicationFailure failure() {
        try {
            end();
        } catch (WorkflowFailedException e) {
            return (ApplicationFailure) e.getCause();
        }
        throw new AssertionError("the workflow did not fail");
    }

    /** Runs to the end, whatever it is. */
    void awaitEnd() {
        try {
            end();
        } catch (WorkflowFailedException e) {
            assertThat(e).hasCauseInstanceOf(TemporalFailure.class);
        }
    }

    ExperimentWorkflow workflow() {
        return workflow;
    }

    WorkflowStub stub() {
        return WorkflowStub.fromTyped(workflow);
    }

    void pass(Duration time) {
        environment.sleep(time);
    }

    /** Lets time pass until the run has told that it is in the phase. */
    void reach(Phase phase) {
        passUntil(
                () -> !fakes.projections.isEmpty()
                        && fakes.projections.getLast().head().phase() == phase,
                "phase " + phase + " was not reached");
    }

    /** Lets time pass until the run has told of so many windows. */
    void measure(int windows) {
        passUntil(
                () -> fakes.types().stream().filter("window_measured"::equals).count() >= windows,
                windows + " windows were not measured");
    }

    /** Looks at what the run tells, for the in-memory server stops skipping time for good after some queries. */
    private void passUntil(BooleanSupplier condition, String otherwise) {
        for (int i = 0; i < 2000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            pass(Duration.ofMillis(500));
        }
        throw new AssertionError(otherwise + ": " + fakes.projections);
    }

    static Command command(CommandKind kind, String actor) {
        return command(kind, actor, null);
    }

    static Command command(CommandKind kind, String actor, @Nullable Duration duration) {
        return new Command(UUID.randomUUID(), kind, actor, null, duration);
    }

    /** The code with which an Update is refused. */
    static String refusal(Runnable update) {
        try {
            update.run();
        } catch (WorkflowUpdateException e) {
            return ((ApplicationFailure) e.getCause()).getType();
        }
        throw new AssertionError("the command was accepted");
    }

    WorkflowExecutionHistory history() {
        return environment.getWorkflowClient().fetchHistory(Plans.ref().workflowId());
    }

    TestWorkflowEnvironment environment() {
        return environment;
    }

    @Override
    public void close() {
        environment.close();
    }
}
