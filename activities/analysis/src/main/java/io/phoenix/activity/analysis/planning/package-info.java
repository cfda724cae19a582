/**
 * How long a run must be, before it and after an undecided one, and which memory to declare for it. Works from the error
 * bar of a pilot or of the run so far.
 */
@NullMarked
package io.phoenix.activity.analysis.planning;

import org.jspecify.annotations.NullMarked;
