/**
 * The process model: hosts whose processes are born, use CPU, memory and disk, and die. It knows simulated time only, so
 * one seed gives one history whatever the wall clock says.
 */
@NullMarked
package io.phoenix.simulator.process;

import org.jspecify.annotations.NullMarked;
