package io.phoenix.domain.pipeline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The environment variables that a rendered configuration may refer to; whoever starts the collector sets them. */
public final class Environment {
    /** OTLP over gRPC comes in here. */
    public static final String OTLP_PORT = "PHOENIX_OTLP_PORT";

    /** The Prometheus exporter of a variant. */
    public static final String DATA_PORT = "PHOENIX_DATA_PORT";

    /** Self telemetry. */
    public static final String SELF_PORT = "PHOENIX_SELF_PORT";

    public static final String HEALTH_PORT = "PHOENIX_HEALTH_PORT";

    /** The name of the host whose processes a source scrapes. */
    public static final String HOST_NAME = "PHOENIX_HOST_NAME";

    /** Optional: {@code service.instance.id} of self telemetry, which stays the same over a reload. */
    public static final String INSTANCE = "PHOENIX_INSTANCE";

    private static final Set<String> FIXED = Set.of(OTLP_PORT, DATA_PORT, SELF_PORT, HEALTH_PORT, HOST_NAME, INSTANCE);
    private static final Pattern LEG_PORT = Pattern.compile("PHOENIX_LEG_[A-Z0-9_]{1,63}_PORT");

    private Environment() {}

    /** The OTLP port of the collector that a leg of the source feeds. */
    public static String legPort(String leg) {
        return "PHOENIX_LEG_" + leg.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    static boolean known(String name) {
        return FIXED.contains(name) || LEG_PORT.matcher(name).matches();
    }

    static boolean port(String name) {
        return name.endsWith("_PORT");
    }
}
