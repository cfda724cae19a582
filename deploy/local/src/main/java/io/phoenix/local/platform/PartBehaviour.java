package io.phoenix.local.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a part is looked after.
 *
 * @param probe whether it answers
 * @param afterReady what follows once it does
 * @param grace how long it may take to end after TERM
 */
record PartBehaviour(BooleanSupplier probe, Runnable afterReady, Duration grace) {
    static PartBehaviour probing(BooleanSupplier probe) {
        return new PartBehaviour(probe, () -> {}, Duration.ofSeconds(15));
    }
}
