/**
 * One experiment as a durable workflow: the workflow, the activities it calls and what travels between them.
 * Everything here replays, so nothing here reads a clock, a random source, the environment or a socket.
 */
@NullMarked
package io.phoenix.workflow.experiment;

import org.jspecify.annotations.NullMarked;
