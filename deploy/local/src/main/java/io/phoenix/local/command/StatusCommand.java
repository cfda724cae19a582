package io.phoenix.local.command;

import io.phoenix.cli.OutputOptions;
import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.local.platform.LiveStatus;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the parts of the platform on this machine. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the parts of the platform on this machine. Exit code 0 when all run, 1 otherwise.")
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-16s %-9s %8s %6s %10s %9s  %-18s %s%n";

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Optional<PlatformFile> platform = new LiveStatus(Installation.current()).read();
        if (platform.isEmpty()) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getErr()
                    .println("phoenix: it was never started here: start it with ./phoenix up");
            return 1;
        }
        output.print(out, platform.get(), people -> table(people, platform.get()));
        return platform.get().state().equals("running") ? 0 : 1;
    }

    private static void table(PrintWriter out, PlatformFile platform) {
        out.printf(Locale.ROOT, ROW, "PART", "STATE", "PID", "PORT", "MEMORY", "RESTARTS", "VERSION", "URL");
        long total = 0;
        for (PlatformFile.Part part : platform.parts()) {
            total += part.residentBytes() == null ? 0 : part.residentBytes();
            out.printf(
                    Locale.ROOT,
                    ROW,
                    part.name(),
                    part.state(),
                    text(part.pid()),
                    text(part.port()),
                    part.residentBytes() == null ? "-" : mebibytes(part.residentBytes()),
                    part.restarts(),
                    text(part.version()),
                    part.url() == null ? "" : part.url());
        }
        out.printf(Locale.ROOT, "%s, %s resident in all%n", platform.state(), mebibytes(total));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String mebibytes(long bytes) {
        return Math.round(bytes / 1048576.0) + " MiB";
    }
}
