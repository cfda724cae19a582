package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** SHA-256, hexadecimal. */
final class Checksum {
    private static final Set<String> BUILT_FROM = Set.of("go.mod", "go.sum", "tool.properties");

    private Checksum() {}

    static String ofFile(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Over the files of the module that decide what is built, and over the platform. */
    static String ofModule(Path directory) {
        StringBuilder content = new StringBuilder(Platform.text()).append('\n');
        for (Path file : files(directory)) {
            content.append(ofFile(file))
                    .append("  ")
                    .append(directory.relativize(file))
                    .append('\n');
        }
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(Checksum::decidesWhatIsBuilt)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static boolean decidesWhatIsBuilt(Path file) {
        String name = file.getFileName().toString();
        return BUILT_FROM.contains(name) || name.endsWith(".go");
    }

    private static FinalException unreadable(Path file, IOException cause) {
        return new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + cause.getMessage(), cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
