package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.error.ErrorCode;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the database what happens, in order and beside the run: an experiment goes on measuring while the database is
 * away. Nothing that was written here is lost; a run ends only after the last entry has arrived. What is told of an
 * experiment that was deleted meanwhile has nowhere to go and is dropped, or the run would never end.
 */
final class Journal {
    private final ExperimentRef ref;
    private final ActivityStubs stubs;
    private final TimeScale scale;
    private final Deque<Runnable> entries = new ArrayDeque<>();
    private long sequence;

    Journal(ExperimentRef ref, ActivityStubs stubs, TimeScale scale, long sequence) {
        this.ref = ref;
        this.stubs = stubs;
        this.scale = scale;
        this.sequence = sequence;
    }

    /** Starts writing, whatever becomes of the scope of the caller. */
    void open() {
        Workflow.newDetachedCancellationScope(() -> Async.procedure(this::write))
                .run();
    }

    /** Number of the last projection. */
    long sequence() {
        return sequence;
    }

    void project(String type, ExperimentHead head) {
        Projection projection = new Projection(
                ref, ++sequence, type, head, Waits.now(), Workflow.getInfo().getRunId());
        String summary = "record " + type.replace('_', ' ') + ": " + head.message();
        entries.add(() -> records(summary).project(projection));
    }

    /** Audits an act; the id makes a repetition harmless. */
    void audit(String id, String actor, String action, Map<String, String> details) {
        AuditEntry entry = new AuditEntry(
                ref.tenant(),
                ref.experiment() + "/" + id,
                Waits.now(),
                actor,
                "experiment." + action,
                "experiment/" + ref.experiment(),
                printable(details));
        entries.add(() -> records("audit " + entry.action()).audit(entry));
    }

    private static Map<String, String> printable(Map<String, String> details) {
        Map<String, String> clean = new LinkedHashMap<>();
        details.forEach((key, value) -> clean.put(key, Words.printable(value)));
        return clean;
    }

    boolean empty() {
        return entries.isEmpty();
    }

    void flush() {
        Workflow.await(entries::isEmpty);
    }

    private RecordActivities records(String summary) {
        return stubs.anywhere(RecordActivities.class, Limits.RECORD, summary);
    }

    private void write() {
        Backoff backoff = new Backoff(scale);
        while (true) {
            Workflow.await(() -> !entries.isEmpty());
            try {
                entries.element().run();
                entries.remove();
                backoff.reset();
            } catch (ActivityFailure e) {
                if (RunFailure.of(e).is(ErrorCode.NOT_FOUND)) {
                    Workflow.getLogger(Journal.class).warn("an entry is dropped, its experiment was deleted", e);
                    entries.remove();
                    continue;
                }
                Workflow.getLogger(Journal.class).warn("the database refused an entry, trying again", e);
                backoff.pause("try again to record");
            }
        }
    }
}
