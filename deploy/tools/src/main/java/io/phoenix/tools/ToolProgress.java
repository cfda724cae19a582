package io.phoenix.tools;

/** Hears what happens to a tool, in sentences for people. Called from several threads. */
@FunctionalInterface
public interface ToolProgress {
    void say(String tool, String message);
}
