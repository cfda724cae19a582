package io.phoenix.simulator.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;

/** One encoded scrape of one host and the number of data points in it. */
public record ScrapeMessage(ExportMetricsServiceRequest request, long points) {}
