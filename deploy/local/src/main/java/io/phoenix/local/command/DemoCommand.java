package io.phoenix.local.command;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.client.PlatformFile;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.platform.Progress;
import io.phoenix.local.platform.Startup;
import io.phoenix.local.platform.StartupCache;
import io.phoenix.local.platform.StartupOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From nothing to the report of one real experiment. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts the platform, runs one real experiment on a simulated fleet, prints its report and leaves the"
                        + " platform up. Exit code 0 only when the candidate won and was promoted.")
final class DemoCommand implements Callable<Integer> {
    private static final String SPEC = "deploy/examples/demo.yaml";

    @Mixin
    private UpOptions options = new UpOptions();

    @Option(
            names = "-o",
            paramLabel = "FORMAT",
            description = "text, or json: one object with the report and the times of every part (default: text)")
    private String format = "text";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (!Set.of("text", "json").contains(format)) {
            throw new FinalException(ErrorCode.INVALID_REQUEST, "-o is " + format + ", allowed are text and json");
        }
        Progress progress = new Progress(System.err, Clock.systemUTC());
        buildTime().ifPresent(seconds -> progress.record("build", seconds, "maven"));
        long started = progress.now();
        StartupOptions startup = options.toStartup();
        PlatformFile platform = new Startup(Installation.current(), startup, progress).up();
        new StartupCache(startup.source(), System.getenv()).ensure(progress);
        progress.record("platform", (progress.now() - started) / 1000.0, "everything above but the build");
        UpCommand.banner(progress, platform);
        progress.say("experiment", SPEC + ": simulated processes on real collectors, about three minutes");
        long begun = progress.now();
        Optional<ExperimentResponse> ended =
                experiment(startup.source().resolve(SPEC).toString());
        if (ended.isEmpty()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        progress.record(
                "experiment", (progress.now() - begun) / 1000.0, ended.get().title());
        report(ended.get(), platform, progress);
        boolean won = "PROMOTE".equals(ended.get().verdict())
                && "PROMOTED".equals(ended.get().outcome());
        return won ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Optional<ExperimentResponse> experiment(String file) {
        StringWriter answer = new StringWriter();
        int code = execute(answer, "experiment", "run", "-f", file, "--force", "--watch", "-o", "json");
        return answer.toString().isBlank() || code == CommandLine.ExitCode.USAGE
                ? Optional.empty()
                : Optional.of(Json.read(answer.toString(), ExperimentResponse.class));
    }

    private void report(ExperimentResponse experiment, PlatformFile platform, Progress progress) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        StringWriter report = new StringWriter();
        if (format.equals("json")) {
            execute(report, "report", "show", experiment.id(), "-o", "json");
            out.println(Json.writePretty(withPlatform(report.toString(), platform, progress)));
        } else {
            execute(report, "report", "show", experiment.id());
            out.println();
            out.println(report.toString().stripTrailing());
            out.println();
            times(out, progress.timings());
            next(out, experiment);
        }
        out.flush();
    }

    private static Map<String, Object> withPlatform(String report, PlatformFile platform, Progress progress) {
        @SuppressWarnings("unchecked")
        Map<String, Object> body = new LinkedHashMap<>((Map<String, Object>) Json.read(report, Map.class));
        body.put("platform", Map.of("urls", platform.urls(), "timings", progress.timings()));
        return body;
    }

    private static void times(PrintWriter out, List<Progress.Timing> timings) {
        out.println("Times:");
        timings.forEach(timing ->
                out.printf(Locale.ROOT, "  %-18s %7.1f s  %s%n", timing.part(), timing.seconds(), timing.source()));
    }

    private static void next(PrintWriter out, ExperimentResponse experiment) {
        out.println();
        out.println("Next:");
        out.println("  ./phoenix report show " + experiment.name() + " -o markdown");
        out.println("  ./phoenix experiment config " + experiment.name() + " --variant candidate");
        out.println("  ./phoenix open " + experiment.name() + " --temporal");
        out.println("  ./phoenix experiment run -f deploy/examples/host.yaml --watch    this machine's real processes");
        out.println("  ./phoenix target history demo");
        out.println("  ./phoenix down");
    }

    /** Another command of this program, with its data caught and its messages passed on. */
    private int execute(StringWriter data, String... arguments) {
        CommandLine commands = LocalCommands.create();
        commands.setOut(new PrintWriter(data, true));
        commands.setErr(Objects.requireNonNull(spec).commandLine().getErr());
        return commands.execute(arguments);
    }

    private static Optional<Double> buildTime() {
        return Optional.ofNullable(System.getenv("PHOENIX_BUILD_SECONDS")).map(Double::valueOf);
    }
}
