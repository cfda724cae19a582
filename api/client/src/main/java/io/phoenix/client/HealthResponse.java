package io.phoenix.client;

import java.util.Map;

/**
 * Whether requests can be served.
 *
 * @param status UP, DEGRADED (requests are taken, but experiments do not go on) or DOWN
 * @param parts UP or DOWN by part
 */
public record HealthResponse(String status, Map<String, String> parts) {}
