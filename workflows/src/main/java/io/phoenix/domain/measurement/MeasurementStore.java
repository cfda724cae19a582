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
}
