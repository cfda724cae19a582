package io.phoenix.api.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.phoenix.workflow.experiment.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {
    private final FakeStores stores = new FakeStores();
    private TestWorkflowEnvironment engine;
    private Courier courier;

    @BeforeEach
    void startEngine() {
        engine = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(PhoenixDataConverter.create())
                        .build())
                .build());
        ScriptedExperiment.register(engine);
        engine.newWorker(TaskQueues.EXPERIMENTS).registerWorkflowImplementationTypes(ScriptedExperiment.class);
        engine.start();
        courier = courier(engine.getWorkflowClient());
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    @Test
    void startsAnExperimentOnceHoweverOftenItIsTold() {
        String first = courier.deliver(start());
        String second = courier.deliver(start());

        assertThat(first).isNotEmpty();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void startsNothingThatWasAbortedBefore() {
        stores.phase(Phase.CANCELLED);

        assertThat(courier.deliver(start())).isEmpty();
    }

    @Test
    void writesDownWhatTheWorkflowAccepted() {
        courier.deliver(start());
        Command abort = command(CommandKind.ABORT);

        courier.deliver(deliver(abort));
        courier.deliver(deliver(abort));

        assertThat(stores.decisions())
                .containsExactly(CommandDecision.accepted("taken"), CommandDecision.accepted("taken"));
        assertThat(stores.audit()).isEmpty();
    }

    @Test
    void auditsWhatTheWorkflowRefused() {
        courier.deliver(start());

        courier.deliver(deliver(command(CommandKind.APPROVE)));

        assertThat(stores.decisions())
                .containsExactly(CommandDecision.refused("not_awaiting_approval", "it is measuring"));
        assertThat(stores.audit()).extracting(AuditEntry::action).containsExactly("experiment.approve.refused");
    }

    @Test
    void refusesForAWorkflowThatHasEnded() {
        courier.deliver(start());
        courier.deliver(deliver(command(CommandKind.ABORT)));
        engine.getWorkflowClient()
                .newUntypedWorkflowStub(FakeStores.REF.workflowId())
                .getResult(Object.class);
        stores.phase(Phase.CANCELLED);

        courier.deliver(deliver(command(CommandKind.PAUSE)));

        assertThat(stores.decisions().getLast().code()).isEqualTo("not_running");
        assertThat(stores.decisions().getLast().message()).contains("web-hosts/3 is CANCELLED");
    }

    @Test
    void refusesWhatItCannotReadSoThatNobodyWaitsForIt() {
        UUID command = UUID.randomUUID();

        courier.deliver(new OutboxEntry.Unreadable(UUID.randomUUID(), FakeStores.REF, 0, command, "no such kind"));
        courier.deliver(new OutboxEntry.Unreadable(UUID.randomUUID(), FakeStores.REF, 0, null, "no object"));

        assertThat(stores.decisions())
                .extracting(CommandDecision::accepted, CommandDecision::code)
                .containsExactly(tuple(false, "unreadable"));
        assertThat(stores.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("experiment.command.refused");
            assertThat(entry.id()).endsWith("/" + command);
        });
    }

    @Test
    void leavesTheEntryToTheNextAttemptWhenTheEngineIsDown() {
        WorkflowServiceStubs nobody = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .setRpcTimeout(Duration.ofMillis(200))
                .setRpcRetryOptions(io.temporal.serviceclient.RpcRetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(10))
                        .setMaximumAttempts(1)
                        .build())
                .build());
        Courier stranded = courier(WorkflowClient.newInstance(nobody));

        assertThatThrownBy(() -> stranded.deliver(start()))
                .isInstanceOfSatisfying(
                        TransientException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE));
        assertThat(stores.decisions()).isEmpty();
        nobody.shutdownNow();
    }

    private Courier courier(WorkflowClient client) {
        return new Courier(new TemporalEngine(client), stores.experiments(), stores.commands(), stores::append);
    }

    private static OutboxEntry start() {
        return new OutboxEntry.Start(UUID.randomUUID(), FakeStores.REF, 0);
    }

    private static OutboxEntry deliver(Command command) {
        return new OutboxEntry.Deliver(UUID.randomUUID(), FakeStores.REF, 0, command);
    }

    private static Command command(CommandKind kind) {
        return new Command(UUID.randomUUID(), kind, "olga", null, null);
    }
}
