package io.phoenix.simulator.run;

import io.phoenix.simulator.otlp.Delivery;
import io.phoenix.simulator.process.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of every message. Thread-safe. */
final class Statistics {
    private final Map<Host, Integer> liveProcesses = new HashMap<>();
    private final SortedMap<String, Long> errorsByCode = new TreeMap<>();
    private long sequence;
    private long messagesSent;
    private long messagesDropped;
    private long pointsSent;
    private long pointsRejected;
    private long pointsDropped;

    /** Numbers the next message, from 1. */
    synchronized long due(Host host, int processes) {
        liveProcesses.put(host, processes);
        return ++sequence;
    }

    synchronized void settle(Delivery delivery, long points) {
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                messagesSent++;
                pointsSent += points;
                pointsRejected += accepted.rejectedPoints();
            }
            case Delivery.Failed failed -> {
                errorsByCode.merge(failed.code(), 1L, Long::sum);
                drop(points);
            }
        }
    }

    synchronized void drop(long points) {
        messagesDropped++;
        pointsDropped += points;
    }

    synchronized StatisticsSnapshot snapshot() {
        return new StatisticsSnapshot(
                sequence,
                new StatisticsSnapshot.Messages(messagesSent, messagesDropped),
                new StatisticsSnapshot.Points(pointsSent, pointsRejected, pointsDropped),
                errorsByCode,
                liveProcesses.values().stream().mapToLong(Integer::longValue).sum());
    }
}
