/**
 * How often the engine errs, and how much it sees: simulated and resampled runs whose true ratio is known, judged by the
 * code that judges experiments. Pure and seeded: the same numbers for any number of threads.
 */
@NullMarked
package io.phoenix.activity.analysis.calibration;

import org.jspecify.annotations.NullMarked;
