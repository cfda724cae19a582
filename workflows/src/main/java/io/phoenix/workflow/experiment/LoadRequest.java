package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;
import java.time.Duration;

/**
 * A simulation to start.
 *
 * @param endpoint host:port of the source's OTLP receiver
 * @param interval the simulation's interval after the scaling of time, 200 ms at least
 */
public record LoadRequest(ExperimentRef ref, Input.Simulation simulation, Duration interval, String endpoint) {}
