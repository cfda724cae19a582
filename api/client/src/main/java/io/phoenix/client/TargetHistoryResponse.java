package io.phoenix.client;

import java.util.List;

/** Every generation of a target, newest first. */
public record TargetHistoryResponse(List<TargetGenerationResponse> items) {}
