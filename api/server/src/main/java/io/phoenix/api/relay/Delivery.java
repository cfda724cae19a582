package io.phoenix.api.relay;

import io.phoenix.domain.experiment.CommandDecision;

/** What came of bringing a command to its workflow. */
sealed interface Delivery {
    /** The workflow has spoken. */
    record Decided(CommandDecision decision) implements Delivery {}

    /** No workflow of this experiment is running. */
    record NotRunning() implements Delivery {}
}
