package io.phoenix.activity.deployment.local;

import io.phoenix.tools.ToolName;
import io.phoenix.tools.Tools;
import java.nio.file.Path;

/** The real programs that integration tests run, found, fetched or built as the platform does it. */
public final class DevelopmentTools {
    private static final Tools TOOLS = Tools.ofThisMachine(
            Path.of(System.getProperty("phoenix.source", "..")),
            (tool, message) -> System.err.println(tool + ": " + message));

    private DevelopmentTools() {}

    public static Path collector() {
        return path(ToolName.COLLECTOR);
    }

    public static Path validator() {
        return path(ToolName.VALIDATOR);
    }

    public static Path prometheus() {
        return path(ToolName.PROMETHEUS);
    }

    private static Path path(ToolName name) {
        return TOOLS.resolve(name).path();
    }
}
