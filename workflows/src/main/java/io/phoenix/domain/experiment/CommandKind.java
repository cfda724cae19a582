package io.phoenix.domain.experiment;

/** What a person may ask of a running experiment. */
public enum CommandKind {
    APPROVE,
    REJECT,
    ABORT,
    PAUSE,
    RESUME,
    EXTEND;

    /** The name of the Update and of the path segment, for example {@code approve}. */
    public String lowerCaseName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
