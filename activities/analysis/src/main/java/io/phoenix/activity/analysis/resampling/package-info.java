/**
 * Block bootstrap of time-aligned pairs, for statistics whose error bar no formula gives: the quantiles of a metric. The
 * same seed draws the same resamples on any JVM.
 */
@NullMarked
package io.phoenix.activity.analysis.resampling;

import org.jspecify.annotations.NullMarked;
