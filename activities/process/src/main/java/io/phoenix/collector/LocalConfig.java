package io.phoenix.collector;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What activities on one machine need to know of it.
 *
 * @param installation id of the installation
 * @param state its state directory
 * @param collector program of our collector distribution
 * @param validator program of the same distribution that only reads text it is given
 * @param simulatorClasspath classpath of the simulator, as {@code java -cp} takes it
 */
public record LocalConfig(String installation, Path state, Path collector, Path validator, String simulatorClasspath) {
    public LocalConfig {
        Objects.requireNonNull(installation, "installation");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(collector, "collector");
        Objects.requireNonNull(validator, "validator");
        Objects.requireNonNull(simulatorClasspath, "simulatorClasspath");
    }
}
