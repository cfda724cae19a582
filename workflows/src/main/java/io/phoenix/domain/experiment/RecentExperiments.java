package io.phoenix.domain.experiment;

import java.time.Instant;
import java.util.List;

/** The latest experiments of all tenants. Thread-safe. */
public interface RecentExperiments {
    /**
     * Newest first within a tenant.
     *
     * @param perTenant the most of one tenant
     * @param since those that were last touched before it are left out
     */
    List<RecentExperiment> list(int perTenant, Instant since);
}
