package io.phoenix.collector;

import io.phoenix.domain.pipeline.Environment;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.RunDirectory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The loopback ports of one collector.
 *
 * @param otlp OTLP over gRPC comes in
 * @param data the Prometheus exporter
 * @param self the collector's own metrics
 * @param health the health check
 */
public record CollectorPorts(int otlp, int data, int self, int health) {
    private static final String OTLP = "otlp";
    private static final String DATA = "data";
    private static final String SELF = "self";
    private static final String HEALTH = "health";

    /** The ports of the collector in this directory; the same on every call until they are released. */
    public static CollectorPorts reserve(PortAllocator allocator, RunDirectory directory) {
        return new CollectorPorts(
                allocator.reserve(directory, OTLP),
                allocator.reserve(directory, DATA),
                allocator.reserve(directory, SELF),
                allocator.reserve(directory, HEALTH));
    }

    /** Empty when none were reserved. */
    public static Optional<CollectorPorts> find(PortAllocator allocator, RunDirectory directory) {
        Map<String, Integer> ports = allocator.reserved(directory);
        Integer otlp = ports.get(OTLP);
        Integer data = ports.get(DATA);
        Integer self = ports.get(SELF);
        Integer health = ports.get(HEALTH);
        if (otlp == null || data == null || self == null || health == null) {
            return Optional.empty();
        }
        return Optional.of(new CollectorPorts(otlp, data, self, health));
    }

    /** Whether nobody listens on any of them. */
    public boolean allFree() {
        return IntStream.of(otlp, data, self, health).allMatch(PortAllocator::isFree);
    }

    /** Where it takes OTLP. */
    public String endpoint() {
        return "127.0.0.1:" + otlp;
    }

    /** The variables that a rendered configuration refers to. */
    public Map<String, String> environment() {
        return Map.of(
                Environment.OTLP_PORT, Integer.toString(otlp),
                Environment.DATA_PORT, Integer.toString(data),
                Environment.SELF_PORT, Integer.toString(self),
                Environment.HEALTH_PORT, Integer.toString(health));
    }
}
