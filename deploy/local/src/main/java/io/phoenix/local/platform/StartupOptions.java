package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose.
 *
 * @param source root of the source tree
 * @param ports given ones only
 * @param timeScale factor on every wait of experiments; null when none was given
 */
public record StartupOptions(
        Path source, Map<PortName, Integer> ports, @Nullable Double timeScale) {
    public StartupOptions {
        ports = Map.copyOf(ports);
        if (timeScale != null && !(timeScale > 0 && timeScale <= 1)) {
            throw new FinalException(
                    ErrorCode.INVALID_REQUEST, "--time-scale is " + timeScale + ", allowed is above 0 up to 1");
        }
    }

    /** The factor that was given, else that of the parts that run already, else real time. */
    double scale(Optional<LaunchPlan> adopted) {
        return timeScale == null ? adopted.map(LaunchPlan::timeScale).orElse(1.0) : timeScale;
    }

    /** A running platform keeps what it was started with. */
    void refuseChanges(LaunchPlan running) {
        boolean moved = ports.entrySet().stream()
                .anyMatch(port -> !port.getValue()
                        .equals(running.ports().get(port.getKey().optionName())));
        if (moved || timeScale != null && timeScale != running.timeScale()) {
            throw new FinalException(
                    ErrorCode.CONFLICT, "the platform runs already with other settings: run ./phoenix down first");
        }
    }
}
