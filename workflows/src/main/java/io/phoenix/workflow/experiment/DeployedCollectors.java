package io.phoenix.workflow.experiment;

import java.util.SortedMap;

/**
 * The collectors of an experiment.
 *
 * @param inputEndpoint host:port where the source takes OTLP over gRPC
 * @param variants addresses by variant
 */
public record DeployedCollectors(String inputEndpoint, SortedMap<String, String> variants) {}
