package io.phoenix.local.platform;

import java.util.Locale;

/** The ports that the platform listens on, each with the one it takes when it is free. */
public enum PortName {
    API("api", 7080),
    MANAGEMENT("api", 7081),
    WORKER_MANAGEMENT("worker", 7082),
    POSTGRES("postgres", 7432),
    TEMPORAL("temporal", 7233),
    TEMPORAL_UI("temporal", 7234),
    TEMPORAL_HTTP("temporal", 7235),
    TEMPORAL_METRICS("temporal", 7236),
    PROMETHEUS("prometheus", 7090);

    private final String part;
    private final int usual;

    PortName(String part, int usual) {
        this.part = part;
        this.usual = usual;
    }

    /** The part that listens. */
    String part() {
        return part;
    }

    /** The port that is taken when it is free. */
    public int usual() {
        return usual;
    }

    /** The name in options, for example {@code temporal-ui}. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
