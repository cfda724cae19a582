package io.phoenix.local.command;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.platform.PortName;
import io.phoenix.local.platform.StartupOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that {@code up} and {@code demo} share. */
final class UpOptions {
    private static final String TIME_SCALE = "PHOENIX_TIME_SCALE";

    @Option(names = "--api-port", paramLabel = "PORT", description = "API and its documentation (usually 7080)")
    private @Nullable Integer api;

    @Option(names = "--management-port", paramLabel = "PORT", description = "metrics of the API (usually 7081)")
    private @Nullable Integer management;

    @Option(names = "--worker-management-port", paramLabel = "PORT", description = "worker's health (usually 7082)")
    private @Nullable Integer workerManagement;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "PostgreSQL (usually 7432)")
    private @Nullable Integer postgres;

    @Option(names = "--temporal-port", paramLabel = "PORT", description = "Temporal (usually 7233)")
    private @Nullable Integer temporal;

    @Option(names = "--temporal-ui-port", paramLabel = "PORT", description = "Temporal web UI (usually 7234)")
    private @Nullable Integer temporalUi;

    @Option(names = "--temporal-http-port", paramLabel = "PORT", description = "Temporal over HTTP (usually 7235)")
    private @Nullable Integer temporalHttp;

    @Option(names = "--temporal-metrics-port", paramLabel = "PORT", description = "Temporal's metrics (usually 7236)")
    private @Nullable Integer temporalMetrics;

    @Option(names = "--prometheus-port", paramLabel = "PORT", description = "Prometheus (usually 7090)")
    private @Nullable Integer prometheus;

    @Option(
            names = "--time-scale",
            paramLabel = "FACTOR",
            description = "factor on every wait of experiments, above 0 up to 1 (default: PHOENIX_TIME_SCALE, else 1,"
                    + " real time)")
    private @Nullable Double timeScale;

    StartupOptions toStartup() {
        Map<PortName, Integer> ports = new EnumMap<>(PortName.class);
        add(ports, PortName.API, api);
        add(ports, PortName.MANAGEMENT, management);
        add(ports, PortName.WORKER_MANAGEMENT, workerManagement);
        add(ports, PortName.POSTGRES, postgres);
        add(ports, PortName.TEMPORAL, temporal);
        add(ports, PortName.TEMPORAL_UI, temporalUi);
        add(ports, PortName.TEMPORAL_HTTP, temporalHttp);
        add(ports, PortName.TEMPORAL_METRICS, temporalMetrics);
        add(ports, PortName.PROMETHEUS, prometheus);
        return new StartupOptions(source(), ports, timeScale == null ? scaleOf(System.getenv()) : timeScale);
    }

    /** The factor that the environment names; null when it names none. */
    static @Nullable Double scaleOf(Map<String, String> environment) {
        String text = environment.getOrDefault(TIME_SCALE, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            double scale = Double.parseDouble(text);
            if (StartupOptions.isTimeScale(scale)) {
                return scale;
            }
        } catch (NumberFormatException e) {
            throw noScale(text, e);
        }
        throw noScale(text, null);
    }

    private static FinalException noScale(String text, @Nullable NumberFormatException cause) {
        return new FinalException(
                ErrorCode.INVALID_REQUEST, TIME_SCALE + " is '" + text + "', allowed is above 0 up to 1", cause);
    }

    /** Root of the source tree, as the launcher script says. */
    static Path source() {
        return Optional.ofNullable(System.getenv("PHOENIX_SOURCE"))
                .map(Path::of)
                .orElseThrow(() -> new FinalException(
                        ErrorCode.INTERNAL, "PHOENIX_SOURCE is not set: start Phoenix with its script ./phoenix"));
    }

    private static void add(Map<PortName, Integer> ports, PortName name, @Nullable Integer port) {
        if (port == null) {
            return;
        }
        if (port < 1 || port > 65535) {
            throw new FinalException(
                    ErrorCode.INVALID_REQUEST,
                    "--" + name.optionName() + "-port is " + port + ", allowed are 1 to 65535");
        }
        ports.put(name, port);
    }
}
