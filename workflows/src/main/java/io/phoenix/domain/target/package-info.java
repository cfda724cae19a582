/** Where winning pipelines run, under which generation, and who holds the lease. No clock, no I/O. */
@NullMarked
package io.phoenix.domain.target;

import org.jspecify.annotations.NullMarked;
