package io.phoenix.api.platform;

/** What is told of experiments beside the server's own metrics. */
enum ResultGauge {
    VERDICT("phoenix.experiment.verdict", "1 for the verdict of an experiment that was analysed"),
    RATIO("phoenix.experiment.ratio", "Candidate to baseline, of the goals and guardrails of an experiment"),
    RATIO_LOWER("phoenix.experiment.ratio.lower", "Lower bound of the ratio"),
    RATIO_UPPER("phoenix.experiment.ratio.upper", "Upper bound of the ratio"),
    EFFECTIVE_SAMPLES(
            "phoenix.experiment.effective.samples",
            "Independent blocks, or hosts, that the bounds of a ratio are worth"),
    LOOKS_LEFT("phoenix.experiment.looks.left", "Analyses that an experiment may still make");

    private final String meter;
    private final String description;

    ResultGauge(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }
}
