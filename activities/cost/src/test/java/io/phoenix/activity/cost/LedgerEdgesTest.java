package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.LedgerEntry;
import io.phoenix.domain.cost.LedgerEntry.Status;
import io.phoenix.domain.cost.LedgerTotal;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.Projection;
import io.phoenix.domain.cost.Recommendation;
import io.phoenix.domain.cost.Recommendation.Advice;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.pipeline.PipelineRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Histories that are seldom, or that something outside of Phoenix has written. */
class LedgerEdgesTest extends LedgerFixture {
    private static final String NOTHING_SAVED = "{template: process-baseline-v1}";

    @Test
    void aRunThatDidNotWinSavesNothingAndIsNotLeftOutEither() {
        created();
        run(1, 1, Outcome.NOT_PROMOTED, null);
        change(experiment -> with(experiment, Verdict.REJECT, experiment.endedAt()));

        assertThat(ledger(3).entries()).isEmpty();
        assertThat(Ledger.leftOut(runs)).isZero();
    }

    @Test
    void whatCountsIsNotLeftOut() {
        run(1, 1, Outcome.NOT_PROMOTED, null);

        assertThat(Ledger.leftOut(runs)).isZero();
    }

    @Test
    void atATargetWithoutAHistoryAWinnerIsPotential() {
        run(1, 1, Outcome.NOT_PROMOTED, null);

        assertThat(Ledger.of(runs, Map.of(), START, at(3)).entries())
                .extracting(LedgerEntry::status)
                .containsExactly(Status.POTENTIAL);
    }

    @Test
    void whatTheTargetRunsAlreadyIsNoPotentialSaving() {
        created();
        promoted(1, 1, null);
        run(2, at(2), Outcome.NOT_PROMOTED, spec(1, null), 500, 1);

        assertThat(ledger(3).entries())
                .extracting(entry -> entry.experiment().number(), LedgerEntry::status)
                .containsExactly(tuple(1, Status.REALISED));
    }

    @Test
    void whatWasLostAfterTheAskedTimeCountsUntilItsEnd() {
        created();
        promoted(1, 1, null);
        back(5, "rolled_back", 0);

        assertThat(ledger(3).entries())
                .extracting(LedgerEntry::status, entry -> entry.accrued().expected())
                .containsExactly(tuple(Status.LOST, usd("200.00")));
    }

    @Test
    void theNetSavingCountsWhereItIsKnown() {
        created();
        promoted(1, 1, null);
        PricedRun run = runs.getLast();
        CostEstimate known = run.costs().getFirst();
        runs.set(
                0, new PricedRun(run.experiment(), "candidate", List.of(net(known, range("90.00", "70.00", "95.00")))));

        assertThat(ledger(2).entries().getFirst().month()).isEqualTo(range("90.00", "70.00", "95.00"));
    }

    @Test
    void aRunWithoutAnEndCountsFromItsLastChange() {
        created();
        run(1, 1, Outcome.NOT_PROMOTED, null);
        change(experiment -> with(experiment, Verdict.PROMOTE, null));

        assertThat(ledger(3).entries().getFirst().since()).isEqualTo(at(1));
        assertThat(Projections.of(runs, at(1), at(2))
                        .getFirst()
                        .history()
                        .getFirst()
                        .at())
                .isEqualTo(at(1));
    }

    @Test
    void aPipelineThatComesBackKeepsWhatItSavedBefore() {
        created();
        promoted(1, 1, null);
        back(2, "rolled_back", 0);
        back(4, "rolled_back", 1);

        assertThat(ledger(6).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Status.REALISED);
            assertThat(entry.accrued()).isEqualTo(range("300.00", "240.00", "360.00"));
            assertThat(entry.since()).isEqualTo(at(1));
            assertThat(entry.until()).isNull();
            assertThat(entry.periods())
                    .containsExactly(
                            new LedgerEntry.Period(at(1), at(2), "rolled_back"),
                            new LedgerEntry.Period(at(4), null, "active"));
        });
        assertThat(ledger(6).totals())
                .containsExactly(new LedgerTotal(
                        Status.REALISED,
                        "grafana-cloud",
                        1,
                        range("100.00", "80.00", "120.00"),
                        range("300.00", "240.00", "360.00")));
    }

    @Test
    void eachPeriodCountsInItsOwnMonth() {
        created();
        promoted(1, 1, null);
        back(2, "rolled_back", 0);
        back(4, "rolled_back", 1);
        back(5, "reverted", 0);

        assertThat(month(1)).extracting(entry -> entry.accrued().expected()).containsExactly(usd("100.00"));
        assertThat(month(2)).isEmpty();
        assertThat(month(3)).isEmpty();
        assertThat(month(4))
                .extracting(
                        LedgerEntry::status,
                        LedgerEntry::reason,
                        LedgerEntry::until,
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(Status.LOST, "reverted", at(5), usd("100.00")));
        assertThat(month(5)).isEmpty();
    }

    private List<LedgerEntry> month(int from) {
        return Ledger.of(runs, Map.of("demo", history), at(from), at(from + 1)).entries();
    }

    @Test
    void aHistoryMayBeginWithAPromotion() {
        promoted(1, 1, null);

        assertThat(ledger(2).entries()).extracting(LedgerEntry::status).containsExactly(Status.REALISED);
    }

    @Test
    void aPromotionByAnUnknownRunReplacesWhatRan() {
        created();
        promoted(1, 1, null);
        generation("promoted", new UUID(0, 99).toString(), other(), at(2));

        assertThat(ledger(3).entries())
                .extracting(LedgerEntry::status, LedgerEntry::reason)
                .containsExactly(tuple(Status.LOST, "replaced"));
    }

    @Test
    void whatAnUnknownRunBroughtCountsFromTheFirstThatIsKnown() {
        created();
        generation("promoted", new UUID(0, 99).toString(), candidate(1), at(1));
        repeated(1, 1, 2, 1);

        assertThat(ledger(3).entries())
                .extracting(LedgerEntry::status, LedgerEntry::since)
                .containsExactly(tuple(Status.REALISED, at(2)));
    }

    @Test
    void promotingWhatThePlatformInstalledSavesNothing() {
        generation("created", "platform", candidate(1), START);
        repeated(1, 1, 1, 1);

        assertThat(ledger(3).entries()).isEmpty();
        assertThat(pipelines().repeats(id(1))).isTrue();
    }

    @Test
    void aRunThatPromotedTwiceOwnsItsSaving() {
        created();
        repeated(1, 1, 1, 1);
        generation("promoted", id(1), candidate(1), at(2));

        assertThat(pipelines().repeats(id(1))).isFalse();
        assertThat(pipelines().repeats(id(7))).isFalse();
        assertThat(pipelines().periods(id(1))).containsExactly(new LedgerEntry.Period(at(1), null, "active"));
    }

    @Test
    void aBaselineThatIsNamedAndRunsIsBuiltOn() {
        created();
        promoted(1, 1, null);
        run(
                2,
                at(2),
                Outcome.PROMOTED,
                spec(2, "{template: process-priority-filter-v1, parameters: {criticalNames: [p1]}}"),
                500,
                1);
        generation("promoted", id(2), candidate(2), at(2));

        assertThat(ledger(3).entries())
                .extracting(LedgerEntry::status)
                .containsOnly(Status.REALISED)
                .hasSize(2);
    }

    @Test
    void oneRunHasNoTrend() {
        run(1, 1, Outcome.NOT_PROMOTED, null);

        assertThat(Projections.of(runs, at(1), at(2)).getFirst().sentence())
                .isEqualTo("A trend needs at least 5 runs over at least 7 days, demo has 1 run.");
    }

    @Test
    void oneDayIsSaidInTheSingular() {
        run(1, START);
        run(2, START.plus(Duration.ofHours(30)));

        assertThat(Projections.of(runs, START, at(1)).getFirst().sentence()).endsWith("demo has 2 runs over 1 day.");
    }

    @Test
    void twoTimesMakeNoTrend() {
        for (int number = 1; number <= 6; number++) {
            run(number, number % 2 == 0 ? START : at(1));
        }
        Projection projection = Projections.of(runs, at(1), at(2)).getFirst();

        assertThat(projection.expected()).isNull();
        assertThat(projection.perMonth()).isNull();
        assertThat(projection.sentence()).isEqualTo("A trend needs runs at three different times.");
    }

    /** Least squares of 50, 60, 0, 40, 10: a slope of -10 a month. */
    @Test
    void aProjectionHasTheIntervalsOfItsTrendAndNoBillBelowNothing() {
        int[] bills = {50, 60, 0, 40, 10};
        for (int month = 1; month <= 5; month++) {
            run(month, month, Outcome.NOT_PROMOTED, null, bills[month - 1]);
        }
        Projection projection = Projections.of(runs, at(5), at(6)).getFirst();
        MoneyRange slope = Objects.requireNonNull(projection.perMonth());
        MoneyRange expected = Objects.requireNonNull(projection.expected());

        assertThat(slope.expected()).isEqualTo(usd("-10.00"));
        assertThat(slope.lowest().amount()).isLessThan(slope.expected().amount());
        assertThat(slope.highest().amount()).isGreaterThan(slope.expected().amount());
        assertThat(expected.lowest()).isEqualTo(usd("0.00"));
        assertThat(expected.highest().amount())
                .isGreaterThan(expected.expected().amount());
    }

    @Test
    void sevenDaysAreEnoughForATrend() {
        for (int number = 1; number <= 5; number++) {
            run(number, START.plus(Duration.ofHours(42L * (number - 1))));
        }

        assertThat(Projections.of(runs, START.plus(Duration.ofDays(7)), at(2))
                        .getFirst()
                        .expected())
                .isNotNull();
    }

    @Test
    void ofTwoRunsThatEndedAtOnceTheLaterOneIsPotential() {
        created();
        run(1, 1, Outcome.NOT_PROMOTED, null);
        run(2, 1, Outcome.NOT_PROMOTED, null);

        assertThat(ledger(3).entries())
                .extracting(entry -> entry.experiment().number())
                .containsExactly(2);
    }

    @Test
    void oneRunThatIsListedTwiceIsTheSame() {
        created();
        promoted(1, 1, NOTHING_SAVED);
        runs.add(runs.getFirst());
        repeated(2, 1, 2, 1);

        assertThat(pipelinesOfLedger()).containsOnly(Status.REALISED);
    }

    @Test
    void pricesOfDifferentVendorsAreNeverAdded() {
        created();
        promoted(1, 1, null);
        PricedRun run = runs.getLast();
        CostEstimate one = run.costs().getFirst();
        CostEstimate other = new CostEstimate(
                one.candidate(),
                "datadog",
                one.priceVersion(),
                false,
                one.baseline(),
                one.monthlySaving(),
                one.monthlySavingLow(),
                one.monthlySavingHigh(),
                List.of());
        runs.set(0, new PricedRun(run.experiment(), "candidate", List.of(one, other)));

        assertThat(ledger(2).totals())
                .extracting(total -> total.book(), total -> total.month().expected())
                .containsExactly(tuple("datadog", usd("100.00")), tuple("grafana-cloud", usd("100.00")));
    }

    private List<Status> pipelinesOfLedger() {
        return ledger(3).entries().stream().map(LedgerEntry::status).toList();
    }

    private ActivePipelines pipelines() {
        return ActivePipelines.of(
                history,
                runs.stream()
                        .map(PricedRun::experiment)
                        .collect(Collectors.toMap(
                                experiment -> experiment.ref().experiment().toString(), Function.identity())));
    }

    private static PipelineRef candidate(int number) {
        return spec(number, NOTHING_SAVED).variants().candidates().get("candidate");
    }

    private static PipelineRef other() {
        return candidate(77);
    }

    private static String id(int number) {
        return new UUID(0, number).toString();
    }

    private void change(Function<Experiment, Experiment> change) {
        PricedRun last = runs.removeLast();
        runs.add(new PricedRun(change.apply(last.experiment()), last.candidate(), last.costs()));
    }

    private static Experiment with(Experiment experiment, Verdict verdict, @Nullable Instant endedAt) {
        ExperimentHead head =
                new ExperimentHead(Phase.COMPLETED, false, 1, verdict, Outcome.NOT_PROMOTED, null, null, null, "done");
        return new Experiment(
                experiment.ref(), experiment.spec(), head, 1, 1, "owner", START, experiment.updatedAt(), endedAt, null);
    }

    private static CostEstimate net(CostEstimate gross, MoneyRange net) {
        CostBreakdown breakdown = new CostBreakdown(
                net,
                new CostBreakdown.Saving(net, net),
                new CostBreakdown.Saving(net, net),
                net,
                null,
                new Recommendation(Advice.ADOPT, ""),
                List.of(),
                new CostBreakdown.Scope(1, 1, "", null),
                List.of());
        return new CostEstimate(
                gross.candidate(),
                gross.book(),
                gross.priceVersion(),
                false,
                gross.baseline(),
                gross.monthlySaving(),
                gross.monthlySavingLow(),
                gross.monthlySavingHigh(),
                List.of(),
                breakdown);
    }
}
