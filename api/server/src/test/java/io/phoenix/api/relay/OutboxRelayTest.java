package io.phoenix.api.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.context.event.StartupEvent;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.experiment.OutboxStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    /** Fails in a way that no store may, then finds nothing. */
    private static final class BrokenOnce implements OutboxStore {
        private final AtomicInteger claims = new AtomicInteger();
        private final CountDownLatch claimedAgain = new CountDownLatch(2);

        @Override
        public List<OutboxEntry> claim(int limit, Duration lease, Instant now) {
            claimedAgain.countDown();
            if (claims.getAndIncrement() == 0) {
                throw new IllegalStateException("a bug");
            }
            return List.of();
        }

        @Override
        public void delivered(OutboxEntry entry, String runId) {
            throw new AssertionError("nothing was claimed");
        }

        @Override
        public void failed(OutboxEntry entry, String message, Instant retryAt) {
            throw new AssertionError("nothing was claimed");
        }
    }

    @Test
    void goesOnAfterABug() throws InterruptedException {
        BrokenOnce outbox = new BrokenOnce();
        RelayConfig config = new RelayConfig(
                2, Duration.ofSeconds(30), Duration.ofMillis(10), Duration.ofSeconds(20), Duration.ofSeconds(10));
        FakeStores stores = new FakeStores();
        Courier courier =
                new Courier(new TemporalEngine(unused()), stores.experiments(), stores.commands(), stores::append);
        OutboxRelay relay = new OutboxRelay(outbox, courier, config, new RelaySignal());

        relay.start(new StartupEvent(BeanContext.build()));
        boolean again = outbox.claimedAgain.await(10, TimeUnit.SECONDS);
        relay.stop();

        assertThat(again).isTrue();
    }

    private static io.temporal.client.WorkflowClient unused() {
        return (io.temporal.client.WorkflowClient) java.lang.reflect.Proxy.newProxyInstance(
                OutboxRelayTest.class.getClassLoader(),
                new Class<?>[] {io.temporal.client.WorkflowClient.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("unexpected call of " + method);
                });
    }
}
