package io.phoenix.api.relay;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.experiment.OutboxStore;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off the outbox for as long as the server runs. Entries of different experiments do not wait for one another; those
 * of one experiment are handed out one after another by the store. Any number of servers may do this.
 */
@Singleton
@Requires(property = "phoenix.relay.enabled", notEquals = "false")
public final class OutboxRelay {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final OutboxStore outbox;
    private final Courier courier;
    private final RelayConfig config;
    private final RelaySignal signal;
    private final Semaphore hands;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    public OutboxRelay(OutboxStore outbox, Courier courier, RelayConfig config, RelaySignal signal) {
        this.outbox = outbox;
        this.courier = courier;
        this.config = config;
        this.signal = signal;
        this.hands = new Semaphore(config.batch());
    }

    @EventListener
    void start(StartupEvent event) {
        var loop = threads.submit(this::run);
        LOG.debug("relay runs: {}", loop);
    }

    /** Calls to the engine end at once and their entries are put back; the database is never left in the middle. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        signal.nudge();
        calls.shutdownNow();
        if (!hands.tryAcquire(config.batch(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("some deliveries were not put back, their leases will end by themselves");
        }
        threads.shutdownNow();
    }

    private void run() {
        try {
            while (!stopping) {
                if (!takeSome()) {
                    signal.rest(config.poll());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there may be more */
    private boolean takeSome() throws InterruptedException {
        hands.acquire();
        hands.release();
        try {
            int free = Math.max(1, hands.availablePermits());
            List<OutboxEntry> entries = outbox.claim(free, config.lease(), Instant.now());
            for (OutboxEntry entry : entries) {
                hands.acquire();
                threads.execute(() -> deliver(entry));
            }
            return entries.size() == free;
        } catch (PhoenixException e) {
            LOG.warn("cannot read the outbox, trying again: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // A relay that ended here would leave every experiment waiting while the server looks well.
            if (!stopping) {
                LOG.error("cannot read the outbox, trying again", e);
            }
            return false;
        }
    }

    private void deliver(OutboxEntry entry) {
        try {
            outbox.delivered(entry, inTime(entry));
            signal.nudge();
        } catch (PhoenixException e) {
            putBack(entry, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("delivery to {} broke", entry.ref().title(), e);
            putBack(entry, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hands.release();
        }
    }

    private String inTime(OutboxEntry entry) throws InterruptedException {
        Future<String> delivery = call(entry);
        try {
            return delivery.get(config.attempt().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE,
                    "no answer from the workflow of " + entry.ref().title() + " within "
                            + config.attempt().toSeconds() + " s: is a worker running?",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof PhoenixException failure
                    ? failure
                    : new TransientException(
                            ErrorCode.UPSTREAM_UNAVAILABLE,
                            "delivery to " + entry.ref().title() + " failed: " + e.getCause(),
                            e.getCause());
        } finally {
            delivery.cancel(true);
        }
    }

    private Future<String> call(OutboxEntry entry) {
        try {
            return calls.submit(() -> courier.deliver(entry));
        } catch (RejectedExecutionException e) {
            throw new TransientException(ErrorCode.UPSTREAM_UNAVAILABLE, "this server is stopping", e);
        }
    }

    private void putBack(OutboxEntry entry, String message) {
        LOG.warn("delivery to {} failed {} times: {}", entry.ref().title(), entry.attempts() + 1, message);
        try {
            outbox.failed(entry, message, Instant.now().plus(config.backoff(entry.attempts())));
        } catch (PhoenixException e) {
            LOG.warn("cannot put back a delivery, its lease will end by itself: {}", e.getMessage());
        }
    }
}
