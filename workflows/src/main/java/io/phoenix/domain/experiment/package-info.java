/** What an experiment is: its specification, its state, commands to it and the stores that keep them. No clock, no I/O. */
@NullMarked
package io.phoenix.domain.experiment;

import org.jspecify.annotations.NullMarked;
