package io.phoenix.simulator.run;

import io.phoenix.simulator.otlp.MetricsSink;
import io.phoenix.simulator.otlp.ScrapeEncoder;
import io.phoenix.simulator.process.Host;
import io.phoenix.simulator.process.HostPopulation;
import io.phoenix.simulator.process.ScrapeTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One run: a loop per host on a virtual thread, and a watch that reports and keeps the connection alive. */
public final class Simulation {
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final SimulationParameters parameters;
    private final MetricsSink sink;
    private final Reports reports;
    private final DeliveryLog log;
    private final Statistics statistics = new Statistics();
    private final StopSignal stop = new StopSignal();

    public Simulation(SimulationParameters parameters, MetricsSink sink, Reports reports, String endpoint) {
        this.parameters = parameters;
        this.sink = sink;
        this.reports = reports;
        this.log = new DeliveryLog(endpoint);
    }

    /**
     * Runs until the duration is over or {@link #stop} is called, and closes the sink. What a host loop throws ends the
     * whole run and is thrown here.
     */
    public StatisticsSnapshot run() throws InterruptedException {
        List<Host> hosts = Host.fleet(parameters.seed(), parameters.size().hosts());
        reports.start(hosts);
        reports.statistics(statistics.snapshot());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Void> loops = new ExecutorCompletionService<>(executor);
            loops(hosts).forEach(loop -> loops.submit(loop, null));
            try {
                watch(loops, hosts.size());
            } finally {
                stop.raise();
                sink.close();
            }
        } finally {
            reports.statistics(statistics.snapshot());
        }
        return statistics.snapshot();
    }

    /** Ends the run after the messages in flight. Any thread may call it. */
    public void stop() {
        stop.raise();
    }

    private List<HostLoop> loops(List<Host> hosts) {
        long startNanos = System.nanoTime();
        // A scrape is sent when it is over, so its readings lie before the moment of sending.
        ScrapeEncoder encoder =
                new ScrapeEncoder(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(ScrapeTiming.LONGEST_SCRAPE));
        Outlet outlet = new Outlet(sink, statistics, log, reports, stop, parameters.ticks());
        List<HostLoop> loops = new ArrayList<>(hosts.size());
        for (Host host : hosts) {
            HostPopulation population =
                    new HostPopulation(host, parameters.profile().population(), parameters.scrapePlan());
            Pacing pacing = Pacing.ofHost(
                    loops.size(), hosts.size(), startNanos, parameters.size().interval());
            loops.add(new HostLoop(population, encoder, pacing, outlet));
        }
        return loops;
    }

    private void watch(CompletionService<Void> loops, int running) throws InterruptedException {
        int left = running;
        while (left > 0) {
            Future<Void> ended = loops.poll(WATCH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            if (ended != null) {
                rethrowFailure(ended);
                left--;
            } else if (stop.raisedFor(GRACE)) {
                sink.close();
            } else {
                sink.reconnect();
                reports.statistics(statistics.snapshot());
            }
        }
    }

    private static void rethrowFailure(Future<Void> ended) throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host loop failed: " + e.getCause(), e.getCause());
        }
    }
}
