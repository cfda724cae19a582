package io.phoenix.workflow.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has to be undone, the last step first. */
final class Compensations {
    private final List<Compensation> registered;

    Compensations(List<Compensation> registered) {
        this.registered = new ArrayList<>(registered);
    }

    /** Registers before the step: a step of which nobody knows how it ended is undone as well. */
    void register(Compensation compensation) {
        registered.add(compensation);
    }

    void drop(Compensation compensation) {
        registered.remove(compensation);
    }

    Optional<Compensation> next() {
        return registered.isEmpty() ? Optional.empty() : Optional.of(registered.getLast());
    }

    List<Compensation> all() {
        return List.copyOf(registered);
    }
}
