package io.phoenix.local.platform;

import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Signal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One program of the platform that shall always run. */
interface Part {
    /** Name in {@code status}, for example {@code temporal} or {@code collector/demo}. */
    String name();

    String version();

    @Nullable
    Integer port();

    @Nullable
    String url();

    /** The process that an earlier supervisor or {@code up} started, if it is alive and what we would start now. */
    Optional<ManagedProcess> adopt();

    /** Starts the process; nothing of this part runs when this is called. */
    ManagedProcess start();

    /** Whether it answers. Called a few times per second until it does. */
    boolean ready();

    /** What needs doing once whenever the part has become ready. */
    default void afterReady() {}

    /** What tells it to end. */
    default Signal ending() {
        return Signal.TERM;
    }

    /** How long it may take to end after it was told. */
    Duration grace();
}
