package io.phoenix.domain.cost;

/** Which figure of a month a vendor bills. */
public enum Statistic {
    MEAN("the mean"),
    PERCENTILE_95("the 95th percentile");

    private final String words;

    Statistic(String words) {
        this.words = words;
    }

    /** For sentences. */
    public String words() {
        return words;
    }
}
