package io.phoenix.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What to run.
 *
 * @param name for messages, for example {@code baseline}
 * @param installation id of the installation that owns the process, put into its environment
 * @param command program and arguments; the program by absolute path, or found on PATH
 * @param environment what the process sees
 * @param directory working directory
 * @param log where stdout and stderr are appended to
 */
public record ProcessSpec(
        String name,
        String installation,
        List<String> command,
        ProcessEnvironment environment,
        Path directory,
        Path log) {
    public ProcessSpec {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("command of process " + name + " is empty");
        }
    }

    /** Equal for specifications that run the same program in the same way; the log file does not count. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        append(text, name);
        append(text, installation);
        append(text, directory.toAbsolutePath().toString());
        append(text, environment.inheritance().name());
        command.forEach(argument -> append(text, argument));
        new TreeMap<>(environment.values()).forEach((key, value) -> append(text, key + "=" + value));
        return sha256(text.toString());
    }

    /** The variables that {@link ChildProcesses} adds. */
    Map<String, String> marks(String token) {
        return Map.of(ChildProcesses.INSTALLATION_VARIABLE, installation, ChildProcesses.TOKEN_VARIABLE, token);
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part).append('\n');
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
