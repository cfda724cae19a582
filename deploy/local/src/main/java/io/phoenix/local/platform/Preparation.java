package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.LocalConfig;
import io.phoenix.collector.StandingCollector;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.local.postgres.PostgresCluster;
import io.phoenix.process.ManagedProcess;
import io.phoenix.store.DatabaseRole;
import io.phoenix.store.PostgresApiKeyStore;
import io.phoenix.store.PostgresPipelineStore;
import io.phoenix.store.PostgresTargetStore;
import io.phoenix.store.TenantSession;
import io.phoenix.store.migration.DatabaseSetup;
import io.phoenix.store.migration.Migrations;
import io.phoenix.workflow.experiment.TaskQueues;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What must stand before API and worker start: the database with its schema, the owner's key and the target {@code demo}.
 * Runs beside the tools, which may take minutes to build; everything may be done again.
 */
final class Preparation {
    /** The target that every machine starts with. */
    static final String TARGET = "demo";

    private static final Duration SERVER_START = Duration.ofSeconds(60);
    private static final Duration STANDING_INTERVAL = Duration.ofSeconds(1);
    private static final PipelineRef BASELINE = new PipelineRef("process-baseline-v1", Map.of());

    private final Installation installation;
    private final LaunchPlan plan;
    private final Progress progress;

    private Preparation(Installation installation, LaunchPlan plan, Progress progress) {
        this.installation = installation;
        this.plan = plan;
        this.progress = progress;
    }

    /** Begins on a thread of its own. */
    static Running start(Installation installation, LaunchPlan plan, Progress progress) {
        FutureTask<Boolean> task =
                new FutureTask<>(new Preparation(installation, plan, progress)::prepare, Boolean.TRUE);
        Thread.ofPlatform().daemon().name("preparation").start(task);
        return new Running(task);
    }

    /** A preparation on its way. */
    record Running(FutureTask<Boolean> task) {
        /** Waits for its end and passes its failure on. */
        void join() {
            try {
                task.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof PhoenixException failure) {
                    throw failure;
                }
                throw new FinalException(ErrorCode.INTERNAL, "the database cannot be prepared: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FinalException(ErrorCode.INTERNAL, "interrupted while the database was prepared", e);
            }
        }
    }

    private void prepare() {
        long started = progress.now();
        PlatformParts parts = new PlatformParts(installation, plan);
        PostgresCluster cluster = parts.cluster();
        cluster.initialize();
        startServer(parts.postgres());
        new DatabaseSetup(cluster.superuser(), PostgresCluster.DATABASE)
                .run(Map.of(
                        DatabaseRole.OWNER, parts.credentials().owner(),
                        DatabaseRole.APP, parts.credentials().app(),
                        DatabaseRole.SYSTEM, parts.credentials().system()));
        new Migrations(cluster.connections(DatabaseRole.OWNER)).up();
        TenantSession session = TenantSession.over(cluster.connections(DatabaseRole.APP));
        ownerKey(session);
        target(session);
        progress.done(
                "database", started, "embedded PostgreSQL " + parts.postgres().version());
    }

    private static void startServer(Part postgres) {
        ManagedProcess process = postgres.adopt().orElseGet(postgres::start);
        long deadline = System.nanoTime() + SERVER_START.toNanos();
        while (!postgres.ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new FinalException(
                        ErrorCode.TOOL_UNAVAILABLE,
                        "PostgreSQL does not start: " + String.join(" | ", process.tail(5)));
            }
            pause();
        }
    }

    /** The database keeps the hash only; the file that the command line reads is the one place of the key. */
    private void ownerKey(TenantSession session) {
        String key = installation.apiKey().orElseGet(Preparation::newKey);
        new PostgresApiKeyStore(session).put(TenantId.DEFAULT, key, "owner", "owner");
        if (installation.apiKey().isEmpty()) {
            installation.writeApiKey(key);
        }
    }

    private static String newKey() {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[6];
        byte[] secret = new byte[32];
        random.nextBytes(id);
        random.nextBytes(secret);
        return "phx_" + HexFormat.of().formatHex(id) + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private void target(TenantSession session) {
        RenderedPipeline baseline = new PipelineRenderer(PipelineCatalog.shipped()).render(BASELINE, STANDING_INTERVAL);
        Target target = new PostgresTargetStore(session)
                .create(
                        new Target(
                                TenantId.DEFAULT,
                                TARGET,
                                TargetKind.LOCAL,
                                TaskQueues.local(plan.installation()),
                                BASELINE,
                                baseline.hash(),
                                1),
                        baseline);
        Optional<RenderedPipeline> active =
                new PostgresPipelineStore(session).find(TenantId.DEFAULT, target.activeHash());
        standing(installation, plan).install(TenantId.DEFAULT, active.orElse(baseline), STANDING_INTERVAL);
    }

    /** The standing collector of the target, as the supervisor and this preparation see it. */
    static StandingCollector standing(Installation installation, LaunchPlan plan) {
        LocalConfig config = new LocalConfig(
                plan.installation(),
                installation.state(),
                Path.of(plan.tools().getOrDefault("collector", "")),
                Path.of(plan.tools().getOrDefault("validator", "")),
                "");
        return new StandingCollector(
                new LocalCollectors(config, Clock.systemUTC()), new StateDirectory(installation.state()), TARGET);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FinalException(ErrorCode.INTERNAL, "interrupted while PostgreSQL was starting", e);
        }
    }
}
