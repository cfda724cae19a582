/**
 * The simulated load of an experiment.
 * One generator per experiment, started when its collectors are ready and stopped by its compensation.
 */
@NullMarked
package io.phoenix.activity.simulation;

import org.jspecify.annotations.NullMarked;
