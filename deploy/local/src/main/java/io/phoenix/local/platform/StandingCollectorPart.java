package io.phoenix.local.platform;

import io.phoenix.collector.CollectorEndpoints;
import io.phoenix.collector.StandingCollector;
import io.phoenix.process.ManagedProcess;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The collector that runs a target's active pipeline; started again from the configuration that last worked. */
final class StandingCollectorPart implements Part {
    private final String target;
    private final String version;
    private final StandingCollector collector;

    StandingCollectorPart(String target, String version, StandingCollector collector) {
        this.target = target;
        this.version = version;
        this.collector = collector;
    }

    @Override
    public String name() {
        return "collector/" + target;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public @Nullable Integer port() {
        return collector.endpoints().map(endpoints -> endpoints.ports().otlp()).orElse(null);
    }

    @Override
    public @Nullable String url() {
        return null;
    }

    @Override
    public Optional<ManagedProcess> adopt() {
        return collector.adopt().filter(ManagedProcess::isAlive);
    }

    @Override
    public ManagedProcess start() {
        return collector.start();
    }

    @Override
    public boolean ready() {
        return collector.endpoints().flatMap(CollectorEndpoints::runningHash).isPresent();
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(10);
    }
}
