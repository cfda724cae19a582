/**
 * What a person may do to a target directly, as short workflows that the server starts and awaits.
 * Everything here replays, so nothing here reads a clock, a random source, the environment or a socket.
 */
@NullMarked
package io.phoenix.workflow.target;

import org.jspecify.annotations.NullMarked;
