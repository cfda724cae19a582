package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.StoredCommand;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final PostgresCommandStore STORE = new PostgresCommandStore(DATABASE.tenantSession());
    private static final PostgresOutboxStore OUTBOX = new PostgresOutboxStore(DATABASE.systemSession());
    private static final TenantId TENANT = TenantId.DEFAULT;

    @Test
    void aCommandIsStoredOnceWithItsAuditRowAndItsDelivery() {
        ExperimentRef ref = started("once");
        Command extend = new Command(UUID.randomUUID(), CommandKind.EXTEND, "bob", "more data", Duration.ofMinutes(5));

        StoredCommand first = STORE.submit(TENANT, ref.experiment(), extend);
        StoredCommand second = STORE.submit(TENANT, ref.experiment(), extend);

        assertThat(first.command()).isEqualTo(extend);
        assertThat(first.decision()).isNull();
        assertThat(second).isEqualTo(first);
        assertThat(DATABASE.query("SELECT count(*) FROM outbox WHERE kind = 'DELIVER' AND experiment_id = '"
                        + ref.experiment() + "'"))
                .containsExactly("1");
        assertThat(DATABASE.query(
                        "SELECT actor, details ->> 'reason' FROM audit_log WHERE action = 'experiment.extend'"))
                .containsExactly("bob|more data");
    }

    @Test
    void oneIdIsOneRequest() {
        ExperimentRef ref = started("other-content");
        Command pause = command(CommandKind.PAUSE);
        STORE.submit(TENANT, ref.experiment(), pause);

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.submit(
                        TENANT, ref.experiment(), new Command(pause.id(), CommandKind.RESUME, "bob", null, null)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED));
    }

    @Test
    void aDecisionIsWrittenOnce() {
        ExperimentRef ref = started("decided");
        Command approve = command(CommandKind.APPROVE);
        STORE.submit(TENANT, ref.experiment(), approve);

        STORE.decide(TENANT, ref.experiment(), approve.id(), CommandDecision.refused("already_decided", "abort won"));
        STORE.decide(TENANT, ref.experiment(), approve.id(), CommandDecision.accepted("too late"));

        assertThat(STORE.find(TENANT, ref.experiment(), approve.id())
                        .orElseThrow()
                        .decision())
                .isEqualTo(CommandDecision.refused("already_decided", "abort won"));
    }

    @Test
    void aCommandToAnUnknownExperimentIsNotFound() {
        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.submit(TENANT, new ExperimentId(UUID.randomUUID()), command(CommandKind.ABORT)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void anAbortBeforeTheStartWasTakenCancelsInTheDatabase() {
        ExperimentRef ref = FIXTURES.experiment("unstarted");

        StoredCommand abort = STORE.submit(TENANT, ref.experiment(), command(CommandKind.ABORT));

        Experiment cancelled =
                FIXTURES.experiments().find(TENANT, ref.experiment()).orElseThrow();
        assertThat(abort.decision()).matches(decision -> decision != null && decision.accepted());
        assertThat(cancelled.head().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(cancelled.head().cleanup()).isEqualTo(Cleanup.CLEAN);
        assertThat(cancelled.endedAt()).isNotNull();
        assertThat(OUTBOX.claim(100, Duration.ofMinutes(1), Instant.now()))
                .noneMatch(entry -> entry.ref().equals(ref));
    }

    @Test
    void anAbortAfterTheStartWasTakenIsDelivered() {
        ExperimentRef ref = started("taken");

        StoredCommand abort = STORE.submit(TENANT, ref.experiment(), command(CommandKind.ABORT));

        assertThat(abort.decision()).isNull();
        assertThat(FIXTURES.experiments()
                        .find(TENANT, ref.experiment())
                        .orElseThrow()
                        .head()
                        .phase())
                .isEqualTo(Phase.PENDING);
    }

    @Test
    void aCommandOfAnotherVersionIsNamedAsSuch() {
        ExperimentRef ref = started("another-version");
        Command pause = command(CommandKind.PAUSE);
        STORE.submit(TENANT, ref.experiment(), pause);
        DATABASE.execute(
                "UPDATE experiment_commands SET command = '{\"kind\": \"DANCE\"}' WHERE id = '" + pause.id() + "'");

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.find(TENANT, ref.experiment(), pause.id()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
                .withMessageContaining("stored by another version of Phoenix", "send it again");
    }

    /** An experiment whose start the relay has taken. */
    private static ExperimentRef started(String name) {
        ExperimentRef ref = FIXTURES.experiment(name);
        OUTBOX.claim(100, Duration.ofMinutes(1), Instant.now());
        return ref;
    }

    private static Command command(CommandKind kind) {
        return new Command(UUID.randomUUID(), kind, "bob", null, null);
    }
}
