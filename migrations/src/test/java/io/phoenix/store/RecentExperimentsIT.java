package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.RecentExperiment;
import io.phoenix.domain.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentExperimentsIT {
    private static final TenantId OTHER = new TenantId(TestDatabase.OTHER_TENANT);

    private final TestDatabase database = TestDatabase.migrated();
    private final Fixtures fixtures = new Fixtures(database);
    private final PostgresRecentExperiments recent =
            new PostgresRecentExperiments(SystemSession.over(database.dataSource(DatabaseRole.SYSTEM)));

    @Test
    void showsTheNewestOfEveryTenant() {
        List<ExperimentRef> mine = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            mine.add(submit(TenantId.DEFAULT, Fixtures.NOW.plusSeconds(i), "mine-" + i));
        }
        ExperimentRef theirs = submit(OTHER, Fixtures.NOW, "theirs");
        fixtures.project(mine.get(2), 5, Phase.RUNNING);

        List<RecentExperiment> found = recent.list(2, Fixtures.NOW.minusSeconds(60));

        assertThat(found).extracting(RecentExperiment::ref).containsOnly(mine.get(1), mine.get(2), theirs);
        assertThat(found)
                .filteredOn(run -> run.ref().equals(mine.get(2)))
                .containsExactly(new RecentExperiment(mine.get(2), 5, Phase.RUNNING, null));
    }

    @Test
    void leavesOutWhatNobodyHasTouchedForLong() {
        submit(TenantId.DEFAULT, Fixtures.NOW.minus(Duration.ofDays(8)), "old");

        assertThat(recent.list(20, Fixtures.NOW.minus(Duration.ofDays(7)))).isEmpty();
    }

    private ExperimentRef submit(TenantId tenant, Instant at, String key) {
        return fixtures.experiments()
                .submit(Fixtures.submission(tenant, "recent", key, "digest", at))
                .experiment()
                .ref();
    }
}
