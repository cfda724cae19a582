package io.phoenix.activity.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordActivitiesImplTest {
    private final List<AuditEntry> appended = new ArrayList<>();

    @Test
    void appendsAuditEntriesAsTheyAre() {
        AuditEntry entry = new AuditEntry(
                TenantId.DEFAULT, "id", Instant.EPOCH, "workflow", "experiment.promote", "experiment/1", Map.of());

        new RecordActivitiesImpl(unused(), appended::add).audit(entry);

        assertThat(appended).containsExactly(entry);
    }

    private static ExperimentStore unused() {
        return (ExperimentStore) Proxy.newProxyInstance(
                ExperimentStore.class.getClassLoader(),
                new Class<?>[] {ExperimentStore.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
