package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;

/** Which collectors must be ready and which configuration each must report as running. */
public record ReadinessRequest(ExperimentRef ref, String target, RenderedVariants rendered) {}
