package io.phoenix.client;

/**
 * What the metrics store was asked.
 *
 * @param subject name of a metric, or of its part that the answer gives
 * @param expression in PromQL, for all variants at once; the label {@code phoenix_variant} tells them apart
 */
public record QueryResponse(String subject, String expression) {}
