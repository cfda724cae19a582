package io.phoenix.simulator.otlp;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.List;

/** The metrics of the process scraper that are sent, in the scraper's order: name, unit and kind. */
enum MetricDefinition {
    CPU_TIME("process.cpu.time", "s", Kind.COUNTER, "Total CPU seconds broken down by different states."),
    CPU_UTILIZATION(
            "process.cpu.utilization",
            "1",
            Kind.GAUGE,
            "Percentage of total CPU time used by the process since last scrape, expressed as a value between 0 and 1."
                    + " On the first scrape, no data point is emitted for this metric."),
    DISK_IO("process.disk.io", "By", Kind.COUNTER, "Disk bytes transferred."),
    MEMORY_USAGE("process.memory.usage", "By", Kind.LEVEL, "The amount of physical memory in use."),
    MEMORY_VIRTUAL("process.memory.virtual", "By", Kind.LEVEL, "Virtual memory size."),
    OPEN_FILE_DESCRIPTORS(
            "process.open_file_descriptors",
            "{count}",
            Kind.LEVEL,
            "Number of file descriptors in use by the process."),
    THREADS("process.threads", "{threads}", Kind.LEVEL, "Process threads count.");

    private enum Kind {
        COUNTER,
        LEVEL,
        GAUGE
    }

    private final String metricName;
    private final String unit;
    private final Kind kind;
    private final String description;

    MetricDefinition(String metricName, String unit, Kind kind, String description) {
        this.metricName = metricName;
        this.unit = unit;
        this.kind = kind;
        this.description = description;
    }

    Metric of(List<NumberDataPoint> points) {
        Metric.Builder metric =
                Metric.newBuilder().setName(metricName).setUnit(unit).setDescription(description);
        switch (kind) {
            case GAUGE -> metric.setGauge(Gauge.newBuilder().addAllDataPoints(points));
            case COUNTER -> metric.setSum(cumulative(points).setIsMonotonic(true));
            case LEVEL -> metric.setSum(cumulative(points));
        }
        return metric.build();
    }

    private static Sum.Builder cumulative(List<NumberDataPoint> points) {
        return Sum.newBuilder()
                .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
                .addAllDataPoints(points);
    }
}
