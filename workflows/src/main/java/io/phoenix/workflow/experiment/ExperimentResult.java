package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentHead;

/** How the run ended. */
public record ExperimentResult(ExperimentHead head) {}
