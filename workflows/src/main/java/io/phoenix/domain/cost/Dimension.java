package io.phoenix.domain.cost;

/** What a billing rule makes worth reducing. */
public enum Dimension {
    LIVE_SERIES("live series"),
    SERIES_OVER_TIME("series, short-lived ones included"),
    SAMPLES("samples"),
    BYTES("bytes of samples and labels"),
    QUERIES("queries"),
    COLLECTOR_CPU("collector CPU"),
    COLLECTOR_MEMORY("collector memory");

    private final String words;

    Dimension(String words) {
        this.words = words;
    }

    /** For sentences. */
    public String words() {
        return words;
    }
}
