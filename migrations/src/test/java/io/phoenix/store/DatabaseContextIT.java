package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.OutboxStore;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.ApiKeyStore;
import io.phoenix.domain.tenant.AuditStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatabaseContextIT {
    @Test
    void aBeanContextGivesEveryStoreOverTheTwoPools() {
        TestDatabase database = TestDatabase.migrated();
        ExperimentRef ref = new Fixtures(database).experiment("in-context");

        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            assertThat(Stream.of(
                            CommandStore.class,
                            PipelineStore.class,
                            TargetStore.class,
                            MeasurementStore.class,
                            ReportStore.class,
                            ApiKeyStore.class,
                            AuditStore.class))
                    .allMatch(context::containsBean);
            assertThat(context.getBean(ExperimentStore.class).find(TenantId.DEFAULT, ref.experiment()))
                    .isPresent();
            assertThat(context.getBean(OutboxStore.class).claim(1, Duration.ofSeconds(1), Fixtures.NOW))
                    .hasSize(1);
        }
    }

    @Test
    void aPooledConnectionNeverCarriesATenantOn() throws Exception {
        TestDatabase database = TestDatabase.migrated();
        Fixtures fixtures = new Fixtures(database);
        ExperimentRef mine = fixtures.experiment("pooled");
        ExperimentRef theirs = fixtures.experiment(new TenantId(TestDatabase.OTHER_TENANT), "pooled", "key");

        try (ApplicationContext context = ApplicationContext.run(database.properties());
                ExecutorService threads = Executors.newFixedThreadPool(16)) {
            ExperimentStore store = context.getBean(ExperimentStore.class);
            Callable<Boolean> look =
                    () -> store.find(mine.tenant(), theirs.experiment()).isEmpty()
                            && store.find(theirs.tenant(), mine.experiment()).isEmpty()
                            && store.find(mine.tenant(), mine.experiment()).isPresent();
            for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(200, look))) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void aDatabaseThatIsAwayIsATransientFailureThatNamesTheRequest() {
        Map<String, Object> nowhere = Map.of(
                "phoenix.database.url", "jdbc:postgresql://127.0.0.1:1/phoenix",
                "phoenix.database.app-password", "a",
                "phoenix.database.system-password", "b");

        try (ApplicationContext context = ApplicationContext.run(nowhere)) {
            ExperimentStore store = context.getBean(ExperimentStore.class);
            ExperimentId id = new ExperimentId(UUID.randomUUID());

            assertThatExceptionOfType(TransientException.class)
                    .isThrownBy(() -> store.find(TenantId.DEFAULT, id))
                    .withMessageContaining("reading experiment " + id)
                    .withMessageContaining("refused")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE));
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEndedByTheRole() {
        TestDatabase database = TestDatabase.migrated();

        assertThat(List.of(DatabaseRole.APP, DatabaseRole.SYSTEM))
                .allSatisfy(role -> assertThat(TestDatabase.query(
                                database.dataSource(role),
                                "SELECT current_setting('statement_timeout'), current_setting('lock_timeout')"))
                        .containsExactly("5s|2s"));
    }
}
