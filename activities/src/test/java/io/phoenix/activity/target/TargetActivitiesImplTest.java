package io.phoenix.activity.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.workflow.experiment.Reservation;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TargetActivitiesImplTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, 1)), "web", 1);
    private static final PipelineRef ACTIVE = new PipelineRef("process-baseline-v1", Map.of());

    private final MemoryTargetStore store = new MemoryTargetStore(
            new Target(TenantId.DEFAULT, "demo", TargetKind.LOCAL, "phoenix-local-1", ACTIVE, ConfigHash.of("a"), 4));
    private final TargetActivitiesImpl activities = new TargetActivitiesImpl(store);

    @Test
    void theReservationCarriesTheGenerationAsFence() {
        assertThat(activities.reserveTarget(REF, "demo"))
                .isEqualTo(new Reservation("demo", TargetKind.LOCAL, "phoenix-local-1", 4, ACTIVE, ConfigHash.of("a")));
    }

    @Test
    void releaseGivesTheLeaseBack() {
        activities.reserveTarget(REF, "demo");

        activities.releaseTarget(REF, "demo");

        assertThat(store.holder(TenantId.DEFAULT, "demo")).isEmpty();
    }
}
