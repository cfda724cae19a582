package io.phoenix.client;

import java.time.Instant;

/** One line of it; {@code type} is stable, for example {@code phase_changed}. */
public record EventResponse(long sequence, String type, String phase, String message, Instant at) {}
