package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.FileMutex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * Checked binaries, one directory per pinned module and platform. Beside each stands its checksum with the size and time at
 * which it was computed, so that an untouched file need not be read again.
 *
 * @param root of all tools
 */
record ToolCache(Path root) {

    /** Below {@code PHOENIX_HOME} when that is set, otherwise in the XDG cache directory. */
    static Path directory(Map<String, String> environment, Path home) {
        String given = environment.getOrDefault("PHOENIX_HOME", "");
        Path cache = given.isBlank()
                ? cacheHome(environment, home).resolve("phoenix")
                : Path.of(given).resolve("cache");
        return cache.resolve("tools").toAbsolutePath().normalize();
    }

    // The XDG specification says to ignore a relative path.
    private static Path cacheHome(Map<String, String> environment, Path home) {
        Path given = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        return given.isAbsolute()
                ? given
                : Path.of(environment.getOrDefault("HOME", home.toString())).resolve(".cache");
    }

    /** The cached binary; a damaged one is named and counts as absent until a store replaces it. */
    Optional<Path> find(ToolDescriptor tool, ToolProgress progress) {
        Path binary = binary(tool);
        Optional<String> recorded = stamp(binary).read().map(String::strip);
        if (!Files.isRegularFile(binary) || recorded.isEmpty()) {
            return Optional.empty();
        }
        String sum = recorded.get().split(" ")[0];
        if (stampOf(binary, sum).equals(recorded.get())
                || Checksum.ofFile(binary).equals(sum)) {
            return Optional.of(binary);
        }
        progress.say(tool.name(), "the cached " + binary + " is damaged (its checksum differs) and is replaced");
        return Optional.empty();
    }

    /** Takes the file over, executable. */
    Path store(ToolDescriptor tool, Path fresh) {
        Path binary = binary(tool);
        try {
            Files.createDirectories(binary.getParent());
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            String sum = Checksum.ofFile(fresh);
            Files.move(fresh, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            stamp(binary).write(stampOf(binary, sum));
            return binary;
        } catch (IOException e) {
            throw new FinalException(ErrorCode.TOOL_UNAVAILABLE, "cannot write " + binary + ": " + e.getMessage(), e);
        }
    }

    /** Excludes two runs from getting one tool twice. */
    FileMutex mutex(ToolDescriptor tool) {
        return new FileMutex(root.resolve(tool.name() + ".lock"));
    }

    /** Held while anything is fetched or built: a build takes up to 2 GB of memory, and two at once may take too much. */
    FileMutex oneAtATime() {
        return new FileMutex(root.resolve("work.lock"));
    }

    /** Where this build of the tool is, if it is there. */
    Path directory(ToolDescriptor tool) {
        String build = Checksum.ofModule(tool.directory()).substring(0, 12);
        return root.resolve(tool.name() + "-" + tool.version() + "-" + build);
    }

    private Path binary(ToolDescriptor tool) {
        return directory(tool).resolve(tool.program());
    }

    private static AtomicFile stamp(Path binary) {
        return new AtomicFile(binary.resolveSibling(binary.getFileName() + ".sha256"));
    }

    private static String stampOf(Path binary, String sum) {
        try {
            return sum + " " + Files.size(binary) + " "
                    + Files.getLastModifiedTime(binary).toMillis();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + binary + ": " + e.getMessage(), e);
        }
    }
}
