package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class HardFindingsTest {
    @Test
    void aFileWithoutAcceptedPointsMayShowALostProcess() {
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g1())
                .both(Metric.CRITICAL_PROCESSES, t -> 6, t -> t == 30 || t == 31 ? 5 : 6)
                .analyze();

        assertThat(ARun.codes(result)).containsExactly("CRITICAL_PROCESS_LOST");
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void aCandidateDownInTwoStepsIsRejected() {
        ARun run = ARun.healthy()
                .missing("candidate", 40, 60)
                .steps(Metric.UP, "candidate", 40, 60, 0)
                .steps(Metric.ACTIVE_SERIES, "candidate", 40, 60, Double.NaN);

        assertThat(inLastWindows(run, 6)).containsExactly("CANDIDATE_DOWN");
        assertVerdict(run.analyze(), Verdict.REJECT, "CANDIDATE_DOWN");
    }

    @Test
    void aLossAcrossTheBorderOfTwoWindowsIsSeen() {
        ARun run = ARun.healthy().steps(Metric.UP, "candidate", 35, 37, 0);

        assertThat(inLastWindows(run, 6)).containsExactly("CANDIDATE_DOWN");
        assertThat(codes(HardFindings.inWindow(only(run, 6)))).isEmpty();
    }

    @Test
    void twoDownStepsAroundAPauseAreNotConsecutive() {
        ARun run = ARun.healthy().pausedAfterWindow(5).steps(Metric.UP, "candidate", 35, 37, 0);

        assertThat(inLastWindows(run, 6)).isEmpty();
    }

    @Test
    void aFindingSaysFromWhichStep() {
        ARun processes = ARun.healthy()
                .criticalProcesses("postgres")
                .both(Metric.CRITICAL_PROCESSES, t -> 3, t -> t == 20 || t == 21 ? 2 : 3);
        ARun withoutInput = ARun.healthy(120).steps(Metric.ACCEPTED_POINTS, "baseline", 12, 18, 0);

        assertThat(message(ARun.healthy().steps(Metric.UP, "candidate", 40, 60, 0)))
                .endsWith("Variant candidate, from step 41.");
        assertThat(message(ARun.healthy().steps(Metric.UP, "source", 58, 60, 0)))
                .endsWith("The scrapes of the source collector failed from step 59.");
        assertThat(message(processes)).endsWith("candidate showed 2 of 3 in step 21.");
        assertThat(message(withoutInput)).endsWith("The baseline accepted no points from step 13.");
    }

    @Test
    void twoEmptyVariantsAreNoLoss() {
        ARun run = ARun.healthy().both(Metric.ACTIVE_SERIES, t -> 0, t -> 0);

        assertThat(ARun.codes(run.analyze())).doesNotContain("CANDIDATE_EMPTY");
    }

    private static String message(ARun run) {
        return run.analyze().reasons().getFirst().message();
    }

    @Test
    void aCandidateIsBlamedOnlyWhileTheBaselineAnswers() {
        ARun both = ARun.healthy().steps(Metric.UP, "candidate", 30, 34, 0).steps(Metric.UP, "baseline", 30, 34, 0);
        ARun unknown = ARun.healthy()
                .steps(Metric.UP, "candidate", 30, 34, 0)
                .steps(Metric.UP, "baseline", 30, 34, Double.NaN);

        assertThat(inLastWindows(both, 5)).containsExactly("BASELINE_DOWN");
        assertThat(inLastWindows(unknown, 5)).isEmpty();
    }

    @Test
    void aBaselineThatIsDownMakesTheRunInvalid() {
        ARun run = ARun.healthy().steps(Metric.UP, "baseline", 30, 60, 0);

        assertThat(inLastWindows(run, 9)).containsExactly("BASELINE_DOWN");
        assertVerdict(run.analyze(), Verdict.INVALID, "BASELINE_DOWN");
    }

    @Test
    void aSourceThatIsDownMakesTheRunInvalid() {
        ARun run = ARun.healthy().steps(Metric.UP, "source", 58, 60, 0);

        assertThat(inLastWindows(run, 9)).containsExactly("INPUT_LOST");
        assertVerdict(run.analyze(), Verdict.INVALID, "INPUT_LOST");
    }

    @Test
    void sixStepsWithoutInputMakeTheRunInvalid() {
        ARun run = ARun.healthy(120);
        for (String variant : List.of("source", "baseline", "candidate")) {
            run.steps(Metric.ACCEPTED_POINTS, variant, 12, 18, 0);
        }

        assertThat(inLastWindows(run, 2)).containsExactly("INPUT_LOST");
        assertThat(ARun.codes(run.analyze())).contains("INPUT_LOST");
    }

    @Test
    void aFewStepsWithoutInputAreMissingInBothArms() {
        ARun run = ARun.healthy(120);
        for (String variant : List.of("source", "baseline", "candidate")) {
            run.steps(Metric.ACCEPTED_POINTS, variant, 12, 15, 0);
        }

        AnalysisResult result = run.analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.metric(result, "active_series").n()).isEqualTo(117);
    }

    @Test
    void manyScatteredStepsWithoutInputMakeTheRunInvalid() {
        ARun run = ARun.healthy().with(Metric.ACCEPTED_POINTS, "baseline", t -> t % 9 == 0 ? 0 : 7200);

        assertThat(ARun.codes(run.analyze())).contains("INPUT_LOST");
    }

    @Test
    void aCriticalProcessLostInTwoStepsIsRejected() {
        ARun run = ARun.healthy()
                .criticalProcesses("postgres")
                .both(Metric.CRITICAL_PROCESSES, t -> 3, t -> t == 20 || t == 21 ? 2 : 3);

        assertThat(inLastWindows(run, 3)).containsExactly("CRITICAL_PROCESS_LOST");
        assertVerdict(run.analyze(), Verdict.REJECT, "CRITICAL_PROCESS_LOST");
        assertThat(ARun.metric(run.analyze(), "critical_processes").outcome()).isEqualTo("fail");
    }

    @Test
    void oneStepWithoutACriticalProcessProvesNothing() {
        ARun run = ARun.healthy()
                .criticalProcesses("postgres")
                .both(Metric.CRITICAL_PROCESSES, t -> 3, t -> t % 10 == 3 ? 2 : 3);

        assertThat(run.analyze().verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void aLackWhileTheCandidateHadNoInputProvesNothing() {
        ARun run = ARun.healthy()
                .criticalProcesses("postgres")
                .both(Metric.CRITICAL_PROCESSES, t -> 3, t -> t == 20 || t == 21 ? 2 : 3)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 21, 22, 0);

        assertThat(inLastWindows(run, 3)).isEmpty();
    }

    @Test
    void criticalProcessesThatWereNotMeasuredMakeTheRunInvalid() {
        AnalysisResult result = ARun.healthy().criticalProcesses("postgres").analyze();

        assertVerdict(result, Verdict.INVALID, "NO_DATA");
    }

    @Test
    void aTenthOfTheStepsMayLackInput() {
        IntToDoubleFunction tenth = t -> t % 10 == 5 ? 0 : 7200;
        ARun run = ARun.ofPairs(GoldenSeries.g1()).memory(Duration.ofSeconds(20));

        AnalysisResult enough = run.both(Metric.ACCEPTED_POINTS, tenth, tenth).analyze();
        AnalysisResult tooLittle = run.both(
                        Metric.ACCEPTED_POINTS,
                        t -> t == 100 ? 0 : tenth.applyAsDouble(t),
                        t -> t == 100 ? 0 : tenth.applyAsDouble(t))
                .analyze();

        assertThat(enough.verdict()).isEqualTo(Verdict.PROMOTE);
        assertVerdict(tooLittle, Verdict.INVALID, "INPUT_LOST");
    }

    @Test
    void criticalProcessesThatAFileHasCountThoughNobodyNamedThem() {
        ARun run = ARun.ofPairs(GoldenSeries.g1()).with(Metric.CRITICAL_PROCESSES, "baseline", t -> 6);

        AnalysisResult kept = run.with(Metric.CRITICAL_PROCESSES, "candidate", t -> 6)
                .memory(Duration.ofSeconds(20))
                .analyze();
        AnalysisResult unknown =
                run.without(Metric.CRITICAL_PROCESSES, "candidate").analyze();

        assertThat(kept.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.metric(kept, "critical_processes").role()).isEqualTo("hard");
        assertVerdict(unknown, Verdict.INVALID, "NO_DATA");
    }

    @Test
    void aCandidateWithoutSeriesCanNeverWin() {
        AnalysisResult result =
                ARun.healthy().with(Metric.ACTIVE_SERIES, "candidate", t -> 0).analyze();

        assertVerdict(result, Verdict.REJECT, "CANDIDATE_EMPTY");
    }

    @Test
    void findingsFromOutsideCountAsWell() {
        AnalysisInput input = ARun.healthy().input();
        Finding down = new Finding(io.phoenix.domain.analysis.ReasonCode.CANDIDATE_DOWN, "candidate", "");

        AnalysisResult result = AnalysisEngine.analyze(
                new AnalysisInput(input.plan(), input.candidates(), input.grid(), input.measured(), List.of(down)));

        assertVerdict(result, Verdict.REJECT, "CANDIDATE_DOWN");
    }

    private static void assertVerdict(AnalysisResult result, Verdict verdict, String code) {
        assertThat(ARun.codes(result)).contains(code);
        assertThat(result.verdict()).isEqualTo(verdict);
    }

    private static List<String> inLastWindows(ARun run, int last) {
        return codes(HardFindings.inWindow(run.measured().stream()
                .filter(window ->
                        window.window().index() == last || window.window().index() == last - 1)
                .toList()));
    }

    private static List<MeasuredWindow> only(ARun run, int index) {
        return run.measured().stream()
                .filter(window -> window.window().index() == index)
                .toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().name()).toList();
    }
}
