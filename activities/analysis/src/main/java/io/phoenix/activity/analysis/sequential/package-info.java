/**
 * Looking before the end without raising the risk: alpha spent over planned looks, an interval valid at any time, and the
 * chance that a run still reaches its goal. Knows z-values, p-values and information fractions alone.
 */
@NullMarked
package io.phoenix.activity.analysis.sequential;

import org.jspecify.annotations.NullMarked;
