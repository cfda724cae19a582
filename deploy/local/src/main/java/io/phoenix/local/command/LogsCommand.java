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

    @Parameters(index = "0", arity = "0..1", paramLabel = "PART", description = "for example worker")
    private @Nullable String part;

    @Option(names = "-n", description = "how many lines (default: 50)", paramLabel = "LINES")
    private int lines = 50;

    @Option(names = "-f", description = "goes on with what is written from now on")
    private boolean follow;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.current();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (part == null) {
            names(installation).forEach(out::println);
            return 0;
        }
        Path file = installation.logFile(part);
        if (!Files.exists(file)) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("no log of '" + part + "': there are " + String.join(", ", names(installation)));
            return 2;
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

    private static List<String> names(Installation installation) {
        Path directory = installation.logDirectory();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
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
