package io.phoenix.local.platform;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells a person what happens, one line per event, and remembers how long every part took. Thread-safe. */
public final class Progress {
    private final PrintStream out;
    private final Clock clock;
    private final List<Timing> timings = new ArrayList<>();

    public Progress(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** One line about a part. */
    public synchronized void say(String part, String message) {
        out.printf(Locale.ROOT, "%-11s %s%n", part, message);
    }

    /** One line about a part that has become ready, and its time for the table. */
    public synchronized void done(String part, long startedMillis, String source) {
        double seconds = (clock.millis() - startedMillis) / 1000.0;
        timings.add(new Timing(part, seconds, source));
        out.printf(Locale.ROOT, "%-11s ready in %.1f s (%s)%n", part, seconds, source);
    }

    /** A time measured elsewhere. */
    public synchronized void record(String part, double seconds, String source) {
        timings.add(new Timing(part, seconds, source));
    }

    public long now() {
        return clock.millis();
    }

    public synchronized List<Timing> timings() {
        return List.copyOf(timings);
    }

    /** How long a part took, and where it came from. */
    public record Timing(String part, double seconds, String source) {}
}
