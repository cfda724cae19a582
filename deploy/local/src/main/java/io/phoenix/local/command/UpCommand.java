package io.phoenix.local.command;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.local.platform.Progress;
import io.phoenix.local.platform.Startup;
import io.phoenix.local.platform.StartupCache;
import io.phoenix.local.platform.StartupOptions;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the platform on this machine. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts the platform on this machine, on loopback only. What is missing is fetched or built first.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private UpOptions options = new UpOptions();

    @Override
    public Integer call() {
        Progress progress = new Progress(System.err, Clock.systemUTC());
        StartupOptions startup = options.toStartup();
        PlatformFile platform = new Startup(Installation.current(), startup, progress).up();
        new StartupCache(startup.source(), System.getenv()).ensure(progress);
        banner(progress, platform);
        return 0;
    }

    static void banner(Progress progress, PlatformFile platform) {
        PlatformFile.Urls urls = platform.urls();
        progress.say("API", urls.api() + "/docs");
        progress.say("Temporal UI", urls.temporalUi() + "/namespaces/phoenix/workflows");
        progress.say("Prometheus", urls.prometheus() + "/api/v1/query (its web UI is not part of this build)");
        progress.say("stop", "./phoenix down");
    }
}
