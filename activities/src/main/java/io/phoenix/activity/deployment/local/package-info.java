/**
 * Collectors of experiments as processes of this machine, one run directory each.
 * They survive the worker that started them and are adopted by their deterministic names.
 */
@NullMarked
package io.phoenix.activity.deployment.local;

import org.jspecify.annotations.NullMarked;
