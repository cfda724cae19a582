package io.phoenix.domain.experiment;

import java.time.Instant;

/** One line of an experiment's history, in the order of {@code sequence}. */
public record ExperimentEvent(long sequence, String type, Phase phase, String message, Instant at) {}
