package io.phoenix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person names, or standard input by the name {@code -}. */
final class InputFile {
    private static final String STANDARD = "-";

    private InputFile() {}

    /** What is made of a stream. */
    interface Reader<T> {
        T read(InputStream stream) throws IOException;
    }

    static boolean standard(String file) {
        return file.equals(STANDARD);
    }

    static String name(String file) {
        return file.equals(STANDARD) ? "standard input" : file;
    }

    static String text(String file) {
        byte[] bytes = stream(file, InputStream::readAllBytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CliException(ExitCode.USAGE, name(file) + " is not UTF-8 text");
        }
    }

    static <T> T stream(String file, Reader<T> reader) {
        try {
            if (file.equals(STANDARD)) {
                return reader.read(System.in);
            }
            try (InputStream stream = Files.newInputStream(Path.of(file))) {
                return reader.read(stream);
            }
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "there is no file " + file);
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "cannot read " + name(file) + ": " + e.getMessage());
        }
    }
}
