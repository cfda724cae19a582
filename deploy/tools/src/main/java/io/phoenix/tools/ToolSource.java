package io.phoenix.tools;

import java.util.Locale;

/** Where a tool came from, in the order in which they are tried. */
public enum ToolSource {
    EXPLICIT,
    CACHE,
    PATH,
    RELEASE,
    BUILD;

    /** The name in tables and JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
