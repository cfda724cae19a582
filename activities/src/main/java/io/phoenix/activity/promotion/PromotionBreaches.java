package io.phoenix.activity.promotion;

import io.phoenix.domain.analysis.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What speaks against keeping a promoted pipeline. */
final class PromotionBreaches {
    private PromotionBreaches() {}

    static List<Reason> of(StandingHealth health) {
        List<Reason> breaches = new ArrayList<>();
        if (!health.alive()) {
            breaches.add(new Reason("COLLECTOR_DOWN", "up", "the standing collector has ended"));
        } else if (health.restarted()) {
            breaches.add(
                    new Reason("COLLECTOR_RESTARTED", "up", "the standing collector has ended and was started again"));
        }
        if (health.failedPoints() > 0) {
            breaches.add(new Reason(
                    "POINTS_REFUSED",
                    "refused_points",
                    "the standing collector refused or lost %.0f points since it took the pipeline over"
                            .formatted(health.failedPoints())));
        }
        return breaches;
    }

    static List<Reason> silent() {
        return List.of(new Reason(
                "NO_DATA",
                "active_series",
                "the standing collector exports nothing: its input is lost or its pipeline drops everything"));
    }

    static List<Reason> lost(Set<String> processes) {
        return processes.isEmpty()
                ? List.of()
                : List.of(new Reason(
                        "CRITICAL_PROCESS_LOST",
                        "critical_processes",
                        "the baseline shows " + String.join(", ", new TreeSet<>(processes))
                                + " and the standing collector does not"));
    }
}
