package io.phoenix.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where measurements are read.
 *
 * @param timeout of one query, after which the activity says again that it is alive: below 10 s
 */
@ConfigurationProperties("phoenix.prometheus")
public record PrometheusConfig(
        @Bindable(defaultValue = "http://127.0.0.1:9090") URI url,
        @Bindable(defaultValue = "5s") Duration timeout) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    public PrometheusConfig {
        if (!timeout.isPositive() || timeout.compareTo(HEARTBEAT) >= 0) {
            throw new IllegalArgumentException("phoenix.prometheus.timeout is " + timeout
                    + ", expected more than 0 and less than the 10 s after which a silent activity counts as dead");
        }
    }
}
