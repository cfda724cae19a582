package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.SavingsLedger;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs and generations of one target: every experiment saves 100 a month (80 to 120); a month has 730 hours. */
abstract class LedgerFixture {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration MONTH = Duration.ofHours(730);

    final List<PricedRun> runs = new ArrayList<>();
    final List<TargetGeneration> history = new ArrayList<>();
    String price = "2026-11-21";

    SavingsLedger ledger(int month) {
        return Ledger.of(runs, Map.of("demo", history), START, at(month));
    }

    void created() {
        generation("created", "platform", new PipelineRef("process-baseline-v1", Map.of()), START);
    }

    void promoted(int number, int month, @Nullable String baseline) {
        run(number, month, Outcome.PROMOTED, baseline);
        generation(
                "promoted",
                runs.getLast().experiment().ref().experiment().toString(),
                runs.getLast().experiment().spec().variants().candidates().get("candidate"),
                at(month));
    }

    /** A promotion of the pipeline that the experiment of this number proposes. */
    void repeated(int number, int of, int month, double timeScale) {
        ExperimentSpec spec = spec(of, "{template: process-baseline-v1}");
        run(number, at(month), Outcome.PROMOTED, spec, 500, timeScale);
        generation(
                "promoted",
                runs.getLast().experiment().ref().experiment().toString(),
                spec.variants().candidates().get("candidate"),
                at(month));
    }

    void back(int month, String reason, int index) {
        generation(reason, "owner", history.get(index).pipeline(), at(month));
    }

    void generation(String reason, String by, PipelineRef pipeline, Instant at) {
        history.add(
                new TargetGeneration(history.size() + 1, pipeline, ConfigHash.of(pipeline.toString()), by, reason, at));
    }

    void run(int number, int month, Outcome outcome, @Nullable String baseline) {
        run(number, month, outcome, baseline, 500);
    }

    void run(int number, int month, Outcome outcome, @Nullable String baseline, int bill) {
        run(number, at(month), outcome, spec(number, baseline), bill, 1);
    }

    void run(int number, Instant at) {
        run(number, at, Outcome.NOT_PROMOTED, spec(number, null), 500, 1);
    }

    void run(int number, Instant at, Outcome outcome, ExperimentSpec spec, int bill, double timeScale) {
        ExperimentRef ref = new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, number)), "web", number);
        ExperimentHead head =
                new ExperimentHead(Phase.COMPLETED, false, 1, Verdict.PROMOTE, outcome, null, null, null, "done");
        Experiment experiment = new Experiment(ref, spec, head, 1, timeScale, "owner", START, at, at, null);
        runs.add(new PricedRun(
                experiment,
                "candidate",
                List.of(new CostEstimate(
                        "candidate",
                        "grafana-cloud",
                        price,
                        false,
                        usd(bill + ".00"),
                        usd("100.00"),
                        usd("80.00"),
                        usd("120.00"),
                        List.of()))));
    }

    static ExperimentSpec spec(int number, @Nullable String baseline) {
        String variants = (baseline == null ? "" : "baseline: " + baseline + ", ")
                + "candidate: {template: process-priority-filter-v1, parameters: {criticalNames: [p" + number + "]}}";
        return new ExperimentSpecReader(
                        PipelineCatalog.shipped(), PriceBooks.shipped().ids())
                .read(SpecText.parse("""
                        name: web
                        target: demo
                        variants: {%s}
                        input: {simulation: {interval: 1s}}
                        timing: {warmUp: 10s, duration: 2m, memory: 2s, step: 2s}
                        criteria: {goals: [{metric: active_series, minimumSaving: 0.2}]}
                        """.formatted(variants)).orThrow(ErrorCode.INVALID_SPEC))
                .orThrow(ErrorCode.INVALID_SPEC);
    }

    static Instant at(int month) {
        return START.plus(MONTH.multipliedBy(month));
    }

    static MoneyRange range(String expected, String low, String high) {
        return new MoneyRange(usd(expected), usd(low), usd(high));
    }

    static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
