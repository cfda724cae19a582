package io.phoenix.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a pipeline ran.
 *
 * @param until null while it runs
 * @param reason why it stopped; active while it runs
 */
public record SavingPeriodResponse(Instant since, @Nullable Instant until, String reason) {}
