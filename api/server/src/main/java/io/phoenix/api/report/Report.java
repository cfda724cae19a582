package io.phoenix.api.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a run when it is asked.
 *
 * @param analysis null before the analysis and for runs without one
 * @param evidence how the windows were measured, and what single hosts contributed
 */
record Report(
        Experiment experiment,
        List<MeasuredWindow> measured,
        @Nullable AnalysisResult analysis,
        List<CostEstimate> costs,
        List<ExperimentEvent> events,
        Evidence evidence) {
    Report {
        measured = List.copyOf(measured);
        costs = List.copyOf(costs);
        events = List.copyOf(events);
    }

    /** Of all measured windows, each once, whatever was measured in it; pauses left out, zero before the first. */
    Duration length() {
        Map<Integer, Window> byIndex = new TreeMap<>();
        measured.forEach(found -> byIndex.put(found.window().index(), found.window()));
        return byIndex.values().stream()
                .map(window -> Duration.between(window.start(), window.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What stands behind the series. */
    record Evidence(List<HostWindow> hosts, List<AskedQuery> queries) {
        Evidence {
            hosts = List.copyOf(hosts);
            queries = List.copyOf(queries);
        }
    }
}
