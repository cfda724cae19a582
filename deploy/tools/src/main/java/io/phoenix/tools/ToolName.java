package io.phoenix.tools;

/** An outside program that Phoenix uses, and where its pinned module stands below {@code deploy}. */
public enum ToolName {
    COLLECTOR("collector/collector"),
    VALIDATOR("collector/validator"),
    PROMETHEUS("tools/prometheus"),
    TEMPORAL("tools/temporal");

    private final String module;

    ToolName(String module) {
        this.module = module;
    }

    String module() {
        return module;
    }
}
