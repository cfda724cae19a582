package io.phoenix.tools;

import java.nio.file.Path;

/** A program that may be run. */
public record ResolvedTool(String name, String version, Path path, ToolSource source) {}
