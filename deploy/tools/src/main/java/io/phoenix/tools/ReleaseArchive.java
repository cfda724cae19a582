package io.phoenix.tools;

import io.phoenix.tools.ToolDescriptor.Release;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The project's own release archive, checked against the checksum file of that release. A refused, blocked, slow or
 * surprising download is a sentence and then the next source's turn, never a failure and never a wait of minutes.
 */
final class ReleaseArchive {
    /** Replaces scheme, host and port of every release address, for a mirror. */
    static final String MIRROR_VARIABLE = "PHOENIX_RELEASES";

    private static final long MAXIMUM_CHECKSUMS = 1 << 20;
    private static final long MAXIMUM_ARCHIVE = 1 << 29;

    private final Map<String, String> environment;
    private final Download.Limits limits;

    ReleaseArchive(Map<String, String> environment, Download.Limits limits) {
        this.environment = environment;
        this.limits = limits;
    }

    /** The binary in the work directory, or empty with one sentence why. */
    Optional<Path> fetch(ToolDescriptor tool, Path work, ToolProgress progress) {
        Release release = tool.release();
        if (release == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(fetch(tool, release, work, progress));
        } catch (AttemptFailed | IOException e) {
            progress.say(tool.name(), "no release archive (" + e.getMessage() + "): it is built instead");
            return Optional.empty();
        }
    }

    private Path fetch(ToolDescriptor tool, Release release, Path work, ToolProgress progress)
            throws AttemptFailed, IOException {
        URI archive = mirrored(release.archive());
        Download download = new Download(Network.client(environment, limits.connect()), limits);
        progress.say(tool.name(), "asking " + archive.getHost() + " for release " + tool.version());
        String expected = checksum(download, mirrored(release.checksums()), archive);
        Path file = work.resolve("archive.tar.gz");
        download.toFile(
                archive,
                file,
                MAXIMUM_ARCHIVE,
                elapsed -> progress.say(tool.name(), "still downloading, " + elapsed.toSeconds() + " s"));
        String actual = Checksum.ofFile(file);
        if (!actual.equals(expected)) {
            throw new AttemptFailed(archive + " has the checksum " + actual + ", its release says " + expected);
        }
        return extract(file, release.member(), work.resolve(tool.program()));
    }

    private static String checksum(Download download, URI address, URI archive) throws AttemptFailed {
        String name = archive.getPath().substring(archive.getPath().lastIndexOf('/') + 1);
        return download.text(address, BodyHandlers.limiting(BodyHandlers.ofString(), MAXIMUM_CHECKSUMS))
                .lines()
                .map(line -> line.strip().split("\\s+\\*?"))
                .filter(parts -> parts.length == 2 && parts[1].equals(name) && parts[0].matches("[0-9a-f]{64}"))
                .map(parts -> parts[0])
                .findFirst()
                .orElseThrow(() -> new AttemptFailed(address + " does not name " + name));
    }

    private static Path extract(Path archive, String member, Path binary) throws IOException, AttemptFailed {
        try (InputStream packed = Files.newInputStream(archive);
                TarArchiveInputStream entries = new TarArchiveInputStream(new GzipCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.isFile()
                        && (entry.getName().equals(member) || entry.getName().endsWith("/" + member))) {
                    Files.copy(entries, binary);
                    return binary;
                }
            }
        }
        throw new AttemptFailed("the archive has no " + member + " in it");
    }

    private URI mirrored(String address) throws AttemptFailed {
        URI original = URI.create(address);
        String mirror = environment.get(MIRROR_VARIABLE);
        if (mirror == null || mirror.isBlank()) {
            return original;
        }
        return Network.address(MIRROR_VARIABLE, mirror).resolve(original.getRawPath());
    }
}
