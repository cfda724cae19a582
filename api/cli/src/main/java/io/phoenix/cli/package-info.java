/**
 * The commands of {@code phoenix} that speak to an API server. Data goes to standard output, messages to standard error,
 * and the exit code says how it ended.
 */
@NullMarked
package io.phoenix.cli;

import org.jspecify.annotations.NullMarked;
