/** PostgreSQL on one machine: its programs from the class path, its cluster in the data directory, its passwords. */
@NullMarked
package io.phoenix.local.postgres;

import org.jspecify.annotations.NullMarked;
