/**
 * The simulator as a process of this machine.
 * It survives the worker that started it and is adopted by its run directory.
 */
@NullMarked
package io.phoenix.activity.simulation.local;

import org.jspecify.annotations.NullMarked;
