package io.phoenix.domain.analysis;

import java.util.Locale;

/** What one metric says; results carry the lower-case name. */
public enum MetricOutcome {
    PASS,
    FAIL,
    INCONCLUSIVE,
    INVALID,
    INFO;

    /** As results write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean of(MetricResult metric) {
        return text().equals(metric.outcome());
    }

    boolean of(ParityResult parity) {
        return text().equals(parity.outcome());
    }
}
