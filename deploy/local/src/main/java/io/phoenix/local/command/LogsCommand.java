package io.phoenix.local.command;

import io.phoenix.client.Installation;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the output of a part of the platform. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Shows the last output of a part of the platform; without a name, of which parts there is any.")
final class LogsCommand implements Callable<Integer> {
    private static final long FOLLOW_MILLIS = 300;
    private static final String COLLECTOR = "collector/";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PART",
            description = "as status names it, for example worker")
    private @Nullable String part;

    @Option(names = "-n", description = "how many lines (default: 50)", paramLabel = "LINES")
    private int lines = 50;

    @Option(names = "-f", description = "goes on with what is written from now on")
    private boolean follow;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (lines < 0) {
            throw new FinalException(ErrorCode.INVALID_REQUEST, "-n is " + lines + ", the least is 0");
        }
        Installation installation = Installation.current();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (part == null) {
            names(installation).forEach(out::println);
            return 0;
        }
        Path file = file(installation, part);
        if (!Files.exists(file)) {
            List<String> names = names(installation);
            throw new FinalException(
                    ErrorCode.INVALID_REQUEST,
                    "no log of '" + part + "': there are "
                            + (names.isEmpty() ? "none before the first ./phoenix up" : String.join(", ", names)));
        }
        long end = size(file);
        LogFile.tail(file, lines).forEach(out::println);
        out.flush();
        while (follow) {
            Thread.sleep(FOLLOW_MILLIS);
            end = copyFrom(file, end, out);
        }
        return 0;
    }

    /** The names of {@code status}. The collector of a target writes into the directory of its target. */
    static Path file(Installation installation, String part) {
        return part.startsWith(COLLECTOR)
                ? installation
                        .targetDirectory(part.substring(COLLECTOR.length()))
                        .resolve("collector/log")
                : installation.logFile(part);
    }

    static List<String> names(Installation installation) {
        Stream<String> parts = entries(installation.logDirectory()).stream()
                .filter(name -> name.endsWith(".log"))
                .map(name -> name.substring(0, name.length() - ".log".length()));
        Stream<String> collectors = entries(installation.targetDirectory("")).stream()
                .map(target -> COLLECTOR + target)
                .filter(part -> Files.exists(file(installation, part)));
        return Stream.concat(parts, collectors).sorted().toList();
    }

    private static List<String> entries(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long copyFrom(Path file, long from, PrintWriter out) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long start = log.length() < from ? 0 : from;
            byte[] fresh = new byte[Math.toIntExact(log.length() - start)];
            log.seek(start);
            log.readFully(fresh);
            out.print(new String(fresh, StandardCharsets.UTF_8));
            out.flush();
            return start + fresh.length;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FinalException unreadable(Path file, IOException cause) {
        return new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + cause.getMessage(), cause);
    }
}
