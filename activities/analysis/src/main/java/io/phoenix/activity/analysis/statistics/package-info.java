/**
 * Estimates, error bars and tests on plain arrays, agreeing with R and SciPy and knowing nothing of experiments. Every
 * function has an answer for every input: a number that does not exist is NaN, and nothing in the values makes it throw.
 */
@NullMarked
package io.phoenix.activity.analysis.statistics;

import org.jspecify.annotations.NullMarked;
