package io.phoenix.activity.deployment;

/** How far the collectors of an experiment are. */
public sealed interface Readiness {
    record Ready() implements Readiness {}

    /** @param what is still missing, for people */
    record Waiting(String what) implements Readiness {}

    /** A collector has ended and stays so. @param why with the tail of its log */
    record Dead(String why) implements Readiness {}
}
