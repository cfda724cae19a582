/**
 * Many questions at once: adjusted p-values, several candidates against one baseline, and which of them is the best. Knows
 * p-values and estimates alone.
 */
@NullMarked
package io.phoenix.activity.analysis.multiplicity;

import org.jspecify.annotations.NullMarked;
