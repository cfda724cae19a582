/** The commands that manage the platform on one machine. */
@NullMarked
package io.phoenix.local.command;

import org.jspecify.annotations.NullMarked;
