package io.phoenix.activity.measurement;

import java.time.Instant;
import java.util.List;

/** A store of time series that answers PromQL. Thread-safe. */
public interface MetricsSource {
    /**
     * Evaluates the expression at every grid point.
     *
     * @throws io.phoenix.error.PhoenixException {@code upstream_unavailable} for transport errors, timeouts and 5xx,
     *     {@code upstream_rejected} for a 4xx
     */
    RangeReply range(RangeQuery query);

    /** Evaluates the expression at one instant; errors as of {@link #range}. */
    List<InstantSample> instant(String promql, Instant at);
}
