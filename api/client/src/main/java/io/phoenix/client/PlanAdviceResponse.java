package io.phoenix.client;

/**
 * What to know before the start.
 *
 * @param code stable, such as {@code EXCEEDS_MAXIMUM_DURATION}
 */
public record PlanAdviceResponse(String code, String message) {}
