package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.tenant.AuditEntry;
import io.temporal.activity.ActivityInterface;

/** What the database learns of a run. */
@ActivityInterface
public interface RecordActivities {

    /** Writes the head of the experiment and its event; an older sequence changes nothing. */
    void project(Projection projection);

    /** Appends an audit entry once per entry id. */
    void audit(AuditEntry entry);
}
