package io.phoenix.activity.measurement;

import java.time.Instant;
import java.util.List;
import java.util.stream.Gatherers;

/** A store of time series that answers PromQL. Thread-safe. */
public interface MetricsSource {
    /** How many queries of one caller run at a time: transfer, evaluation and parsing overlap, and others get their turn. */
    int AT_ONCE = 4;

    /**
     * Evaluates the expression at every grid point.
     *
     * @throws io.phoenix.error.PhoenixException {@code upstream_unavailable} for transport errors, timeouts and 5xx,
     *     {@code upstream_rejected} for a 4xx
     */
    RangeReply range(RangeQuery query);

    /**
     * The replies in the order of the queries. The first failure, as of {@link #range}, ends those that still run.
     *
     * @param alive told at the begin and after each reply, on the caller's thread; what it throws ends those that run, too
     */
    default List<RangeReply> ranges(List<RangeQuery> queries, Runnable alive) {
        alive.run();
        return queries.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, this::range))
                .peek(reply -> alive.run())
                .toList();
    }

    /** Evaluates the expression at one instant; errors as of {@link #range}. */
    List<InstantSample> instant(String promql, Instant at);
}
