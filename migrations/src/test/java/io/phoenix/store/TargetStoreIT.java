package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TargetStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final PostgresTargetStore STORE = new PostgresTargetStore(DATABASE.tenantSession());
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final RenderedPipeline BASELINE = Fixtures.pipeline("baseline: 1");
    private static final RenderedPipeline WINNER = Fixtures.pipeline("winner: 1");

    @Test
    void aTargetIsCreatedOnce() {
        Target created = create("created");
        Target again = STORE.create(
                new Target(TENANT, "created", TargetKind.KUBERNETES, "elsewhere", WINNER.ref(), WINNER.hash(), 1),
                WINNER);

        assertThat(created.active()).isEqualTo(BASELINE.ref());
        assertThat(created.generation()).isEqualTo(1);
        assertThat(again).isEqualTo(created);
        assertThat(STORE.find(TENANT, "created")).contains(created);
        assertThat(STORE.list(TENANT)).contains(created);
        assertThat(STORE.list(new TenantId(TestDatabase.OTHER_TENANT))).isEmpty();
    }

    @Test
    void aLeaseHasOneHolder() {
        create("leased");
        ExperimentRef first = FIXTURES.experiment("first");
        ExperimentRef second = FIXTURES.experiment("second");

        STORE.reserve(first, "leased");
        STORE.reserve(first, "leased");

        assertThat(STORE.holder(TENANT, "leased")).contains(first);
        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.reserve(second, "leased"))
                .withMessageContaining("first/1")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_BUSY));
        STORE.release(second, "leased");
        assertThat(STORE.holder(TENANT, "leased")).contains(first);
        STORE.release(first, "leased");
        STORE.release(first, "leased");
        assertThat(STORE.reserve(second, "leased").generation()).isEqualTo(1);
    }

    @Test
    void ofManyExperimentsThatRaceForATargetOneHoldsIt() throws Exception {
        create("raced");
        List<Callable<Target>> racers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ExperimentRef ref = FIXTURES.experiment("racer-" + i);
            racers.add(() -> STORE.reserve(ref, "raced"));
        }

        assertThat(codes(racers)).hasSize(7).containsOnly(ErrorCode.TARGET_BUSY);
    }

    @Test
    void aHolderCannotBeDeleted() {
        create("held");
        ExperimentRef ref = FIXTURES.experiment("holder");
        STORE.reserve(ref, "held");
        FIXTURES.project(ref, 1, Phase.FAILED);

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> FIXTURES.experiments().delete(TENANT, ref.experiment(), "alice"))
                .withMessageContaining("still holds target held")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void anUnknownTargetIsNotFound() {
        ExperimentRef ref = FIXTURES.experiment("lost");

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.reserve(ref, "nowhere"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThat(STORE.find(TENANT, "nowhere")).isEmpty();
    }

    @Test
    void aChangeRaisesTheGenerationAndMayBeRepeated() {
        create("promoted");
        TargetChange change = new TargetChange(TENANT, "promoted", 1, WINNER, "experiment-1", "promoted");

        Target changed = STORE.change(change);
        Target repeated = STORE.change(change);

        assertThat(changed.generation()).isEqualTo(2);
        assertThat(changed.activeHash()).isEqualTo(WINNER.hash());
        assertThat(repeated).isEqualTo(changed);
        assertThat(STORE.history(TENANT, "promoted"))
                .extracting(TargetGeneration::generation, TargetGeneration::changedBy, TargetGeneration::reason)
                .containsExactly(tuple(2L, "experiment-1", "promoted"), tuple(1L, "platform", "created"));
    }

    @Test
    void aChangeBehindAnotherIsSuperseded() {
        create("contested");
        STORE.change(new TargetChange(TENANT, "contested", 1, WINNER, "alice", "rolled_back"));

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() ->
                        STORE.change(new TargetChange(TENANT, "contested", 1, WINNER, "experiment-1", "promoted")))
                .withMessageContaining("rolled_back by alice")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SUPERSEDED));
    }

    @Test
    void aRepeatedChangeIsSupersededOnceSomebodyCameAfter() {
        create("moved-on");
        TargetChange first = new TargetChange(TENANT, "moved-on", 1, WINNER, "experiment-1", "promoted");
        STORE.change(first);
        STORE.change(new TargetChange(TENANT, "moved-on", 2, BASELINE, "alice", "rolled_back"));

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.change(first))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SUPERSEDED));
    }

    @Test
    void ofManyChangesWithOneFenceOneWins() throws Exception {
        create("fenced");
        List<Callable<Target>> authors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TargetChange change = new TargetChange(TENANT, "fenced", 1, WINNER, "experiment-" + i, "promoted");
            authors.add(() -> STORE.change(change));
        }

        assertThat(codes(authors)).hasSize(7).containsOnly(ErrorCode.SUPERSEDED);
        assertThat(STORE.find(TENANT, "fenced").orElseThrow().generation()).isEqualTo(2);
    }

    private static Target create(String name) {
        return STORE.create(
                new Target(TENANT, name, TargetKind.LOCAL, "phoenix-local-1", BASELINE.ref(), BASELINE.hash(), 1),
                BASELINE);
    }

    /** The codes of the calls that failed. */
    private static List<ErrorCode> codes(List<Callable<Target>> calls) throws InterruptedException {
        List<ErrorCode> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Target> answer : threads.invokeAll(calls)) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    codes.add(((PhoenixException) e.getCause()).code());
                }
            }
        }
        return codes;
    }
}
