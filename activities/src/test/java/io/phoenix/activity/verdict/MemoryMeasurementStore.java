package io.phoenix.activity.verdict;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class MemoryMeasurementStore implements MeasurementStore {
    private final Map<String, List<MeasuredWindow>> windows = new HashMap<>();

    @Override
    public void save(TenantId tenant, ExperimentId experiment, List<MeasuredWindow> measured) {
        windows.computeIfAbsent(key(tenant, experiment), any -> new ArrayList<>())
                .addAll(measured);
    }

    @Override
    public List<MeasuredWindow> load(TenantId tenant, ExperimentId experiment) {
        return List.copyOf(windows.getOrDefault(key(tenant, experiment), List.of()));
    }

    private static String key(TenantId tenant, ExperimentId experiment) {
        return tenant + "/" + experiment;
    }
}
