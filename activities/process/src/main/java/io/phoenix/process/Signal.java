package io.phoenix.process;

/** What a process can be told. */
public enum Signal {
    /** Read the configuration again. */
    HUP,
    TERM,
    KILL,
    STOP,
    CONT
}
