package io.phoenix.domain.experiment;

/** A stored run; {@code replayed} when the idempotency key had been used for it before. */
public record Submitted(Experiment experiment, boolean replayed) {}
