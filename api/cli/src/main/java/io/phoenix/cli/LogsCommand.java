package io.phoenix.cli;

import io.phoenix.client.Installation;
import io.phoenix.client.PhoenixClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the processes of a run on this machine have written. */
@Command(name = "logs", description = "Print the logs of a run's collectors and load; only on the machine they run on.")
final class LogsCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(names = "--part", paramLabel = "NAME", description = "Only source, load or one variant.")
    private @Nullable String part;

    @Option(
            names = "--tail",
            paramLabel = "N",
            defaultValue = "100",
            description = "Last lines of each (default: 100).")
    private int tail = 100;

    LogsCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        if (tail < 0) {
            throw new CliException(ExitCode.USAGE, "--tail is " + tail + ", the least is 0");
        }
        String id = new Runs(client).id(run);
        List<Path> logs = logs(context().installation(), id.substring(id.length() - 12));
        if (logs.isEmpty()) {
            throw new CliException(ExitCode.ERROR, "there are no logs of this run on this machine");
        }
        logs.forEach(this::print);
        out().flush();
        return ExitCode.DONE;
    }

    private List<Path> logs(Installation installation, String name) {
        return Stream.of(installation.experimentLogDirectory(name), installation.experimentDirectory(name))
                .filter(Files::isDirectory)
                .flatMap(LogsCommand::files)
                .filter(file -> part == null || names(file, part))
                .sorted()
                .toList();
    }

    // A log is <part>/log beside its process and <part>.log once the process is gone.
    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory, 3)) {
            return files.filter(Files::isRegularFile).filter(LogsCommand::isLog).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + directory, e);
        }
    }

    private static boolean isLog(Path file) {
        String name = file.getFileName().toString();
        return name.equals("log") || name.contains(".log");
    }

    private static boolean names(Path file, String part) {
        return file.getFileName().toString().startsWith(part + ".")
                || file.getName(file.getNameCount() - 2).toString().equals(part);
    }

    private void print(Path log) {
        messages().println("==> " + log + " <==");
        messages().flush();
        try {
            List<String> lines =
                    Arrays.asList(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\\R"));
            lines.subList(Math.max(0, lines.size() - tail), lines.size()).forEach(out()::println);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
        out().flush();
    }
}
