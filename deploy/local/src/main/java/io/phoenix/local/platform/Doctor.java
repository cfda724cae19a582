package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.error.PhoenixException;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.PortHolder;
import io.phoenix.tools.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Examines this machine: directories, disk, memory, tools, ports and what runs. Changes nothing but a probe file. */
public final class Doctor {
    private static final int COMMAND_LENGTH = 80;
    private static final long DISK_BYTES = 6L << 30;
    private static final long MEMORY_BYTES = 4L << 30;

    private final Installation installation;
    private final Path source;

    public Doctor(Installation installation, Path source) {
        this.installation = installation;
        this.source = source;
    }

    /** One line of the examination. */
    public record Check(Result result, String name, String message) {}

    /** How a check ended. */
    public enum Result {
        OK,
        WARN,
        FAIL
    }

    /** Every check, the most basic first. */
    public List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(Result.OK, "java", "JDK " + Runtime.version() + " in " + System.getProperty("java.home")));
        for (Path directory :
                List.of(installation.config(), installation.data(), installation.state(), installation.cache())) {
            checks.add(writable(directory));
        }
        checks.add(disk());
        checks.add(memory());
        checks.addAll(tools());
        Optional<PlatformFile> platform = new LiveStatus(installation).read();
        boolean running =
                new InstalledProcesses(installation).part("supervisor").isPresent();
        if (running && platform.isPresent()) {
            platform.get().parts().forEach(part -> checks.add(part(part)));
        } else {
            checks.add(new Check(Result.WARN, "platform", "does not run: start it with ./phoenix up"));
            checks.addAll(ports());
        }
        return checks;
    }

    private static Check writable(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".doctor-", null));
            return new Check(Result.OK, "directory", directory + " can be written");
        } catch (IOException e) {
            return new Check(
                    Result.FAIL,
                    "directory",
                    directory + " cannot be written (" + e.getMessage() + "): change its owner, or set PHOENIX_HOME");
        }
    }

    private Check disk() {
        long free = installation.cache().toFile().getUsableSpace();
        String message = (free >> 20) + " MiB free for " + installation.cache();
        return free < DISK_BYTES
                ? new Check(Result.WARN, "disk", message + "; a first build of the tools needs 6 GiB for a while")
                : new Check(Result.OK, "disk", message);
    }

    private static Check memory() {
        long bytes = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        String message = (bytes >> 20) + " MiB of memory";
        return bytes < MEMORY_BYTES
                ? new Check(
                        Result.WARN, "memory", message + "; building the tools needs 2 GiB beside the platform's 1.5")
                : new Check(Result.OK, "memory", message);
    }

    private List<Check> tools() {
        boolean go = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> !directory.isEmpty() && Files.isExecutable(Path.of(directory, "go")));
        List<Check> checks = new ArrayList<>();
        List<String> said = new ArrayList<>();
        Tools tools = Tools.ofThisMachine(source, (tool, message) -> said.add(tool + ": " + message));
        try {
            for (Tools.Listing tool : tools.list()) {
                checks.add(tool.found()
                        .map(found -> new Check(
                                Result.OK,
                                tool.name(),
                                found.version() + " from " + found.source().text() + ": " + found.path()))
                        .orElseGet(() -> missing(tool, go)));
            }
        } catch (PhoenixException e) {
            checks.add(new Check(Result.FAIL, "tools", String.valueOf(e.getMessage())));
        }
        said.forEach(message -> checks.add(new Check(Result.WARN, "tools", message)));
        return checks;
    }

    private static Check missing(Tools.Listing tool, boolean go) {
        return go
                ? new Check(
                        Result.WARN, tool.name(), tool.version() + " is not here yet: up gets it, which takes minutes")
                : new Check(
                        Result.FAIL,
                        tool.name(),
                        tool.version() + " is not here and Go is not installed: install Go, then run ./phoenix up");
    }

    private static Check part(PlatformFile.Part part) {
        return part.state().equals(PartState.RUNNING.text())
                ? new Check(Result.OK, part.name(), "runs, pid " + part.pid() + ", restarts " + part.restarts())
                : new Check(Result.FAIL, part.name(), part.state() + ": ./phoenix logs " + part.name() + " shows why");
    }

    private static List<Check> ports() {
        List<Check> checks = new ArrayList<>();
        for (PortName name : PortName.values()) {
            if (!PortAllocator.isFree(name.usual())) {
                String holder = PortHolder.of(name.usual())
                        .map(found -> "process " + found.pid() + " (" + shortened(found.command()) + ")")
                        .orElse("another process");
                checks.add(new Check(
                        Result.WARN,
                        "port",
                        "%d, usual for %s, is held by %s: the next free one is taken"
                                .formatted(name.usual(), name.optionName(), holder)));
            }
        }
        return checks;
    }

    private static String shortened(String command) {
        return command.length() <= COMMAND_LENGTH ? command : command.substring(0, COMMAND_LENGTH) + "...";
    }
}
