package io.phoenix.activity.measurement;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers range queries as told. */
record ScriptedSource(Function<RangeQuery, RangeReply> script) implements MetricsSource {
    /** One series. */
    static RangeReply reply(String variant, double... values) {
        RangeSeries series =
                new RangeSeries(Map.of("phoenix_variant", variant), Arrays.copyOf(values, values.length), 0);
        return new RangeReply(List.of(series), List.of());
    }

    @Override
    public RangeReply range(RangeQuery query) {
        return script.apply(query);
    }

    @Override
    public List<InstantSample> instant(String promql, Instant at) {
        throw new AssertionError("windows are read as ranges");
    }
}
