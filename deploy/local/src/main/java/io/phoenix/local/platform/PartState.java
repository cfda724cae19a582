package io.phoenix.local.platform;

import java.util.Locale;

/** Where a part of the platform is. */
public enum PartState {
    STARTING,
    RUNNING,
    BACKOFF,
    STOPPED,
    FAILED;

    /** The name in {@code status -o json}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
