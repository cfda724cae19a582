package io.phoenix.simulator.otlp;

import java.time.Duration;

/** Where scrapes go. Thread-safe. */
public interface MetricsSink extends AutoCloseable {

    /**
     * Offers a message once, waiting for a connection if there is none.
     *
     * @param sequence number of the message in this run, from 1
     * @param limit the longest time the offer may take
     */
    Delivery offer(ScrapeMessage message, long sequence, Duration limit);

    /** Tries an absent connection again at once instead of after the growing back-off. */
    void reconnect();

    /** Gives up the offers in flight and frees the connection. */
    @Override
    void close();
}
