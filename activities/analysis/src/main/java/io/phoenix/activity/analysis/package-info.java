/**
 * The verdict engine: paired, autocorrelated series of two collectors on one input, judged by the candidate-to-baseline
 * ratio over 24 blocks. Pure: the same series give the same result on any JVM, locale and time zone.
 */
@NullMarked
package io.phoenix.activity.analysis;

import org.jspecify.annotations.NullMarked;
