package io.phoenix.local.command;

import io.phoenix.client.Installation;
import io.phoenix.local.platform.Progress;
import io.phoenix.local.platform.Shutdown;
import java.io.Console;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the platform on this machine. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything that Phoenix has started on this machine, and nothing else. The data stay.")
final class DownCommand implements Callable<Integer> {
    @Option(
            names = "--purge",
            description = "also removes databases, samples, logs and keys, after asking; built tools stay in the cache")
    private boolean purge;

    @Option(names = "--yes", description = "answers the question of --purge with yes")
    private boolean yes;

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        Progress progress = new Progress(System.err, Clock.systemUTC());
        if (purge && !yes && !confirmed(installation)) {
            progress.say("purge", "nothing was stopped or removed");
            return 1;
        }
        Shutdown shutdown = new Shutdown(installation, progress);
        int stopped = shutdown.stop();
        progress.say("down", stopped == 0 ? "nothing was running" : "stopped " + stopped + " processes");
        if (purge) {
            shutdown.purge();
        }
        return 0;
    }

    private static boolean confirmed(Installation installation) {
        Console console = System.console();
        if (console == null) {
            System.err.println("--purge asks first and there is no terminal to ask on: add --yes");
            return false;
        }
        String answer = console.readLine(
                "This removes every experiment, report and key in %s and %s. Type yes to go on: ",
                installation.data(), installation.config());
        return "yes".equals(answer);
    }
}
