/**
 * The command line of the process simulator: options in, exit code out. Everything it does lives in the packages
 * below.
 */
@NullMarked
package io.phoenix.simulator;

import org.jspecify.annotations.NullMarked;
