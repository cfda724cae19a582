package io.phoenix.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How requests that change something are taken.
 *
 * @param timeScale factor on every wait of new experiments, in (0, 1]; 1 is real time
 * @param engineSignals whether signals from the engine's own tools count when a spec does not say it
 * @param decisionWait how long a command waits for the workflow before it answers 202
 */
@ConfigurationProperties("phoenix")
public record SubmissionConfig(
        @Bindable(defaultValue = "1") double timeScale,
        @Bindable(defaultValue = "true") boolean engineSignals,
        @Bindable(defaultValue = "5s") Duration decisionWait) {
    public SubmissionConfig {
        if (!(timeScale > 0 && timeScale <= 1)) {
            throw new IllegalArgumentException("phoenix.time-scale is " + timeScale + ", allowed is (0, 1]");
        }
    }
}
