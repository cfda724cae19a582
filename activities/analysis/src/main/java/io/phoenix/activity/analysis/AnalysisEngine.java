package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateEvidence;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.Metric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From stored series to a verdict. A pure function: no clock, no randomness, one order of every reduction; nothing in the
 * data makes it throw.
 */
public final class AnalysisEngine {
    private AnalysisEngine() {}

    public static AnalysisResult analyze(AnalysisInput input) {
        SeriesTable table = SeriesTable.of(input);
        boolean[] usable = HardFindings.usableSteps(table);
        List<Finding> findings = findings(input, table);
        Map<String, Object> plan = PlanTree.of(input.plan());
        ForkJoinTask<String> digest =
                ForkJoinTask.adapt(() -> InputDigest.of(table, plan)).fork();
        InputParity parity = new InputParity(table, usable, input.plan());
        Map<String, ParityResult> parities = new TreeMap<>();
        List<CandidateResult> decided = input.candidates().stream()
                .map(candidate -> {
                    parity.of(candidate.name()).ifPresent(found -> parities.put(candidate.name(), found));
                    return decide(input, table, usable, candidate, findings, parities.get(candidate.name()));
                })
                .toList();
        List<CandidateResult> compared = new CandidateComparison(input, table, usable).of(decided);
        return new AnalysisResult(
                        AnalysisResult.SCHEMA,
                        Verdict.INCONCLUSIVE,
                        List.of(),
                        scope(compared),
                        compared,
                        parities,
                        plan,
                        digest.join())
                .withCandidates(compared);
    }

    /** By which a result tells what it was computed from. */
    public static String digest(AnalysisInput input) {
        return InputDigest.of(SeriesTable.of(input), PlanTree.of(input.plan()));
    }

    /** The fewest steps at which both variants have a sample, of any goal of any candidate. */
    public static int completePairs(AnalysisInput input) {
        SeriesTable table = SeriesTable.of(input);
        boolean[] usable = HardFindings.usableSteps(table);
        return input.plan().criteria().goals().stream()
                .flatMap(goal -> Metric.byName(goal.metric()).stream())
                .flatMapToInt(metric -> input.candidates().stream()
                        .mapToInt(candidate -> Pairing.of(table, usable, metric, candidate.name())
                                .size()))
                .min()
                .orElse(0);
    }

    private static List<Finding> findings(AnalysisInput input, SeriesTable table) {
        List<String> names = input.candidates().stream().map(Candidate::name).toList();
        return Stream.concat(HardFindings.inRun(table, names).stream(), input.findings().stream())
                .toList();
    }

    private static CandidateResult decide(
            AnalysisInput input,
            SeriesTable table,
            boolean[] usable,
            Candidate candidate,
            List<Finding> findings,
            @Nullable ParityResult parity) {
        List<Finding> own = findings.stream()
                .filter(finding -> finding.concerns(candidate.name()))
                .toList();
        CandidateMetrics metrics = new CandidateMetrics(input, table, usable, candidate.name());
        List<MetricResult> results = metrics.judge(own, parity);
        List<Finding> all = Stream.concat(own.stream(), metrics.downWithoutSamples(results).stream())
                .toList();
        return DecisionRule.decide(new CandidateEvidence(
                candidate.name(), input.plan().criteria(), all, parity, results, candidate.declaredReduction()));
    }

    /** What all goals of all candidates rest on, else this host. */
    private static String scope(List<CandidateResult> candidates) {
        List<MetricResult> goals = candidates.stream()
                .flatMap(candidate -> candidate.metrics().stream())
                .filter(metric -> metric.role().equals("goal"))
                .toList();
        return Stream.of(Inference.OBSERVED_LEVEL, Inference.FLEET)
                .filter(stamp -> !goals.isEmpty()
                        && goals.stream().allMatch(metric -> metric.stamps().contains(stamp)))
                .map(stamp -> stamp.substring(stamp.indexOf('=') + 1))
                .findFirst()
                .orElse("host");
    }
}
