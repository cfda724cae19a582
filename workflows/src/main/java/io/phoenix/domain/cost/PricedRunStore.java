package io.phoenix.domain.cost;

import io.phoenix.domain.tenant.TenantId;
import java.util.List;

/** Runs that have ended and were priced. Thread-safe. */
public interface PricedRunStore {
    /** The earliest first; estimates without the figures that they were computed by. */
    List<PricedRun> list(TenantId tenant);
}
