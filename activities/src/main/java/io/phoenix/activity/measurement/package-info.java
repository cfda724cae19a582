/**
 * What Prometheus saw of an experiment, window by window. Missing data stays missing: nothing here turns silence into
 * zero.
 */
@NullMarked
package io.phoenix.activity.measurement;

import org.jspecify.annotations.NullMarked;
