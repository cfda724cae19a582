package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        if (timeScale != null && !isTimeScale(timeScale)) {
            throw new FinalException(
                    ErrorCode.INVALID_REQUEST, "--time-scale is " + timeScale + ", allowed is above 0 up to 1");
        }
    }

    /** Whether it is a factor that waits can have. */
    public static boolean isTimeScale(double scale) {
        return scale > 0 && scale <= 1;
    }

    /** The factor that was given, else that of the parts that run already, else real time. */
    double scale(Optional<LaunchPlan> adopted) {
        return timeScale == null ? adopted.map(LaunchPlan::timeScale).orElse(1.0) : timeScale;
    }

    /** A running platform keeps what it was started with. */
    void refuseChanges(LaunchPlan running) {
        List<String> others = new ArrayList<>();
        new TreeMap<>(ports).forEach((name, port) -> {
            Integer present = running.ports().get(name.optionName());
            if (!port.equals(present)) {
                others.add("--" + name.optionName() + "-port " + present + ", not " + port);
            }
        });
        if (timeScale != null && timeScale != running.timeScale()) {
            others.add("--time-scale " + running.timeScale() + ", not " + timeScale);
        }
        if (!others.isEmpty()) {
            throw new FinalException(
                    ErrorCode.CONFLICT,
                    "the platform runs already with " + String.join(" and ", others) + ": run ./phoenix down first");
        }
    }
}
