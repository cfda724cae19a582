package io.phoenix.simulator.profile;

import io.phoenix.simulator.process.PopulationModel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A named load: what hosts look like, and the size used when the caller gives none.
 *
 * @param name as given on the command line
 */
public record Profile(String name, Size defaultSize, PopulationModel population) {

    /** How many hosts of how many process slots are scraped how often. */
    public record Size(int hosts, int processesPerHost, Duration interval) {}

    public static List<Profile> all() {
        return List.of(RealisticProfile.create());
    }

    /**
     * The profile of a name.
     *
     * @throws IllegalArgumentException naming the known profiles when there is none of this name
     */
    public static Profile named(String name) {
        return all().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("profile must be one of " + names() + ", was '" + name + "'"));
    }

    private static String names() {
        return all().stream().map(Profile::name).collect(Collectors.joining(", "));
    }
}
