package io.phoenix.worker;

import io.micronaut.context.ApplicationContext;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import io.phoenix.store.DatabasePools;
import io.phoenix.store.migration.Migrations;
import io.phoenix.workflow.experiment.ExperimentWorkflowImpl;
import io.phoenix.workflow.experiment.TaskQueues;
import io.phoenix.workflow.target.TargetRollbackWorkflowImpl;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the worker and stops it in order: no new work, what runs has thirty seconds, then it goes on elsewhere. */
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final long LOOK_MILLIS = 300;
    private static final long DRAIN_SECONDS = 30;

    private Application() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            start();
        } catch (RuntimeException e) {
            // Threads of pools and servers would keep a worker alive that does not work.
            LOG.error("the worker cannot start", e);
            System.exit(1);
        }
    }

    private static void start() throws InterruptedException {
        ApplicationContext context = ApplicationContext.run();
        InstallationConfig installation = context.getBean(InstallationConfig.class);
        WorkerMetrics metrics = new WorkerMetrics();
        Engine engine = new Engine(context.getBean(TemporalConfig.class), metrics.engine());
        AtomicBoolean started = new AtomicBoolean();
        Management management = new Management(
                context.getBean(ManagementConfig.class), () -> started.get() && engine.reachable(), metrics::scrape);
        await("PostgreSQL with its schema", () -> schemaFits(context));
        await("Temporal at " + engine, engine::reachable);
        requireSearchAttributes(engine);
        Adapters adapters =
                new Adapters(context, installation.local(), context.getBean(PrometheusConfig.class), Clock.systemUTC());
        WorkerFactory factory = workers(engine, adapters, installation);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            started.set(false);
            stop(factory);
            management.close();
            engine.close();
            metrics.close();
            context.close();
        }));
        factory.start();
        started.set(true);
        LOG.info("working on {} and {}", TaskQueues.EXPERIMENTS, TaskQueues.local(installation.installationId()));
    }

    private static WorkerFactory workers(Engine engine, Adapters adapters, InstallationConfig installation) {
        WorkerFactory factory = WorkerFactory.newInstance(
                engine.client(),
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .setWorkerInterceptors(new ErrorTranslationInterceptor())
                        .build());
        Worker general = factory.newWorker(TaskQueues.EXPERIMENTS, options());
        general.registerWorkflowImplementationTypes(ExperimentWorkflowImpl.class, TargetRollbackWorkflowImpl.class);
        general.registerActivitiesImplementations(adapters.general().toArray());
        Worker local = factory.newWorker(TaskQueues.local(installation.installationId()), options());
        local.registerActivitiesImplementations(adapters.onThisMachine().toArray());
        return factory;
    }

    private static WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                .setMaxConcurrentActivityExecutionSize(100)
                .setMaxConcurrentWorkflowTaskExecutionSize(100)
                .setMaxConcurrentWorkflowTaskPollers(2)
                .setMaxConcurrentActivityTaskPollers(2)
                .setDisableEagerExecution(true)
                .build();
    }

    private static boolean schemaFits(ApplicationContext context) {
        try {
            new Migrations(context.getBean(DatabasePools.class).app()).check();
            return true;
        } catch (TransientException e) {
            return false;
        }
    }

    private static void requireSearchAttributes(Engine engine) {
        List<String> missing = engine.missingSearchAttributes();
        if (!missing.isEmpty()) {
            LOG.error("{} does not know the search attributes {}: run temporal/setup", engine, missing);
            System.exit(1);
        }
    }

    /** Says once that it waits; a dependency that comes late is no failure. */
    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        boolean said = false;
        while (!look(what, there)) {
            if (!said) {
                LOG.info("waiting for {}", what);
                said = true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean look(String what, BooleanSupplier there) {
        try {
            return there.getAsBoolean();
        } catch (PhoenixException e) {
            LOG.error("{}: {}", what, e.getMessage());
            System.exit(1);
            return false;
        }
    }

    private static void stop(WorkerFactory factory) {
        factory.shutdown();
        factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
        if (!factory.isTerminated()) {
            factory.shutdownNow();
        }
    }
}
