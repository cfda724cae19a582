package io.phoenix.client;

import java.util.List;

/** The targets, by name. */
public record TargetListResponse(List<TargetResponse> items) {}
