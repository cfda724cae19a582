package io.phoenix.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.phoenix.collector.LocalConfig;
import java.nio.file.Path;

/**
 * The machine whose processes this worker looks after.
 *
 * @param installationId id of the installation, part of the name of its task queue
 * @param localState state directory
 * @param collector program of our collector distribution
 * @param validator program that only reads the text it is given
 * @param simulatorClasspath class path of the simulator
 */
@ConfigurationProperties("phoenix")
public record InstallationConfig(
        String installationId, Path localState, Path collector, Path validator, String simulatorClasspath) {

    /** The same for the adapters. */
    LocalConfig local() {
        return new LocalConfig(installationId, localState, collector, validator, simulatorClasspath);
    }
}
