package io.phoenix.simulator.run;

import io.phoenix.simulator.otlp.Delivery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Logs when delivery begins to work, stops working or changes its reason, not every message. Thread-safe. */
final class DeliveryLog {
    private static final Logger LOG = System.getLogger(DeliveryLog.class.getName());

    private final String endpoint;
    private String state = "";

    DeliveryLog(String endpoint) {
        this.endpoint = endpoint;
    }

    synchronized void record(Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted
            when accepted.rejectedPoints() > 0 ->
                enter(Level.WARNING, "PARTIAL", "rejects some points: " + accepted.message());
            case Delivery.Accepted accepted -> enter(Level.INFO, "OK", "accepts messages");
            case Delivery.Failed failed ->
                enter(
                        Level.WARNING,
                        failed.code(),
                        "does not accept messages: " + failed.code() + " " + failed.message());
        }
    }

    private void enter(Level level, String next, String description) {
        if (!next.equals(state)) {
            state = next;
            LOG.log(level, "{0} {1}", endpoint, description);
        }
    }
}
