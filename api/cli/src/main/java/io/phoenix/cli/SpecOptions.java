package io.phoenix.cli;

import io.phoenix.client.SpecDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the specification of an experiment is. */
final class SpecOptions {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "Specification in YAML or JSON; - reads standard input.")
    private Path file = Path.of("-");

    boolean standard() {
        return InputFile.standard(file.toString());
    }

    SpecDocument document() {
        String text = text();
        if (text.isBlank()) {
            throw new CliException(ExitCode.USAGE, file + " is empty, a specification is expected");
        }
        return new SpecDocument(
                text, file.toString().endsWith(".json") ? SpecDocument.Syntax.JSON : SpecDocument.Syntax.YAML);
    }

    private String text() {
        try {
            byte[] text = standard() ? System.in.readAllBytes() : Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new CliException(ExitCode.USAGE, "there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new CliException(ExitCode.USAGE, file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new CliException(ExitCode.USAGE, "cannot read " + file + ": " + e.getMessage());
        }
    }
}
