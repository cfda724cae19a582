package io.phoenix.activity.record;

import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.AuditStore;
import io.phoenix.workflow.experiment.RecordActivities;

/** Writes projections and audit rows. */
public final class RecordActivitiesImpl implements RecordActivities {
    private final ExperimentStore experiments;
    private final AuditStore audit;

    public RecordActivitiesImpl(ExperimentStore experiments, AuditStore audit) {
        this.experiments = experiments;
        this.audit = audit;
    }

    @Override
    public void project(Projection projection) {
        experiments.project(projection);
    }

    @Override
    public void audit(AuditEntry entry) {
        audit.append(entry);
    }
}
