package io.phoenix.domain.measurement;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.tenant.TenantId;
import java.util.List;

/** What was measured, window by window. Thread-safe; every call is one transaction. */
public interface MeasurementStore {
    /** Writes the windows of one experiment, each only over a worse quality of the same (variant, metric, window). */
    void save(TenantId tenant, ExperimentId experiment, List<MeasuredWindow> windows);

    /** Everything measured, ordered by metric, variant and window index. */
    List<MeasuredWindow> load(TenantId tenant, ExperimentId experiment);

    /** Writes what single hosts contributed, each only over fewer samples of the same (variant, metric, window). */
    void saveHosts(TenantId tenant, ExperimentId experiment, List<HostWindow> windows);

    /** What single hosts contributed, ordered by metric, variant and window index; empty when it was not measured. */
    List<HostWindow> loadHosts(TenantId tenant, ExperimentId experiment);

    /** Writes by which expressions the windows were measured, each in the place of an earlier one for its subject. */
    void saveQueries(TenantId tenant, ExperimentId experiment, List<AskedQuery> queries);

    /** Ordered as the catalogue orders the metrics; empty when they were not kept. */
    List<AskedQuery> queries(TenantId tenant, ExperimentId experiment);
}
