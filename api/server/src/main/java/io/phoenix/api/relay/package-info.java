/** Tells the engine what the database has promised: starts of workflows and commands to them, at least once, in order. */
@NullMarked
package io.phoenix.api.relay;

import org.jspecify.annotations.NullMarked;
