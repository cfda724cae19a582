package io.phoenix.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the worker's health and metrics are told, on loopback.
 *
 * @param managementPort 0 takes any free port
 */
@ConfigurationProperties("phoenix.worker")
public record ManagementConfig(@Bindable(defaultValue = "0") int managementPort) {
    public ManagementConfig {
        if (managementPort < 0 || managementPort > 65535) {
            throw new IllegalArgumentException(
                    "phoenix.worker.management-port is " + managementPort + ", allowed are 0 to 65535");
        }
    }
}
