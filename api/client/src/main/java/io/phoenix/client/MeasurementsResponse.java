package io.phoenix.client;

import java.util.List;

/** Everything that was measured, ordered by metric, variant and window. */
public record MeasurementsResponse(List<MeasurementResponse> items) {}
