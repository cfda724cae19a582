package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentRef;

/** Where the run is, for the query {@code status}. */
public record ExperimentStatus(ExperimentRef ref, ExperimentHead head, long sequence) {}
