package io.phoenix.local.platform;

import io.phoenix.tools.ResolvedTool;
import io.phoenix.tools.ToolName;
import io.phoenix.tools.Tools;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The outside programs that the platform runs with.
 *
 * @param paths by tool name
 * @param versions by tool name
 */
record ToolPaths(Map<String, String> paths, Map<String, String> versions) {

    /** Fetches or builds what is missing, one after another. */
    static ToolPaths resolve(Path source, Progress progress) {
        Tools tools = Tools.ofThisMachine(source, progress::say);
        Map<String, String> paths = new HashMap<>();
        Map<String, String> versions = new HashMap<>();
        for (ToolName name : ToolName.values()) {
            long started = progress.now();
            ResolvedTool tool = tools.resolve(name);
            paths.put(tool.name(), tool.path().toString());
            versions.put(tool.name(), tool.version());
            progress.record(
                    "tool " + tool.name(),
                    (progress.now() - started) / 1000.0,
                    tool.source().text());
            progress.say(
                    "tools",
                    "%s %s from %s: %s"
                            .formatted(
                                    tool.name(), tool.version(), tool.source().text(), tool.path()));
        }
        return new ToolPaths(paths, versions);
    }
}
