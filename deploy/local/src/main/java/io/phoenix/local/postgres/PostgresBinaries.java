package io.phoenix.local.postgres;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.tools.UnusedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per version from the archive on the class path. */
public final class PostgresBinaries {
    /** The version that the class path carries, as the build pins it. */
    public static final String VERSION = "18.6";

    private static final String PREFIX = "postgres-";

    private PostgresBinaries() {}

    /** The installation directory with {@code bin}, {@code lib} and {@code share}; unpacks it when it is not there. */
    public static Path unpack(Path cache) {
        String archive = archive();
        Path home = home(cache);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new FinalException(
                        ErrorCode.TOOL_UNAVAILABLE,
                        "this build carries no PostgreSQL for this platform (" + archive
                                + " is not on the class path)");
            }
            Files.createDirectories(cache);
            Path fresh = Files.createTempDirectory(cache, PREFIX);
            extract(new XZInputStream(packed), fresh);
            publish(fresh, home);
            return home;
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE, "cannot unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
        }
    }

    /**
     * Removes other versions and half unpacked ones from the cache, unless they run.
     *
     * @return what was removed
     */
    public static List<Path> prune(Path cache) {
        return UnusedPrograms.remove(
                cache,
                directory -> !directory.getFileName().toString().startsWith(PREFIX) || directory.equals(home(cache)));
    }

    private static Path home(Path cache) {
        return cache.resolve(PREFIX + VERSION + "-" + archive().replace(".txz", ""));
    }

    private static String archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + os + "-" + arch + ".txz";
    }

    private static void extract(InputStream tar, Path into) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("the archive names a file outside itself: " + entry.getName());
                }
                write(entries, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream entries, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(entries, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Somebody else may have unpacked the same version meanwhile; then theirs is as good. */
    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
            try (Stream<Path> files = Files.walk(fresh)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
