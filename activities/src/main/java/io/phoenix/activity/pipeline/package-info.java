/**
 * Collector configurations of an experiment: rendered, accepted by the collector itself, stored by their hash.
 */
@NullMarked
package io.phoenix.activity.pipeline;

import org.jspecify.annotations.NullMarked;
