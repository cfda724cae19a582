package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateMetricsTest {
    /** From 5000 steps on the metrics are computed at the same time. */
    @Test
    void theOrderOfTheCatalogueAndEveryDigitStayInALongRun() {
        ARun run = ARun.healthy(5_000).both(Metric.COLLECTOR_CPU, t -> 1 + t % 3 / 10.0, t -> 1 + t % 5 / 10.0);

        List<MetricResult> metrics = metrics(run);

        assertThat(metrics)
                .extracting(MetricResult::name)
                .containsExactlyElementsOf(Arrays.stream(Metric.values())
                        .map(Metric::metricName)
                        .filter(List.of("up", "accepted_points", "active_series", "collector_cpu")::contains)
                        .toList());
        assertThat(metrics(run)).isEqualTo(metrics);
    }

    @Test
    void whatBreaksOneCandidateDoesNotTouchAnother() {
        ARun run = ARun.healthy()
                .candidates(new Candidate("candidate", null), new Candidate("other", null))
                .with(Metric.ACTIVE_SERIES, "other", t -> 4000 + t % 7)
                .with(Metric.ACCEPTED_POINTS, "other", t -> 7200)
                .with(Metric.UP, "other", t -> t == 20 || t == 21 ? 0 : 1);

        AnalysisResult result = run.analyze();

        assertThat(result.candidates())
                .extracting(CandidateResult::name, CandidateResult::verdict)
                .containsExactly(tuple("candidate", Verdict.PROMOTE), tuple("other", Verdict.REJECT));
        assertThat(ARun.metric(result, "up").outcome()).isEqualTo("pass");
    }

    @Test
    void aLostProcessIsNoCollectorThatIsDown() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.CRITICAL_PROCESSES, t -> 6, t -> t < 30 ? 6 : 5)
                .criticalProcesses("postgres")
                .analyze();

        assertThat(ARun.metric(result, "critical_processes").outcome()).isEqualTo("fail");
        assertThat(ARun.metric(result, "up").outcome()).isEqualTo("pass");
        assertThat(ARun.codes(result)).containsExactly("CRITICAL_PROCESS_LOST");
    }

    /** One failed scrape of a hundred is allowed, so what is missing alone may show that the candidate was down. */
    @Test
    void aCandidateThatLacksSamplesOfAJudgedMetricWasDown() {
        ARun run = ARun.healthy().steps(Metric.UP, "candidate", 20, 21, 0);

        assertThat(ARun.codes(lacking(run, Metric.ACTIVE_SERIES, "candidate", 4).analyze()))
                .containsExactly("CANDIDATE_DOWN");
    }

    @Test
    void aCandidateThatLacksNoMoreThanItMayWasNot() {
        ARun run = ARun.healthy().steps(Metric.UP, "candidate", 20, 21, 0);

        assertThat(lacking(run, Metric.ACTIVE_SERIES, "candidate", 1).analyze().verdict())
                .isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void aBaselineThatLacksSamplesDoesNotSpeakAgainstTheCandidate() {
        ARun run = ARun.healthy().steps(Metric.UP, "candidate", 20, 21, 0);

        assertThat(ARun.codes(lacking(run, Metric.ACTIVE_SERIES, "baseline", 4).analyze()))
                .containsExactly("DIFFERENTIAL_MISSING");
    }

    @Test
    void whatBothLackDoesNotSpeakAgainstTheCandidate() {
        AnalysisResult result = ARun.healthy()
                .steps(Metric.UP, "candidate", 20, 21, 0)
                .without(Metric.ACTIVE_SERIES, "baseline")
                .without(Metric.ACTIVE_SERIES, "candidate")
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(ARun.codes(result)).containsExactly("NO_DATA");
    }

    @Test
    void whatNoCriterionNamesDoesNotSpeakAgainstTheCandidate() {
        ARun run = ARun.healthy()
                .both(Metric.COLLECTOR_CPU, t -> 1 + t % 3 / 10.0, t -> 1 + t % 5 / 10.0)
                .steps(Metric.UP, "candidate", 20, 21, 0);

        assertThat(lacking(run, Metric.COLLECTOR_CPU, "candidate", 4).analyze().verdict())
                .isEqualTo(Verdict.PROMOTE);
    }

    private static ARun lacking(ARun run, Metric metric, String variant, int samples) {
        for (int i = 0; i < samples; i++) {
            run.steps(metric, variant, 10 * i, 10 * i + 1, Double.NaN);
        }
        return run;
    }

    private static List<MetricResult> metrics(ARun run) {
        return run.analyze().candidates().getFirst().metrics();
    }
}
