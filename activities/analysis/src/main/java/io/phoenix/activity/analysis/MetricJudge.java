package io.phoenix.activity.analysis;

import static io.phoenix.domain.analysis.MetricOutcome.INCONCLUSIVE;

import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.analysis.MetricOutcome;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.analysis.Thresholds;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One metric of one candidate against the baseline, under the limit that the criteria set for it. */
final class MetricJudge {
    /** Confidence of a statement that has no sampling error. */
    private static final double NO_INTERVAL = 1;

    private final SeriesTable table;
    private final boolean[] usable;
    private final MemoryGate gate;
    private final String candidate;

    MetricJudge(SeriesTable table, boolean[] usable, MemoryGate gate, String candidate) {
        this.table = table;
        this.usable = usable.clone();
        this.gate = gate;
        this.candidate = candidate;
    }

    MetricResult goal(Metric metric, Goal goal, Strictness strictness) {
        MetricDraft draft = new MetricDraft(metric.metricName(), "goal", strictness);
        if (counts(metric)) {
            return unsuitable(metric, draft);
        }
        return trusted(metric, draft)
                .map(pairs -> RatioInference.applies(pairs)
                        ? ratioGoal(draft, pairs, goal.minimumSaving())
                        : goalWithoutBaseline(draft, pairs))
                .orElseGet(draft::build);
    }

    MetricResult guardrail(Metric metric, Guardrail guardrail, Strictness strictness) {
        MetricDraft draft = new MetricDraft(metric.metricName(), "guardrail", strictness);
        if (counts(metric)) {
            return counterGuardrail(metric, draft, guardrail);
        }
        Optional<PairedSeries> trusted = trusted(metric, draft);
        if (trusted.isEmpty()) {
            return draft.build();
        }
        PairedSeries pairs = trusted.get();
        if (guardrail.maximumValue() != null) {
            return maximumGuardrail(metric, draft, guardrail.maximumValue());
        }
        if (guardrail.maximum() != null) {
            return absoluteGuardrail(draft, pairs, guardrail.maximum());
        }
        double increase = java.util.Objects.requireNonNull(guardrail.maximumIncrease());
        return RatioInference.applies(pairs)
                ? ratioGuardrail(draft, pairs, Thresholds.guardrailRatio(increase))
                : absoluteGuardrail(draft, pairs, 0);
    }

    /** A metric that no criterion names: shown, never deciding. */
    MetricResult info(Metric metric, double confidence) {
        MetricDraft draft = new MetricDraft(metric.metricName(), "info", confidence);
        if (counts(metric)) {
            Optional<PairedSeries> pairs = trusted(metric, draft);
            pairs.ifPresent(found -> increases(metric, draft));
            return draft.outcome(MetricOutcome.INFO, List.of()).build();
        }
        trusted(metric, draft).ifPresent(pairs -> {
            if (RatioInference.applies(pairs)) {
                ratio(draft, pairs);
            } else {
                difference(draft, pairs);
            }
        });
        return draft.outcome(MetricOutcome.INFO, List.of()).build();
    }

    /** What the variants received, judged as a whole elsewhere. */
    MetricResult input(Metric metric, double confidence, MetricOutcome outcome, List<ReasonCode> reasons) {
        MetricDraft draft = new MetricDraft(metric.metricName(), "parity", confidence);
        trusted(metric, draft).filter(RatioInference::applies).ifPresent(pairs -> {
            Inference inference = RatioInference.of(pairs, gate);
            draft.inference(inference, gate, 1).ratioInterval(inference.estimate());
        });
        return draft.outcome(outcome, reasons).build();
    }

    /** A metric of the deterministic guardrails, which are judged elsewhere: its levels and its coverage. */
    MetricResult hard(Metric metric, MetricOutcome outcome, List<ReasonCode> reasons) {
        MetricDraft draft = new MetricDraft(metric.metricName(), "hard", NO_INTERVAL);
        Optional<PairedSeries> pairs = trusted(metric, draft);
        return pairs.isEmpty() && outcome == MetricOutcome.PASS
                ? draft.build()
                : draft.outcome(outcome, reasons).build();
    }

    private MetricResult ratioGoal(MetricDraft draft, PairedSeries pairs, double minimumSaving) {
        Inference inference = ratio(draft, pairs);
        double limit = Thresholds.goalRatio(minimumSaving);
        ShownTests.againstLimit(draft, inference.estimate(), limit, 1);
        Optional<MetricOutcome> far = farFromThreshold(inference, pairs, limit);
        MetricOutcome outcome = far.orElseGet(
                () -> decided(inference, Thresholds.goal(minimumSaving, draft.ratioLower(), draft.ratioUpper())));
        far.ifPresent(any -> farFromThreshold(draft));
        needed(draft, pairs, inference, outcome, limit);
        boolean unpromising = Prospects.unpromising(draft, pairs, inference, limit) && outcome == INCONCLUSIVE;
        ReasonCode reason = reason(outcome, inference, ReasonCode.GOAL_MET, ReasonCode.FUTILE);
        return draft.outcome(outcome, unpromising ? ReasonCode.UNPROMISING : reason)
                .build();
    }

    private MetricResult ratioGuardrail(MetricDraft draft, PairedSeries pairs, double limit) {
        Inference inference = ratio(draft, pairs);
        ShownTests.againstLimit(draft, inference.estimate(), limit, 1);
        Optional<MetricOutcome> far = farFromThreshold(inference, pairs, limit);
        MetricOutcome outcome = far.orElseGet(
                () -> decided(inference, Thresholds.guardrail(limit, draft.oneSidedLower(), draft.oneSidedUpper())));
        far.ifPresent(any -> farFromThreshold(draft));
        needed(draft, pairs, inference, outcome, limit);
        return guardrailResult(draft, outcome, inference);
    }

    private MetricResult absoluteGuardrail(MetricDraft draft, PairedSeries pairs, double maximum) {
        Inference inference = difference(draft, pairs);
        ShownTests.againstLimit(draft, inference.estimate(), maximum, 0);
        MetricOutcome outcome =
                decided(inference, Thresholds.guardrail(maximum, draft.oneSidedLower(), draft.oneSidedUpper()));
        needed(draft, pairs, inference, outcome, maximum);
        return guardrailResult(draft, outcome, inference);
    }

    /** Of a largest value nothing can be inferred (Bickel and Freedman 1981): it is compared as it was seen. */
    private MetricResult maximumGuardrail(Metric metric, MetricDraft draft, double limit) {
        double largest = table.get(metric, candidate).largest();
        double baseline = table.get(metric, Variants.BASELINE).largest();
        draft.shown("maximum", Map.of("baseline", baseline, "candidate", largest));
        draft.rule(Rule.MAXIMUM).stamp(Inference.OBSERVED_LEVEL);
        if (largest > limit) {
            return draft.outcome(MetricOutcome.FAIL, ReasonCode.MAXIMUM_EXCEEDED)
                    .build();
        }
        return draft.strictness().early()
                ? draft.outcome(INCONCLUSIVE, ReasonCode.BEFORE_LAST_LOOK).build()
                : draft.outcome(MetricOutcome.PASS, ReasonCode.MAXIMUM_HELD).build();
    }

    private MetricResult goalWithoutBaseline(MetricDraft draft, PairedSeries pairs) {
        Inference inference = difference(draft, pairs);
        return inference.obstacle() == null && draft.differenceLower() > 0
                ? draft.outcome(MetricOutcome.FAIL, ReasonCode.FUTILE).build()
                : draft.outcome(INCONCLUSIVE, ReasonCode.BASELINE_ZERO).build();
    }

    private MetricResult counterGuardrail(Metric metric, MetricDraft draft, Guardrail guardrail) {
        if (trusted(metric, draft).isEmpty()) {
            return draft.build();
        }
        double[] increase = increases(metric, draft);
        Double share = guardrail.maximumIncrease();
        Double limit = share != null
                ? Double.valueOf(increase[0] * Thresholds.guardrailRatio(share))
                : guardrail.maximum() != null ? guardrail.maximum() : guardrail.maximumValue();
        Inference inference = Inference.known(Rule.EXACT, Estimate.Known.exactly(increase[1]));
        draft.inference(inference, gate, increase[0]);
        return guardrailResult(
                draft,
                Thresholds.guardrail(java.util.Objects.requireNonNull(limit), increase[1], increase[1]),
                inference);
    }

    private MetricResult unsuitable(Metric metric, MetricDraft draft) {
        trusted(metric, draft).ifPresent(pairs -> {
            increases(metric, draft);
            draft.outcome(INCONCLUSIVE, ReasonCode.BASELINE_ZERO);
        });
        return draft.build();
    }

    private double[] increases(Metric metric, MetricDraft draft) {
        double baseline = CounterIncrease.of(table, table.get(metric, Variants.BASELINE));
        double increase = CounterIncrease.of(table, table.get(metric, candidate));
        draft.levels(baseline, increase);
        return new double[] {baseline, increase};
    }

    private Inference ratio(MetricDraft draft, PairedSeries pairs) {
        Inference inference = Metric.byName(draft.name())
                .flatMap(metric -> HostInference.of(table, metric, candidate))
                .orElseGet(() -> RatioInference.of(pairs, gate));
        draft.inference(inference, gate, 1).ratioInterval(inference.estimate());
        Inference difference = DifferenceInference.of(pairs, gate);
        draft.differenceInterval(difference.estimate());
        beside(draft, pairs, inference);
        return inference;
    }

    private Inference difference(MetricDraft draft, PairedSeries pairs) {
        Inference inference = DifferenceInference.of(pairs, gate);
        draft.inference(inference, gate, 0).differenceInterval(inference.estimate());
        if (RatioInference.applies(pairs)) {
            draft.ratioInterval(RatioInference.of(pairs, gate).estimate());
        }
        beside(draft, pairs, inference);
        return inference;
    }

    private void beside(MetricDraft draft, PairedSeries pairs, Inference inference) {
        if (inference.blocks() != null) {
            draft.shown("memory", Map.of("longestSeconds", gate.longestSeconds()));
        }
        ShownTests.of(pairs, draft);
        ShownResampling.of(pairs, draft, candidate);
    }

    private void needed(
            MetricDraft draft, PairedSeries pairs, Inference inference, MetricOutcome outcome, double limit) {
        Target target = new Target(draft.strictness().needed(), Target.USUAL_POWER);
        draft.shown("needed", new NeededTime(pairs.size(), gate, limit, target).of(inference, outcome == INCONCLUSIVE));
    }

    /** Speaks of this run alone, so it has no say where the statement is about the fleet. */
    private static Optional<MetricOutcome> farFromThreshold(Inference inference, PairedSeries pairs, double limit) {
        return inference.rule() == Rule.HOSTS ? Optional.empty() : FarFromThreshold.judge(pairs, limit);
    }

    private static void farFromThreshold(MetricDraft draft) {
        draft.rule(Rule.FAR_FROM_THRESHOLD).unstamp(ReasonCode.MEMORY_UNKNOWN.name());
    }

    private static MetricResult guardrailResult(MetricDraft draft, MetricOutcome outcome, Inference inference) {
        if (outcome == MetricOutcome.PASS && draft.strictness().early()) {
            return draft.outcome(INCONCLUSIVE, ReasonCode.BEFORE_LAST_LOOK).build();
        }
        ReasonCode reason = reason(outcome, inference, ReasonCode.GUARDRAIL_HELD, ReasonCode.GUARDRAIL_BROKEN);
        return draft.outcome(outcome, reason == ReasonCode.GOAL_UNDECIDED ? ReasonCode.GUARDRAIL_UNDECIDED : reason)
                .build();
    }

    private static MetricOutcome decided(Inference inference, MetricOutcome byBounds) {
        return inference.obstacle() == null ? byBounds : INCONCLUSIVE;
    }

    private static ReasonCode reason(MetricOutcome outcome, Inference inference, ReasonCode passed, ReasonCode failed) {
        return switch (outcome) {
            case PASS -> passed;
            case FAIL -> failed;
            default -> inference.obstacle() == null ? ReasonCode.GOAL_UNDECIDED : inference.obstacle();
        };
    }

    /** The complete pairs; empty, with the draft INVALID, when the data cannot be trusted. */
    private Optional<PairedSeries> trusted(Metric metric, MetricDraft draft) {
        boolean[] steps = counts(metric) || metric.use() == Metric.Use.HARD ? every() : usable;
        Coverage coverage =
                Coverage.of(table, table.get(metric, Variants.BASELINE), table.get(metric, candidate), steps);
        PairedSeries pairs = Pairing.of(table, steps, metric, candidate);
        draft.data(pairs.size(), coverage.share());
        if (pairs.size() > 0) {
            draft.levels(pairs.baselineMean(), pairs.candidateMean());
        }
        if (coverage.infinite() > 0) {
            draft.stamp(ReasonCode.INFINITE_VALUES.name());
        }
        if (!coverage.faults().isEmpty()) {
            draft.outcome(MetricOutcome.INVALID, coverage.faults());
            return Optional.empty();
        }
        return Optional.of(pairs);
    }

    private boolean counts(Metric metric) {
        return CounterIncrease.counts(table, metric, candidate);
    }

    private boolean[] every() {
        boolean[] every = new boolean[usable.length];
        Arrays.fill(every, true);
        return every;
    }
}
