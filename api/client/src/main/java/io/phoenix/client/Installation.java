package io.phoenix.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where Phoenix keeps its files on this machine.
 *
 * @param config the owner's key and the installation's identity
 * @param data what must survive: databases and samples
 * @param state run directories, experiments, targets, discovery files and logs
 * @param cache what can be fetched or built again
 */
public record Installation(Path config, Path data, Path state, Path cache) {
    private static final String NAME = "phoenix";

    /** The installation that the environment of this process names. */
    public static Installation current() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * Below {@code PHOENIX_HOME} when that is set, otherwise in the XDG base directories.
     *
     * @param home of the user when {@code HOME} is not set
     */
    public static Installation of(Map<String, String> environment, Path home) {
        String given = environment.get("PHOENIX_HOME");
        if (given != null && !given.isBlank()) {
            Path root = Path.of(given).toAbsolutePath().normalize();
            return new Installation(
                    root.resolve("config"), root.resolve("data"), root.resolve("state"), root.resolve("cache"));
        }
        // As the XDG specification means it; the JVM itself asks the password file.
        Path user = Path.of(environment.getOrDefault("HOME", home.toString()));
        return new Installation(
                base(environment.get("XDG_CONFIG_HOME"), user.resolve(".config")),
                base(environment.get("XDG_DATA_HOME"), user.resolve(".local/share")),
                base(environment.get("XDG_STATE_HOME"), user.resolve(".local/state")),
                base(environment.get("XDG_CACHE_HOME"), user.resolve(".cache")));
    }

    // The XDG specification says to ignore a relative path.
    private static Path base(@Nullable String given, Path otherwise) {
        Path base = given == null || !Path.of(given).isAbsolute() ? otherwise : Path.of(given);
        return base.resolve(NAME).toAbsolutePath().normalize();
    }

    public Path apiKeyFile() {
        return config.resolve("api-key");
    }

    public Path installationFile() {
        return config.resolve("installation.json");
    }

    public Path platformFile() {
        return state.resolve("run/platform.json");
    }

    /** Run directory of a part of the platform, for example {@code postgres}. */
    public Path runDirectory(String part) {
        return state.resolve("run").resolve(part);
    }

    public Path logDirectory() {
        return state.resolve("log");
    }

    public Path logFile(String part) {
        return logDirectory().resolve(part + ".log");
    }

    /** Processes of an experiment, by the last twelve digits of its id. */
    public Path experimentDirectory(String tail) {
        return state.resolve("experiments").resolve(tail);
    }

    /** Logs of an experiment's processes, kept after it has ended. */
    public Path experimentLogDirectory(String tail) {
        return logDirectory().resolve("experiments").resolve(tail);
    }

    public Path targetDirectory(String name) {
        return state.resolve("targets").resolve(name);
    }

    /** Where Prometheus looks for collectors. */
    public Path discoveryDirectory() {
        return state.resolve("discovery");
    }

    /** The owner's key, empty before the first start of the platform. */
    public Optional<String> apiKey() {
        return read(apiKeyFile()).map(String::strip).filter(key -> !key.isEmpty());
    }

    /** Stores the key where only the owner of the file can read it. */
    public void writeApiKey(String key) {
        write(apiKeyFile(), key + "\n");
    }

    /** The identity of this installation, empty before the first start of the platform. */
    public Optional<String> id() {
        return read(installationFile())
                .map(text -> Json.read(text, Identity.class).id());
    }

    /** The identity of this installation, made at the first call. */
    public String createId() {
        return id().orElseGet(() -> {
            String id = UUID.randomUUID().toString();
            write(installationFile(), Json.writePretty(new Identity(id)) + "\n");
            return id;
        });
    }

    /** What runs here, empty when the platform was never started or has been stopped. */
    public Optional<PlatformFile> platform() {
        return read(platformFile()).map(text -> Json.read(text, PlatformFile.class));
    }

    /** Replaces what is known of the running platform at once, so that readers see the old or the new file. */
    public void writePlatform(PlatformFile platform) {
        write(platformFile(), Json.writePretty(platform) + "\n");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path directory = Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(
                    directory,
                    ".new-",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private record Identity(String id) {}
}
