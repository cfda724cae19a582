/** The HTTP API of Prometheus and of what speaks it. Used by the worker's composition root only. */
@NullMarked
package io.phoenix.activity.measurement.prometheus;

import org.jspecify.annotations.NullMarked;
