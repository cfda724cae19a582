package io.phoenix.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deploy folder with one small tool under the name of Prometheus, a cache, and a PATH of its own. */
final class Sandbox implements ToolProgress {
    /** For servers that answer, on a machine that may be busy. */
    static final Download.Limits PATIENT = new Download.Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(20));

    /** For servers that do not. */
    static final Download.Limits SHORT = new Download.Limits(
            Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofSeconds(20));

    final Map<String, String> environment = new HashMap<>();
    final List<String> said = new CopyOnWriteArrayList<>();
    private final Path root;

    Sandbox(Path root) {
        this.root = root;
        environment.put("PATH", bin() + ":/usr/bin:/bin");
        environment.put("HOME", root.toString());
        write(module().resolve("go.mod"), "module phoenix.dev/tiny\n\ngo 1.21\n");
        write(module().resolve("main.go"), """
                package main

                func main() { println("tiny version 3.1.4") }
                """);
        write(module().resolve("tool.properties"), """
                name=tiny
                version=3.1.4
                variable=PHOENIX_TINY
                program=tiny
                build.package=.
                build.tags=
                build.ldflags=-s -w
                build.expect=a second
                version.argument=--version
                version.pattern=version (\\\\d+\\\\.\\\\d+\\\\.\\\\d+)
                path.minimum=3.0
                """);
    }

    @Override
    public void say(String tool, String message) {
        said.add(tool + ": " + message);
    }

    Sandbox with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Sandbox describe(String line) {
        Path file = module().resolve("tool.properties");
        write(file, read(file) + line + "\n");
        return this;
    }

    /** Without the system's folders, so that only what a test puts there is found. */
    Sandbox withBarePath() {
        return with("PATH", bin().toString());
    }

    Tools tools() {
        return new Tools(deploy(), cache(), environment, this, PATIENT);
    }

    ToolDescriptor tool() {
        return ToolDescriptor.read(deploy(), ToolName.PROMETHEUS);
    }

    Path deploy() {
        return root.resolve("deploy");
    }

    Path cache() {
        return root.resolve("cache");
    }

    Path work() {
        try {
            return Files.createDirectories(root.resolve("work"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path module() {
        return deploy().resolve(ToolName.PROMETHEUS.module());
    }

    Path bin() {
        return root.resolve("bin");
    }

    /** A program on PATH. */
    Path script(String name, String body) {
        Path file = bin().resolve(name);
        write(file, "#!/bin/sh\n" + body + "\n");
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
