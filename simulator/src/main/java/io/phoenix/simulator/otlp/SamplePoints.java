package io.phoenix.simulator.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.phoenix.simulator.process.CpuValues;
import io.phoenix.simulator.process.ProcessSample;
import io.phoenix.simulator.process.ProcessSample.Footprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The metrics of one process in one scrape: 12 points, or 9 without the utilisation of a process seen first. */
record SamplePoints(List<Metric> metrics, long count) {
    private static final KeyValue USER = attribute("state", "user");
    private static final KeyValue SYSTEM = attribute("state", "system");
    private static final KeyValue WAIT = attribute("state", "wait");
    private static final KeyValue READ = attribute("direction", "read");
    private static final KeyValue WRITE = attribute("direction", "write");

    static SamplePoints of(ProcessSample sample, Instant origin) {
        Builder builder = new Builder(origin.plus(sample.identity().birth()), origin.plus(sample.at()));
        Footprint footprint = sample.footprint();
        builder.cpu(MetricDefinition.CPU_TIME, sample.cpuSeconds());
        if (sample.cpuUtilization() != null) {
            builder.cpu(MetricDefinition.CPU_UTILIZATION, sample.cpuUtilization());
        }
        builder.disk(footprint.readBytes(), footprint.writtenBytes());
        builder.level(MetricDefinition.MEMORY_USAGE, footprint.residentBytes());
        builder.level(MetricDefinition.MEMORY_VIRTUAL, footprint.virtualBytes());
        builder.level(MetricDefinition.OPEN_FILE_DESCRIPTORS, footprint.fileDescriptors());
        builder.level(MetricDefinition.THREADS, footprint.threads());
        return new SamplePoints(List.copyOf(builder.metrics), builder.points);
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static final class Builder {
        private final long startNanos;
        private final long timeNanos;
        private final List<Metric> metrics = new ArrayList<>();
        private long points;

        Builder(Instant start, Instant time) {
            this.startNanos = epochNanos(start);
            this.timeNanos = epochNanos(time);
        }

        void cpu(MetricDefinition metric, CpuValues values) {
            add(
                    metric,
                    List.of(
                            point().addAttributes(USER)
                                    .setAsDouble(values.user())
                                    .build(),
                            point().addAttributes(SYSTEM)
                                    .setAsDouble(values.system())
                                    .build(),
                            point().addAttributes(WAIT)
                                    .setAsDouble(values.ioWait())
                                    .build()));
        }

        void disk(long readBytes, long writtenBytes) {
            add(
                    MetricDefinition.DISK_IO,
                    List.of(
                            point().addAttributes(READ).setAsInt(readBytes).build(),
                            point().addAttributes(WRITE).setAsInt(writtenBytes).build()));
        }

        void level(MetricDefinition metric, long value) {
            add(metric, List.of(point().setAsInt(value).build()));
        }

        private void add(MetricDefinition metric, List<NumberDataPoint> values) {
            metrics.add(metric.of(values));
            points += values.size();
        }

        private NumberDataPoint.Builder point() {
            return NumberDataPoint.newBuilder().setStartTimeUnixNano(startNanos).setTimeUnixNano(timeNanos);
        }

        private static long epochNanos(Instant instant) {
            return Duration.between(Instant.EPOCH, instant).toNanos();
        }
    }
}
