package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.tenant.AuditEntry;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the activities of a test answer and what was asked of them. */
final class Fakes {
    static final ConfigHash ACTIVE = ConfigHash.of("active");
    static final ConfigHash WINNER = ConfigHash.of("winner");

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Projection> projections = new CopyOnWriteArrayList<>();
    final List<AuditEntry> audits = new CopyOnWriteArrayList<>();
    final List<MeasureRequest> measured = new CopyOnWriteArrayList<>();
    final List<AnalyzeRequest> analyzed = new CopyOnWriteArrayList<>();
    final List<LoadRequest> loads = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<ApplicationFailure>> failures = new ConcurrentHashMap<>();
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();

    volatile Function<MeasureRequest, WindowSummary> measure = Fakes::complete;
    volatile Function<AnalyzeRequest, AnalysisSummary> analyze = request -> summary(Verdict.PROMOTE);
    volatile Supplier<VerifyLook> verify = () -> new VerifyLook(true, false, List.of());
    volatile boolean reverts = true;

    /** The next calls of the activity fail so often. */
    void fails(String activity, ApplicationFailure failure, int times) {
        Deque<ApplicationFailure> queue = failures.computeIfAbsent(activity, key -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(failure);
        }
    }

    /** Does something while the activity runs. */
    void during(String activity, Runnable hook) {
        hooks.put(activity, hook);
    }

    /** Holds the activity until the latch opens; a test that races with it is then the same every time. */
    CountDownLatch hold(String activity) {
        CountDownLatch latch = new CountDownLatch(1);
        during(activity, () -> await(latch));
        return latch;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the activity go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void called(String activity) {
        calls.add(activity);
        Runnable hook = hooks.get(activity);
        if (hook != null) {
            hook.run();
        }
        Deque<ApplicationFailure> queue = failures.get(activity);
        if (queue != null && !queue.isEmpty()) {
            throw queue.poll();
        }
    }

    List<String> types() {
        return projections.stream().map(Projection::type).toList();
    }

    List<String> phases() {
        List<String> phases = new ArrayList<>();
        projections.stream()
                .map(Projection::head)
                .map(ExperimentHead::phase)
                .map(Enum::name)
                .forEach(phase -> {
                    if (phases.isEmpty() || !phases.getLast().equals(phase)) {
                        phases.add(phase);
                    }
                });
        return phases;
    }

    /** The calls that clean up, in their order, once each. */
    List<String> cleanUp() {
        return calls.stream()
                .filter(List.of("revertPromotion", "stopLoad", "removeVariants", "releaseTarget")::contains)
                .distinct()
                .toList();
    }

    static WindowSummary complete(MeasureRequest request) {
        return window(request, List.of());
    }

    static WindowSummary window(MeasureRequest request, List<Reason> findings) {
        TreeMap<String, Double> means = new TreeMap<>();
        means.put("baseline/active_series", 12480.0);
        means.put("candidate/active_series", 4310.0);
        return new WindowSummary(request.window().index(), Quality.COMPLETE, means, findings, "d1");
    }

    static AnalysisSummary summary(Verdict verdict) {
        return summary(verdict, false, false);
    }

    static AnalysisSummary summary(Verdict verdict, boolean suspicious, boolean extensible) {
        @Nullable String winner = verdict == Verdict.PROMOTE ? "candidate" : null;
        return new AnalysisSummary(
                verdict,
                List.of(new Reason("GOAL_MET", "active_series", "active series fall by 65.5 %")),
                winner,
                suspicious,
                extensible,
                0.655,
                "| metric | saving |\n|---|---|\n| active_series | 65.5 % |");
    }

    /** What a look finds that leaves the run undecided, or ends it. */
    static AnalysisSummary look(AnalyzeRequest request, Verdict verdict) {
        LookRequest look = java.util.Objects.requireNonNull(request.look(), "look");
        int seen = request.windows().stream().mapToInt(Window::points).sum();
        return summary(verdict)
                .at(new LookSummary(
                        look.earlier().size() + 1,
                        look.last() ? 1 : (double) seen / look.plannedPoints(),
                        verdict != Verdict.INCONCLUSIVE));
    }

    static CostSummary cost() {
        return new CostSummary(new Money(new BigDecimal("123.45"), "USD"), null, null, "saves 123.45 USD a month");
    }
}
