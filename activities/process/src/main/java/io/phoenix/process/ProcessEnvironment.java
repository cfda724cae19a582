package io.phoenix.process;

import java.util.Map;

/**
 * The environment variables of a process.
 *
 * @param values win over inherited ones
 */
public record ProcessEnvironment(Inheritance inheritance, Map<String, String> values) {
    public ProcessEnvironment {
        values = Map.copyOf(values);
    }

    /** Whether the variables of the starting JVM are seen too. */
    public enum Inheritance {
        NOTHING,
        EVERYTHING
    }

    /** Exactly these variables: secrets of the starting JVM stay where they are. */
    public static ProcessEnvironment only(Map<String, String> values) {
        return new ProcessEnvironment(Inheritance.NOTHING, values);
    }

    /** The variables of the starting JVM and these. */
    public static ProcessEnvironment adding(Map<String, String> values) {
        return new ProcessEnvironment(Inheritance.EVERYTHING, values);
    }
}
