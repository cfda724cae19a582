package io.phoenix.local.platform;

import io.phoenix.process.Signal;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a part is looked after.
 *
 * @param probe whether it answers
 * @param afterReady what follows once it does
 * @param ending what tells it to end
 * @param grace how long it may take to end after it was told
 */
record PartBehaviour(BooleanSupplier probe, Runnable afterReady, Signal ending, Duration grace) {
    static PartBehaviour probing(BooleanSupplier probe) {
        return new PartBehaviour(probe, () -> {}, Signal.TERM, Duration.ofSeconds(15));
    }
}
