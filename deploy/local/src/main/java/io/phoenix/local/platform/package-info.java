/** The parts of the platform on one machine and the supervisor that keeps them running. */
@NullMarked
package io.phoenix.local.platform;

import org.jspecify.annotations.NullMarked;
