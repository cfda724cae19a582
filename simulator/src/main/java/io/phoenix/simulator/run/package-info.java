/**
 * One run of the simulator: parameters, pacing by the monotonic clock, statistics and the files others watch. Every host
 * has its own loop, spread in phase over the interval.
 */
@NullMarked
package io.phoenix.simulator.run;

import org.jspecify.annotations.NullMarked;
