/**
 * Named load profiles: which programs run, how long they live and what they use. A profile is data for the process
 * model; adding one touches this package only.
 */
@NullMarked
package io.phoenix.simulator.profile;

import org.jspecify.annotations.NullMarked;
