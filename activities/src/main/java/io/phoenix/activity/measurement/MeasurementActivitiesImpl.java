package io.phoenix.activity.measurement;

import io.phoenix.activity.Heartbeat;
import io.phoenix.activity.analysis.HardFindings;
import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.workflow.experiment.MeasureRequest;
import io.phoenix.workflow.experiment.MeasurementActivities;
import io.phoenix.workflow.experiment.WindowSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@link MeasurementActivities} over a metrics source and the measurement store. Thread-safe. */
public final class MeasurementActivitiesImpl implements MeasurementActivities {
    private final WindowMeasurement measurement;
    private final HostMeasurement hosts;
    private final MeasurementStore store;
    private final Heartbeat heartbeat;

    public MeasurementActivitiesImpl(MetricsSource source, MeasurementStore store, Heartbeat heartbeat) {
        this.measurement = new WindowMeasurement(source);
        this.hosts = new HostMeasurement(source);
        this.store = store;
        this.heartbeat = heartbeat;
    }

    @Override
    public WindowSummary measureWindow(MeasureRequest request) {
        ExperimentRef ref = request.ref();
        MeasurementScope scope =
                new MeasurementScope(ref, request.interval(), request.window().step(), request.criticalProcesses());
        Runnable alive = () -> heartbeat.beat("window " + request.window().index());
        List<MeasuredWindow> measured = measurement.measure(scope, request.window(), request.variants(), alive);
        store.save(ref.tenant(), ref.experiment(), measured);
        store.saveQueries(ref.tenant(), ref.experiment(), AskedQueries.ofMetrics(scope));
        if (HostMeasurement.countable(measured)) {
            alive.run();
            byHost(scope, request);
        }
        List<MeasuredWindow> recent = store.load(ref.tenant(), ref.experiment()).stream()
                .filter(window -> window.window().index() >= request.window().index() - 1)
                .filter(window -> window.window().index() <= request.window().index())
                .toList();
        return summary(request.window().index(), measured, recent);
    }

    /** After the window itself is stored, which is whole without it. */
    private void byHost(MeasurementScope scope, MeasureRequest request) {
        ExperimentRef ref = request.ref();
        List<HostWindow> contributed = hosts.measure(scope, request.window(), request.variants());
        store.saveHosts(ref.tenant(), ref.experiment(), contributed);
        store.saveQueries(ref.tenant(), ref.experiment(), List.of(AskedQueries.byHost(scope)));
    }

    private static WindowSummary summary(int index, List<MeasuredWindow> measured, List<MeasuredWindow> recent) {
        Quality worst = measured.stream()
                .map(MeasuredWindow::quality)
                .min(Comparator.naturalOrder())
                .orElse(Quality.MISSING);
        List<Reason> findings =
                HardFindings.inWindow(recent).stream().map(Finding::reason).toList();
        return new WindowSummary(index, worst, means(measured), findings, WindowDigest.of(measured));
    }

    private static SortedMap<String, Double> means(List<MeasuredWindow> measured) {
        SortedMap<String, Double> means = new TreeMap<>();
        for (MeasuredWindow window : measured) {
            OptionalDouble mean = Arrays.stream(window.values())
                    .filter(value -> !Double.isNaN(value))
                    .average();
            mean.ifPresent(
                    value -> means.put(window.variant() + "/" + window.metric().metricName(), value));
        }
        return means;
    }
}
