package io.phoenix.activity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.cost.PriceBookReader;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.workflow.experiment.AnalysisSummary;
import io.phoenix.workflow.experiment.AnalyzeRequest;
import io.phoenix.workflow.experiment.CostRequest;
import io.phoenix.workflow.experiment.CostSummary;
import io.phoenix.workflow.experiment.LookRequest;
import io.phoenix.workflow.experiment.LookSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A baseline of 10,000 series a second is billed for some 600,000: about USD 3,850 a month at grafana-cloud. */
class AnalysisActivitiesImplTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, 1)), "web", 1);
    private static final String BOOKS = "pricing: {books: [grafana-cloud]}\n";

    private final MemoryMeasurementStore measurements = new MemoryMeasurementStore();
    private final MemoryReportStore reports = new MemoryReportStore();
    private final List<String> beats = new ArrayList<>();
    private final AnalysisActivitiesImpl activities = new AnalysisActivitiesImpl(
            PipelineCatalog.shipped(), tenant -> PriceBooks.shipped(), measurements, reports, beats::add);

    @Test
    void namesTheWinnerAndStoresTheResultWithItsPrice() {
        AnalysisSummary summary = analyze(spec(BOOKS), new AMeasuredRun(60, 10_000, 4_000));

        assertThat(summary.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(summary.winner()).isEqualTo("candidate");
        assertThat(summary.suspicious()).isFalse();
        assertThat(summary.extensible()).isFalse();
        assertThat(summary.reduction()).isBetween(0.59, 0.61);
        assertThat(summary.table()).contains("| active_series |", "60.0 %");
        assertThat(stored().verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(costs()).singleElement().satisfies(cost -> {
            assertThat(cost.book()).isEqualTo("grafana-cloud");
            assertThat(cost.baseline().amount()).isBetween(new BigDecimal("3850"), new BigDecimal("3870"));
            assertThat(cost.monthlySaving().amount()).isBetween(new BigDecimal("2330"), new BigDecimal("2360"));
        });
    }

    @Test
    void manyHostsSpeakOfTheFleet() {
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000);
        measurements.saveHosts(REF.tenant(), REF.experiment(), run.byHost(8));

        analyze(spec(BOOKS), run);

        assertThat(stored().scope()).isEqualTo("fleet");
        assertThat(stored().candidates().getFirst().metrics())
                .filteredOn(metric -> metric.rule() != null && metric.rule().equals("HOSTS"))
                .extracting(MetricResult::name)
                .containsExactly("active_series", "samples_per_second");
    }

    @Test
    void saysThatItIsAliveBetweenItsSteps() {
        analyze(spec(BOOKS), new AMeasuredRun(60, 10_000, 4_000));

        assertThat(beats)
                .containsExactly(
                        "reading what was measured", "analysing", "estimating the saving", "storing the result");
    }

    @Test
    void saysWhatTheWinnerSavesWithItsRange() {
        analyze(spec(BOOKS), new AMeasuredRun(60, 10_000, 4_000));

        CostSummary cost = activities.estimateCost(new CostRequest(REF, spec(BOOKS)));

        assertThat(cost.sentence())
                .matches(
                        "candidate saves USD 2,3\\d\\d\\.\\d\\d to 2,3\\d\\d\\.\\d\\d a month at grafana-cloud list price,"
                                + " gross \\(unverified\\)\\.");
        assertThat(cost.low().amount()).isLessThan(cost.monthlySaving().amount());
        assertThat(cost.high().amount()).isGreaterThan(cost.monthlySaving().amount());
    }

    @Test
    void aSavingTooGoodToBeTrueIsLeftToAPerson() {
        AnalysisSummary summary = analyze(spec(BOOKS), new AMeasuredRun(60, 100_000, 500));

        assertThat(summary.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(summary.suspicious()).isTrue();
    }

    @Test
    void aRunThatIsTooShortCanBeExtended() {
        AnalysisSummary summary = analyze(spec(BOOKS), new AMeasuredRun(30, 10_000, 7_900));

        assertThat(summary.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(summary.winner()).isNull();
        assertThat(summary.extensible()).isTrue();
        assertThat(costs())
                .singleElement()
                .satisfies(cost -> assertThat(cost.monthlySavingLow()).isNull());
        assertThat(sentence(spec(BOOKS)))
                .startsWith("candidate would save USD 81")
                .contains(", range unknown,");
    }

    @Test
    void aWinnerThatSavesLessMoneyThanAskedIsStoredAsRejected() {
        ExperimentSpec spec = spec(minimum("5000", "USD"));

        AnalysisSummary summary = analyze(spec, new AMeasuredRun(60, 10_000, 4_000));

        assertThat(summary.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(summary.winner()).isNull();
        assertThat(stored().reasons()).extracting(Reason::code).containsExactly("SAVING_TOO_SMALL");
        assertThat(sentence(spec)).startsWith("candidate would save USD 2,3");
    }

    @Test
    void aWinnerThatSavesTheMoneyAskedStays() {
        assertThat(analyze(spec(minimum("2000", "USD")), new AMeasuredRun(60, 10_000, 4_000))
                        .winner())
                .isEqualTo("candidate");
    }

    /** 0.002 cores more for 730 hours of 5,000 USD each take 7,300 USD from a bill that is 2,300 USD lower. */
    @Test
    void theMoneyAskedIsNetOfWhatTheCollectorItselfCosts() {
        String compute = PriceBooks.shippedText(PriceBooks.COMPUTE)
                .orElseThrow()
                .replaceFirst("# tiers: .*", "tiers: [{price: 5000}]")
                .replaceFirst("# tiers: .*", "tiers: [{price: 0}]");
        PriceBooks books =
                PriceBooks.shipped().with(PriceBookReader.read(compute, 1).orThrow(ErrorCode.INTERNAL));
        AnalysisActivitiesImpl priced = new AnalysisActivitiesImpl(
                PipelineCatalog.shipped(), tenant -> books, measurements, reports, beats::add);
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000).busyCandidate(0.052);
        ExperimentSpec spec = spec(minimum("2000", "USD"));
        measurements.save(REF.tenant(), REF.experiment(), run.measured());

        AnalysisSummary summary = priced.analyze(request(spec, run));

        assertThat(summary.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(stored().reasons()).extracting(Reason::code).containsExactly("SAVING_TOO_SMALL");
        assertThat(costs().getFirst().monthlySaving().amount()).isGreaterThan(new BigDecimal("2300"));
        assertThat(priced.estimateCost(new CostRequest(REF, spec)).sentence())
                .startsWith("candidate would save USD -5,");
    }

    @Test
    void aMinimumInACurrencyWithoutAPriceDecidesNothing() {
        AnalysisSummary summary = analyze(spec(minimum("1", "EUR")), new AMeasuredRun(60, 10_000, 4_000));

        assertThat(summary.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(summary.reasons()).extracting(Reason::code).containsExactly("SAVING_UNPRICED");
    }

    @Test
    void aLookSaysWhatItHasSeenAndWhetherItEndsTheRun() {
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000);
        measurements.save(REF.tenant(), REF.experiment(), run.measured());

        AnalysisSummary guarded = look(looking(""), run, new LookRequest(List.of(), 120, false));
        AnalysisSummary free = look(looking(", guardrails: []"), run, new LookRequest(List.of(0.3), 120, false));

        assertThat(guarded.look()).isEqualTo(new LookSummary(1, 0.5, false));
        assertThat(guarded.reasons()).extracting(Reason::code).containsOnly("BEFORE_LAST_LOOK");
        assertThat(free.look()).isEqualTo(new LookSummary(2, 0.5, true));
        assertThat(free.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(stored().plan()).containsEntry("information", List.of(0.3, 0.5));
    }

    @Test
    void theInformationOfLooksNeverFallsAndIsWholeAtTheLastAlone() {
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000);
        measurements.save(REF.tenant(), REF.experiment(), run.measured());

        assertThat(look(looking(""), run, new LookRequest(List.of(0.8), 120, false))
                        .look())
                .isEqualTo(new LookSummary(2, 0.8, false));
        assertThat(look(looking(""), run, new LookRequest(List.of(), 60, false))
                        .look()
                        .information())
                .isLessThan(1);
        assertThat(look(looking(""), run, new LookRequest(List.of(0.4), 70, true))
                        .look())
                .isEqualTo(new LookSummary(2, 1, true));
    }

    private AnalysisSummary look(ExperimentSpec spec, AMeasuredRun run, LookRequest look) {
        return activities.analyze(
                new AnalyzeRequest(REF, spec, run.windows(), AMeasuredRun.STEP, Duration.ofSeconds(2), look));
    }

    private static ExperimentSpec looking(String more) {
        return spec(BOOKS + "criteria: {looks: 2, goals: [{metric: active_series, minimumSaving: 0.2}]" + more + "}\n");
    }

    @Test
    void aMinimumIsNotJudgedByAPriceInScaledTime() {
        ExperimentSpec halved = spec(minimum("1", "USD"), "duration: 4m, step: 4s");

        AnalysisSummary summary = analyze(halved, new AMeasuredRun(60, 10_000, 4_000));

        assertThat(summary.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(summary.extensible()).isFalse();
        assertThat(summary.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.message()).contains("time scale 0.5"));
        assertThat(costs())
                .singleElement()
                .satisfies(cost -> assertThat(cost.monthlySaving().amount()).isPositive());
    }

    @Test
    void givesTheSameResultTwice() {
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000);
        AnalysisSummary first = analyze(spec(BOOKS), run);
        AnalysisResult result = stored();
        List<CostEstimate> costs = costs();

        AnalysisSummary second = activities.analyze(request(spec(BOOKS), run));

        assertThat(second).isEqualTo(first);
        assertThat(stored()).isEqualTo(result);
        assertThat(costs()).isEqualTo(costs);
    }

    @Test
    void withoutDataThereIsNeitherATrustedVerdictNorAPrice() {
        AMeasuredRun run = new AMeasuredRun(60, 10_000, 4_000);

        AnalysisSummary summary = activities.analyze(request(spec(BOOKS), run));

        assertThat(summary.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(costs()).isEmpty();
        assertThat(sentence(spec(BOOKS)))
                .isEqualTo("candidate has no price at grafana-cloud: its data cannot be trusted.");
    }

    @Test
    void whatNobodyAskedForIsNotPriced() {
        ExperimentSpec spec = spec("pricing: {books: []}\n");
        analyze(spec, new AMeasuredRun(60, 10_000, 4_000));

        assertThat(costs()).isEmpty();
        assertThat(sentence(spec)).isEqualTo("No price book was asked for.");
    }

    @Test
    void beforeTheAnalysisThereIsNoPrice() {
        assertThat(activities.estimateCost(new CostRequest(REF, spec(BOOKS))))
                .isEqualTo(new CostSummary(null, null, null, "Nothing was analysed, so nothing is priced."));
    }

    private AnalysisSummary analyze(ExperimentSpec spec, AMeasuredRun run) {
        measurements.save(REF.tenant(), REF.experiment(), run.measured());
        return activities.analyze(request(spec, run));
    }

    private static AnalyzeRequest request(ExperimentSpec spec, AMeasuredRun run) {
        return new AnalyzeRequest(REF, spec, run.windows(), AMeasuredRun.STEP, Duration.ofSeconds(2));
    }

    private String sentence(ExperimentSpec spec) {
        return activities.estimateCost(new CostRequest(REF, spec)).sentence();
    }

    private AnalysisResult stored() {
        return reports.analysis(REF.tenant(), REF.experiment()).orElseThrow();
    }

    private List<CostEstimate> costs() {
        return reports.costs(REF.tenant(), REF.experiment());
    }

    private static String minimum(String amount, String currency) {
        return BOOKS
                + "criteria: {goals: [{metric: active_series, minimumSaving: 0.2}], minimumMonthlySaving: {amount: "
                + amount + ", currency: " + currency + ", book: grafana-cloud}}\n";
    }

    private static ExperimentSpec spec(String tail) {
        return spec(tail, "duration: 2m, step: 2s, maximumDuration: 4m");
    }

    private static ExperimentSpec spec(String tail, String timing) {
        String criteria =
                tail.contains("criteria") ? "" : "criteria: {goals: [{metric: active_series, minimumSaving: 0.2}]}\n";
        String text = """
                name: web
                target: demo
                variants: {candidate: {template: process-priority-filter-v1}}
                input: {simulation: {interval: 1s}}
                timing: {warmUp: 10s, memory: 2s, %s}
                """.formatted(timing) + criteria + tail;
        return new ExperimentSpecReader(
                        PipelineCatalog.shipped(), PriceBooks.shipped().ids())
                .read(SpecText.parse(text).orThrow(ErrorCode.INVALID_SPEC))
                .orThrow(ErrorCode.INVALID_SPEC);
    }
}
