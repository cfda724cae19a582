package io.phoenix.simulator.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Counters of a run at one instant. Every message is either sent or dropped once it is settled, so {@code sequence} is
 * the sum of both plus at most one message in flight per host.
 *
 * @param sequence number of the last message that fell due
 * @param errorsByCode failed offers by gRPC status code
 * @param liveProcesses processes in the latest scrape of every host
 */
public record StatisticsSnapshot(
        long sequence, Messages messages, Points points, SortedMap<String, Long> errorsByCode, long liveProcesses) {

    /**
     * Settled messages.
     *
     * @param sent answered by the receiver
     * @param dropped given up: refused, unanswered within the interval, or due too long ago
     */
    public record Messages(long sent, long dropped) {}

    /**
     * Points of settled messages.
     *
     * @param rejected those of the sent points that an answer named as rejected
     */
    public record Points(long sent, long rejected, long dropped) {
        public long accepted() {
            return sent - rejected;
        }
    }

    public StatisticsSnapshot {
        errorsByCode = new TreeMap<>(errorsByCode);
    }

    public long errors() {
        return errorsByCode.values().stream().mapToLong(Long::longValue).sum();
    }

    String toJson(String experimentId) {
        return """
        {
          "experimentId": "%s",
          "sequence": %d,
          "messagesSent": %d,
          "messagesDropped": %d,
          "pointsSent": %d,
          "pointsAccepted": %d,
          "pointsRejected": %d,
          "pointsDropped": %d,
          "errors": %d,
          "errorsByCode": {%s},
          "liveProcesses": %d
        }
        """.formatted(
                        experimentId,
                        sequence,
                        messages.sent(),
                        messages.dropped(),
                        points.sent(),
                        points.accepted(),
                        points.rejected(),
                        points.dropped(),
                        errors(),
                        codesAsJson(),
                        liveProcesses);
    }

    /** Codes are names of gRPC constants, so they need no escaping. */
    private String codesAsJson() {
        return errorsByCode.entrySet().stream().map(StatisticsSnapshot::member).collect(Collectors.joining(", "));
    }

    private static String member(Map.Entry<String, Long> entry) {
        return "\"" + entry.getKey() + "\": " + entry.getValue();
    }
}
