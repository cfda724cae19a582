/**
 * Collector processes of one installation on one machine: their ports, their own metrics, how Prometheus finds them, and the
 * standing collector of a target. Shared by the activities that run collectors and by the platform that supervises them.
 */
@NullMarked
package io.phoenix.collector;

import org.jspecify.annotations.NullMarked;
