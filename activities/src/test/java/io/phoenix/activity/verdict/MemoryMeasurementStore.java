package io.phoenix.activity.verdict;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MemoryMeasurementStore implements MeasurementStore {
    private final Map<String, List<MeasuredWindow>> windows = new HashMap<>();
    private final Map<String, List<HostWindow>> hosts = new HashMap<>();

    @Override
    public void save(TenantId tenant, ExperimentId experiment, List<MeasuredWindow> measured) {
        windows.computeIfAbsent(key(tenant, experiment), any -> new ArrayList<>())
                .addAll(measured);
    }

    @Override
    public List<MeasuredWindow> load(TenantId tenant, ExperimentId experiment) {
        return List.copyOf(windows.getOrDefault(key(tenant, experiment), List.of()));
    }

    @Override
    public void saveHosts(TenantId tenant, ExperimentId experiment, List<HostWindow> measured) {
        hosts.computeIfAbsent(key(tenant, experiment), any -> new ArrayList<>()).addAll(measured);
    }

    @Override
    public List<HostWindow> loadHosts(TenantId tenant, ExperimentId experiment) {
        return List.copyOf(hosts.getOrDefault(key(tenant, experiment), List.of()));
    }

    @Override
    public void saveQueries(TenantId tenant, ExperimentId experiment, List<AskedQuery> asked) {
        throw new AssertionError("an analysis asks nothing");
    }

    @Override
    public List<AskedQuery> queries(TenantId tenant, ExperimentId experiment) {
        throw new AssertionError("an analysis asks nothing");
    }

    private static String key(TenantId tenant, ExperimentId experiment) {
        return tenant + "/" + experiment;
    }
}
