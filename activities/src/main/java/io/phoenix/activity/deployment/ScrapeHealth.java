package io.phoenix.activity.deployment;

import io.phoenix.domain.experiment.ExperimentRef;
import java.util.Set;

/** What Prometheus sees of collectors. Thread-safe. */
public interface ScrapeHealth {
    /**
     * Whether the last scrape of every endpoint of every named variant was good; {@code source} is the source collector.
     * An endpoint that Prometheus does not know yet is not up.
     *
     * @throws io.phoenix.error.PhoenixException {@code upstream_unavailable} when Prometheus does not answer
     */
    boolean allUp(ExperimentRef ref, Set<String> variants);
}
