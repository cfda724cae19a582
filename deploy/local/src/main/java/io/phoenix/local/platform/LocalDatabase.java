package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.postgres.PostgresCluster;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.RunDirectory;

/** The database of the platform on this machine, for commands beside it. */
public final class LocalDatabase {
    private LocalDatabase() {}

    /** The running cluster. */
    public static PostgresCluster running(Installation installation) {
        RunDirectory supervisor = new RunDirectory(installation.runDirectory("supervisor"));
        LaunchPlan plan = new AtomicFile(supervisor.file("plan.json"))
                .read()
                .map(text -> Json.read(text, LaunchPlan.class))
                .orElseThrow(LocalDatabase::notRunning);
        PostgresCluster cluster = new PlatformParts(installation, plan).cluster();
        if (!cluster.ready()) {
            throw notRunning();
        }
        return cluster;
    }

    private static FinalException notRunning() {
        return new FinalException(
                ErrorCode.TOOL_UNAVAILABLE, "no database runs here: start the platform with ./phoenix up");
    }
}
