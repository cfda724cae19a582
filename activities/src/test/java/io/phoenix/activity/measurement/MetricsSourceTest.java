package io.phoenix.activity.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsSourceTest {
    private static final List<RangeQuery> QUERIES = IntStream.range(0, 12)
            .mapToObj(i -> new RangeQuery("q" + i, Instant.EPOCH, Instant.EPOCH, Duration.ofSeconds(1)))
            .toList();
    private static final long PATIENCE = 20;

    @Test
    void answersInTheOrderOfTheQueries() {
        List<RangeReply> replies = new ScriptedSource(query -> new RangeReply(List.of(), List.of(query.promql())))
                .ranges(QUERIES, () -> {});

        assertThat(replies)
                .extracting(reply -> reply.warnings().getFirst())
                .containsExactlyElementsOf(
                        QUERIES.stream().map(RangeQuery::promql).toList());
    }

    @Test
    void asksAFewAtATime() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch several = new CountDownLatch(MetricsSource.AT_ONCE);

        new ScriptedSource(query -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    several.countDown();
                    await(several);
                    running.decrementAndGet();
                    return new RangeReply(List.of(), List.of());
                })
                .ranges(QUERIES, () -> {});

        assertThat(most).hasValue(MetricsSource.AT_ONCE);
    }

    @Test
    void tellsTheCallersThreadThatItLives() {
        Thread caller = Thread.currentThread();
        AtomicInteger told = new AtomicInteger();

        new ScriptedSource(query -> new RangeReply(List.of(), List.of())).ranges(QUERIES, () -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            told.incrementAndGet();
        });

        assertThat(told).hasValue(QUERIES.size() + 1);
    }

    @Test
    void aFailureEndsWhatStillRuns() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        FinalException refused = new FinalException(ErrorCode.UPSTREAM_REJECTED, "no");

        assertThatThrownBy(() -> new ScriptedSource(query -> {
                            if (query.promql().equals("q0")) {
                                await(begun);
                                throw refused;
                            }
                            return asleep(begun, ended);
                        })
                        .ranges(QUERIES, () -> {}))
                .isSameAs(refused);
        await(ended);
    }

    @Test
    void aCallerThatIsToldToEndEndsWhatStillRuns() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        IllegalStateException cancelled = new IllegalStateException("cancelled");
        AtomicInteger told = new AtomicInteger();

        assertThatThrownBy(() -> new ScriptedSource(query -> {
                            if (query.promql().equals("q0")) {
                                await(begun);
                                return new RangeReply(List.of(), List.of());
                            }
                            return asleep(begun, ended);
                        })
                        .ranges(QUERIES, () -> {
                            if (told.incrementAndGet() == 2) {
                                throw cancelled;
                            }
                        }))
                .isSameAs(cancelled);
        await(ended);
    }

    private static RangeReply asleep(CountDownLatch begun, CountDownLatch ended) {
        begun.countDown();
        try {
            TimeUnit.SECONDS.sleep(PATIENCE);
            throw new AssertionError("nobody ended this query");
        } catch (InterruptedException e) {
            ended.countDown();
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
