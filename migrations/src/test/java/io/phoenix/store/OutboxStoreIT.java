package io.phoenix.store;

import static io.phoenix.store.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OutboxStoreIT {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.migrated();
    private final Fixtures fixtures = new Fixtures(database);
    private final PostgresOutboxStore outbox = new PostgresOutboxStore(database.systemSession());
    private final PostgresCommandStore commands = new PostgresCommandStore(database.tenantSession());
    /** Commands are due at the time of the machine. */
    private final Instant now = Instant.now().plusSeconds(60);

    @Test
    void aStartIsTakenOnceUntilItsLeaseEnds() {
        ExperimentRef ref = fixtures.experiment("start");

        List<OutboxEntry> taken = outbox.claim(10, LEASE, NOW);

        assertThat(taken).singleElement().isInstanceOfSatisfying(OutboxEntry.Start.class, start -> {
            assertThat(start.ref()).isEqualTo(ref);
            assertThat(start.attempts()).isZero();
        });
        assertThat(outbox.claim(10, LEASE, NOW.plusSeconds(29))).isEmpty();
        assertThat(outbox.claim(10, LEASE, NOW.plusSeconds(30)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.attempts()).isEqualTo(1));
    }

    @Test
    void commandsFollowTheStartInTheirOrder() {
        ExperimentRef ref = fixtures.experiment("ordered");
        OutboxEntry start = outbox.claim(10, LEASE, now).getFirst();
        Command pause = submit(ref, CommandKind.PAUSE);
        Command resume = submit(ref, CommandKind.RESUME);

        assertThat(outbox.claim(10, LEASE, now)).isEmpty();
        outbox.delivered(start, "run-1");
        List<OutboxEntry> second = outbox.claim(10, LEASE, now);
        assertThat(second).extracting(OutboxStoreIT::command).containsExactly(pause);
        outbox.delivered(second.getFirst(), "run-1");
        assertThat(outbox.claim(10, LEASE, now))
                .extracting(OutboxStoreIT::command)
                .containsExactly(resume);
        assertThat(fixtures.experiments()
                        .find(TENANT, ref.experiment())
                        .orElseThrow()
                        .runId())
                .isEqualTo("run-1");
    }

    @Test
    void anEntryThatCannotBeReadIsHandedOutAsSuchAndHoldsNothingUp() {
        ExperimentRef ref = fixtures.experiment("poisoned");
        outbox.delivered(outbox.claim(10, LEASE, now).getFirst(), "run-1");
        Command poison = submit(ref, CommandKind.PAUSE);
        database.execute("UPDATE outbox SET command = '{\"kind\": \"DANCE\", \"id\": \"" + poison.id()
                + "\"}' WHERE experiment_id = '" + ref.experiment() + "' AND kind = 'DELIVER'");
        Command abort = submit(ref, CommandKind.ABORT);
        ExperimentRef other = fixtures.experiment("healthy");

        List<OutboxEntry> taken = outbox.claim(10, LEASE, now);
        assertThat(taken).extracting(OutboxEntry::ref).containsExactlyInAnyOrder(ref, other);
        assertThat(taken)
                .filteredOn(OutboxEntry.Unreadable.class::isInstance)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(((OutboxEntry.Unreadable) entry).command()).isEqualTo(poison.id());
                    outbox.delivered(entry, "");
                });
        assertThat(outbox.claim(10, LEASE, now))
                .extracting(OutboxStoreIT::command)
                .containsExactly(abort)
                .doesNotContain(poison);
        List<String> reasons = database.systemSession()
                .run(
                        "reading",
                        sql -> sql.list(
                                "SELECT last_error FROM outbox WHERE last_error IS NOT NULL",
                                row -> row.text("last_error")));
        assertThat(reasons).singleElement().asString().startsWith("dead: ");
    }

    @Test
    void aFailedDeliveryIsDueAgainLater() {
        fixtures.experiment("failed");
        OutboxEntry entry = outbox.claim(10, LEASE, NOW).getFirst();

        outbox.failed(entry, "engine is down", NOW.plusSeconds(5));

        assertThat(outbox.claim(10, LEASE, NOW.plusSeconds(4))).isEmpty();
        assertThat(outbox.claim(10, LEASE, NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void aRelayWhoseLeaseHasEndedCannotPutTheEntryBack() {
        fixtures.experiment("fenced");
        OutboxEntry slow = outbox.claim(10, LEASE, NOW).getFirst();
        outbox.claim(10, LEASE, NOW.plusSeconds(40));

        outbox.failed(slow, "too slow", NOW);

        assertThat(outbox.claim(10, LEASE, NOW.plusSeconds(41))).isEmpty();
    }

    @Test
    void theStartOfACancelledExperimentIsNotTaken() {
        ExperimentRef ref = fixtures.experiment("cancelled");
        database.execute("UPDATE experiments SET phase = 'CANCELLED' WHERE id = '" + ref.experiment() + "'");

        assertThat(outbox.claim(10, LEASE, NOW)).isEmpty();
    }

    @Test
    void aStartThatWasDoneButNotMarkedIsNotRepeated() {
        ExperimentRef ref = fixtures.experiment("done");
        outbox.claim(10, LEASE, NOW);
        fixtures.project(ref, 1, Phase.RUNNING);
        Command abort = submit(ref, CommandKind.ABORT);

        assertThat(outbox.claim(10, LEASE, now))
                .extracting(OutboxStoreIT::command)
                .containsExactly(abort);
    }

    @Test
    void relaysThatWorkAtOnceNeverTakeTheSameEntry() throws Exception {
        for (int i = 0; i < 40; i++) {
            fixtures.experiment("crowd-" + i);
        }
        fixtures.experiment(new TenantId(TestDatabase.OTHER_TENANT), "crowd", "other");

        List<UUID> taken = new ArrayList<>();
        try (ExecutorService relays = Executors.newFixedThreadPool(4)) {
            Callable<List<OutboxEntry>> relay = () -> outbox.claim(15, LEASE, NOW);
            for (Future<List<OutboxEntry>> answer : relays.invokeAll(List.of(relay, relay, relay, relay))) {
                answer.get().forEach(entry -> taken.add(entry.id()));
            }
        }
        outbox.claim(100, LEASE, NOW).forEach(entry -> taken.add(entry.id()));

        assertThat(taken).hasSize(41).doesNotHaveDuplicates();
    }

    private Command submit(ExperimentRef ref, CommandKind kind) {
        Command command = new Command(UUID.randomUUID(), kind, "bob", null, null);
        commands.submit(TENANT, ref.experiment(), command);
        return command;
    }

    private static Command command(OutboxEntry entry) {
        return ((OutboxEntry.Deliver) entry).command();
    }
}
