package io.phoenix.cli;

import io.phoenix.client.Installation;
import java.util.Map;

/**
 * The surroundings of one call of the command line.
 *
 * @param environment variables of the process
 * @param terminal whether a person looks at it, so that a line may be drawn again and again
 */
public record CliContext(Installation installation, Map<String, String> environment, boolean terminal) {
    /** The surroundings of this process. */
    public static CliContext current() {
        return new CliContext(Installation.current(), System.getenv(), interactive(System.getenv()));
    }

    private static boolean interactive(Map<String, String> environment) {
        var console = System.console();
        return console != null
                && console.isTerminal()
                && !environment.containsKey("NO_COLOR")
                && !environment.containsKey("CI")
                && !"dumb".equals(environment.get("TERM"));
    }
}
