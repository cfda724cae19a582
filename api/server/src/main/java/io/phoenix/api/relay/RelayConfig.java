package io.phoenix.api.relay;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the outbox is worked off.
 *
 * @param batch entries taken at once
 * @param lease how long taken entries belong to this relay
 * @param poll how long it rests when there is nothing and nobody nudges
 * @param attempt how long one delivery may take
 * @param longestBackoff between two deliveries of one entry
 */
@ConfigurationProperties("phoenix.relay")
public record RelayConfig(
        @Bindable(defaultValue = "32") int batch,
        @Bindable(defaultValue = "30s") Duration lease,
        @Bindable(defaultValue = "1s") Duration poll,
        @Bindable(defaultValue = "20s") Duration attempt,
        @Bindable(defaultValue = "10s") Duration longestBackoff) {
    public RelayConfig {
        if (batch < 1) {
            throw new IllegalArgumentException("phoenix.relay.batch is " + batch + ", it must be at least 1");
        }
        if (attempt.compareTo(lease) >= 0) {
            throw new IllegalArgumentException(
                    "phoenix.relay.attempt is " + attempt + ", it must be shorter than the lease of " + lease);
        }
    }

    /** How long to wait after this many failed deliveries. */
    Duration backoff(int attempts) {
        Duration doubled = Duration.ofMillis(500).multipliedBy(1L << Math.min(attempts, 10));
        return doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    }
}
