package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Copies of the built applications, one directory per build, so that the next build of the source tree changes nothing
 * below the JVMs that run.
 */
final class ApplicationStore {
    static final String API = "api/server";
    static final String WORKER = "worker";
    static final String LOCAL = "deploy/local";
    static final String SIMULATOR = "simulator";

    private static final List<String> MODULES = List.of(API, WORKER, LOCAL, SIMULATOR);
    private static final String UNFINISHED = ".new-";
    // Maven writes the jars of its modules in place, which a hard link would see; it never does so with a library.
    private static final String OUR_JARS = "phoenix-";

    private final Path source;
    private final Path root;

    /**
     * @param source root of the source tree
     * @param root where the copies are
     */
    ApplicationStore(Path source, Path root) {
        this.source = source;
        this.root = root;
    }

    /** Where the jar of the application itself is in a copy. */
    static String ownJar(String module) {
        return module + "/application.jar";
    }

    /** Where its libraries are in a copy. */
    static String libraries(String module) {
        return module + "/lib";
    }

    /** The copy of the present build, made unless it is there. */
    Path install() {
        try {
            List<Jar> jars = jars();
            String build = digest(jars);
            Path copy = root.resolve(build);
            if (!Files.isDirectory(copy)) {
                Files.createDirectories(root);
                Path fresh = Files.createTempDirectory(root, UNFINISHED);
                for (Jar jar : jars) {
                    take(jar, fresh);
                }
                if (!digest(jars()).equals(build)) {
                    throw new FinalException(
                            ErrorCode.CONFLICT, source + " is being built: try again when the build has ended");
                }
                Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
            }
            return copy;
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "the applications cannot be copied to " + root + ": " + e.getMessage(), e);
        }
    }

    /** Where the copy of the present build is, or would be. */
    Path present() {
        try {
            return root.resolve(digest(jars()));
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "the build in " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Removes the copies that are not used, and what a killed start has left. */
    void prune(Predicate<Path> used) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> copies = Files.list(root)) {
            for (Path copy : copies.filter(used.negate()).toList()) {
                remove(copy);
            }
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "old applications in " + root + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** @param place in the copy */
    private record Jar(Path file, String place) {
        String line() throws IOException {
            return "%s %d %s%n".formatted(place, Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private List<Jar> jars() throws IOException {
        List<Jar> jars = new ArrayList<>();
        for (String module : MODULES) {
            Path target = source.resolve(module).resolve("target");
            List<Path> own = jarsIn(target, module);
            if (own.size() != 1) {
                throw new FinalException(
                        ErrorCode.INTERNAL,
                        target + " holds " + own.size() + " application jars instead of one: run ./mvnw clean package");
            }
            jars.add(new Jar(own.getFirst(), ownJar(module)));
            jarsIn(target.resolve("lib"), module)
                    .forEach(file -> jars.add(new Jar(file, libraries(module) + "/" + file.getFileName())));
        }
        return jars;
    }

    private static List<Path> jarsIn(Path directory, String module) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new FinalException(
                    ErrorCode.INTERNAL,
                    "the build of " + module + " in " + directory + " is missing: run ./mvnw package");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String digest(List<Jar> jars) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Jar jar : jars) {
            text.append(jar.line());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private static void take(Jar jar, Path copy) throws IOException {
        Path file = copy.resolve(jar.place());
        Files.createDirectories(file.getParent());
        if (jar.file().getFileName().toString().startsWith(OUR_JARS) || !linked(jar.file(), file)) {
            Files.copy(jar.file(), file, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Another file system, or one without links, is no failure: then the file is copied. */
    private static boolean linked(Path from, Path to) {
        try {
            Files.createLink(to, from);
            return true;
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
    }

    private static void remove(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
