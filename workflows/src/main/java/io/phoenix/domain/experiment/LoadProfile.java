package io.phoenix.domain.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The populations of processes that a simulation can send. */
public enum LoadProfile {
    REALISTIC;

    /** The name in specs and for the simulator. */
    public String profileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(LoadProfile::profileName).toList();
    }
}
