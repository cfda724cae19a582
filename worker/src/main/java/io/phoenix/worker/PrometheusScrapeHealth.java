package io.phoenix.worker;

import io.phoenix.activity.deployment.ScrapeHealth;
import io.phoenix.activity.measurement.InstantSample;
import io.phoenix.activity.measurement.MetricsSource;
import io.phoenix.domain.experiment.ExperimentRef;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** {@link ScrapeHealth} by the {@code up} series. Every variant has a data and a self target, the source a self target. */
final class PrometheusScrapeHealth implements ScrapeHealth {
    private static final String SOURCE = "source";

    private final MetricsSource metrics;
    private final Clock clock;

    PrometheusScrapeHealth(MetricsSource metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public boolean allUp(ExperimentRef ref, Set<String> variants) {
        String promql =
                "up{phoenix_tenant=\"%s\",phoenix_experiment=\"%s\"} == 1".formatted(ref.tenant(), ref.experiment());
        List<InstantSample> up = metrics.instant(promql, clock.instant());
        return variants.stream().allMatch(variant -> targets(up, variant) >= (variant.equals(SOURCE) ? 1 : 2));
    }

    private static long targets(List<InstantSample> up, String variant) {
        return up.stream()
                .filter(sample -> variant.equals(sample.labels().get("phoenix_variant")))
                .count();
    }
}
