package io.phoenix.client;

import java.util.Map;

/** A template of the catalogue with its parameters. */
public record PipelineResponse(String template, Map<String, Object> parameters) {}
