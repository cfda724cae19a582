package io.phoenix.worker;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the worker counts: tasks, activities and requests as the engine's SDK names them, and the JVM. Thread-safe. */
final class WorkerMetrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);
    private static final double REPORT_SECONDS = 5;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(io.micrometer.prometheusmetrics.PrometheusConfig.DEFAULT);
    private final JvmGcMetrics pauses = new JvmGcMetrics();
    private final Scope engine = new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(Duration.ofSeconds(REPORT_SECONDS));

    WorkerMetrics() {
        List<MeterBinder> jvm = List.of(
                pauses, new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics());
        jvm.forEach(meters -> meters.bindTo(registry));
    }

    /** Where the engine's SDK counts. */
    Scope engine() {
        return engine;
    }

    /** Everything in the Prometheus text format. */
    String scrape() {
        return registry.scrape();
    }

    /** Hands on what was counted last; what was handed on can still be read. */
    @Override
    public void close() {
        try {
            engine.close();
        } catch (ScopeCloseException e) {
            LOG.warn("the last counts of the engine's SDK are lost", e);
        }
        pauses.close();
    }
}
