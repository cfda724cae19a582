package io.phoenix.process;

/** What a process can be told. */
public enum Signal {
    /** Read the configuration again. */
    HUP,
    INT,
    TERM,
    KILL,
    STOP,
    CONT
}
