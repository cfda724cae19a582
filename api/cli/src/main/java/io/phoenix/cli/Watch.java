package io.phoenix.cli;

import io.phoenix.client.ConnectionException;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.ProblemException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at a run until it is as wanted, and says on the way what happens. Ending it does not end the run. */
final class Watch {
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Supplier<PhoenixClient> clients;
    private final PrintWriter messages;
    private final Style style;
    private String shown = "";
    private @Nullable Long silentSince;

    /** How progress is shown. */
    enum Style {
        /** One line that is drawn again. */
        LIVE,
        /** A line for each change. */
        LINES,
        SILENT
    }

    /** @param clients asked before every request, so that none goes where the server no longer is */
    Watch(Supplier<PhoenixClient> clients, PrintWriter messages, Style style) {
        this.clients = clients;
        this.messages = messages;
        this.style = style;
    }

    /** @return the run as last seen, which is not as wanted when the time was up first; null patience: no limit */
    ExperimentResponse until(String id, Predicate<ExperimentResponse> wanted, @Nullable Duration patience) {
        long start = System.nanoTime();
        Thread farewell = new Thread(() -> detach(id));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            ExperimentResponse run = clients.get().experiment(id);
            while (true) {
                show(run);
                boolean late = patience != null && System.nanoTime() - start >= patience.toNanos();
                if (wanted.test(run) || run.ended() || late) {
                    return run;
                }
                Thread.sleep(REST);
                run = again(run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.INTERRUPTED, "interrupted; the experiment goes on");
        } finally {
            finish();
            forget(farewell);
        }
    }

    // A server that restarts is no reason to leave a run that goes on without it.
    private ExperimentResponse again(ExperimentResponse seen) {
        try {
            ExperimentResponse run = clients.get().experiment(seen.id());
            silentSince = null;
            return run;
        } catch (ConnectionException | CliException e) {
            return kept(seen, e);
        } catch (ProblemException e) {
            if (e.problem().status() < 500) {
                throw e;
            }
            return kept(seen, e);
        }
    }

    private ExperimentResponse kept(ExperimentResponse seen, RuntimeException failure) {
        long now = System.nanoTime();
        if (silentSince == null) {
            silentSince = now;
            messages.println("no answer, looking again: " + failure.getMessage());
            messages.flush();
        }
        if (now - silentSince > LONGEST_SILENCE.toNanos()) {
            throw failure;
        }
        return seen;
    }

    private void show(ExperimentResponse run) {
        String line = run.title() + "  " + PhaseLine.of(run);
        String compared = style == Style.LINES ? run.phase() + run.paused() + run.message() : line;
        if (style == Style.SILENT || compared.equals(shown)) {
            return;
        }
        shown = compared;
        if (style == Style.LIVE) {
            messages.print(CLEAR_LINE + line);
        } else {
            messages.println(line);
        }
        messages.flush();
    }

    private void finish() {
        if (style == Style.LIVE && !shown.isEmpty()) {
            messages.println();
            messages.flush();
        }
    }

    private void detach(String id) {
        messages.println();
        messages.println("detached; the experiment goes on: ./phoenix experiment wait " + id
                + ", or end it: ./phoenix experiment abort " + id);
        messages.flush();
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the farewell with it.
        }
    }
}
