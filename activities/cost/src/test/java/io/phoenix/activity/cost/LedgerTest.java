package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.cost.LedgerEntry;
import io.phoenix.domain.cost.LedgerEntry.Status;
import io.phoenix.domain.cost.LedgerTotal;
import io.phoenix.domain.cost.Projection;
import io.phoenix.domain.cost.SavingsLedger;
import io.phoenix.domain.experiment.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every experiment saves 100 a month (80 to 120); a month has 730 hours. */
class LedgerTest extends LedgerFixture {
    @Test
    void countsWhatRunsSinceItWasPromoted() {
        created();
        promoted(1, 1, null);

        assertThat(ledger(3).entries())
                .extracting(
                        LedgerEntry::status,
                        LedgerEntry::reason,
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(Status.REALISED, "active", usd("200.00")));
        assertThat(ledger(3).entries().getFirst().accrued().low()).isEqualTo(usd("160.00"));
    }

    @Test
    void aPromotionOnTopOfAnotherKeepsBoth() {
        created();
        promoted(1, 1, null);
        promoted(2, 2, null);

        assertThat(ledger(3).totals())
                .containsExactly(new LedgerTotal(
                        Status.REALISED,
                        "grafana-cloud",
                        2,
                        range("200.00", "160.00", "240.00"),
                        range("300.00", "240.00", "360.00")));
    }

    @Test
    void aPromotionThatWasMeasuredAgainstSomethingElseReplacesWhatRan() {
        created();
        promoted(1, 1, null);
        promoted(2, 2, "{template: process-baseline-v1}");

        assertThat(ledger(3).entries())
                .extracting(entry -> entry.experiment().number(), LedgerEntry::status, LedgerEntry::reason)
                .containsExactly(tuple(2, Status.REALISED, "active"), tuple(1, Status.LOST, "replaced"));
    }

    @Test
    void promotingWhatRunsAlreadyGoesOnWithItsSaving() {
        created();
        promoted(1, 1, "{template: process-baseline-v1}");
        repeated(2, 1, 2, 1);

        assertThat(ledger(3).entries())
                .extracting(
                        entry -> entry.experiment().number(),
                        LedgerEntry::status,
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(1, Status.REALISED, usd("200.00")));
    }

    @Test
    void whatWasPromotedTwiceIsLostOnce() {
        created();
        promoted(1, 1, "{template: process-baseline-v1}");
        repeated(2, 1, 2, 1);
        back(3, "rolled_back", 0);

        assertThat(ledger(4).entries())
                .extracting(
                        entry -> entry.experiment().number(),
                        LedgerEntry::status,
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(1, Status.LOST, usd("200.00")));
    }

    @Test
    void leavesARunInScaledTimeOutAndSaysHowMany() {
        created();
        repeated(1, 1, 1, 0.5);

        assertThat(ledger(3).entries()).isEmpty();
        assertThat(Ledger.leftOut(runs)).isEqualTo(1);
        assertThat(Projections.of(runs, at(3), at(4))).isEmpty();
    }

    @Test
    void whatAScaledRunBroughtCountsFromTheFirstRunInRealTime() {
        created();
        repeated(1, 1, 1, 0.5);
        repeated(2, 1, 2, 1);

        assertThat(ledger(3).entries())
                .extracting(
                        entry -> entry.experiment().number(),
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(2, usd("100.00")));
    }

    @Test
    void aRollbackLosesWhatItTakesBackAndKeepsWhatItSaved() {
        created();
        promoted(1, 1, null);
        promoted(2, 2, null);
        back(3, "rolled_back", 1);

        assertThat(ledger(4).entries())
                .extracting(
                        entry -> entry.experiment().number(),
                        LedgerEntry::status,
                        LedgerEntry::reason,
                        entry -> entry.accrued().expected())
                .containsExactly(
                        tuple(2, Status.LOST, "rolled_back", usd("100.00")),
                        tuple(1, Status.REALISED, "active", usd("300.00")));
    }

    @Test
    void whatWonAndWasNotPromotedIsPotentialOncePerTarget() {
        created();
        run(1, 1, Outcome.NOT_PROMOTED, null);
        run(2, 2, Outcome.NOT_PROMOTED, null);

        assertThat(ledger(3).entries())
                .extracting(
                        entry -> entry.experiment().number(),
                        LedgerEntry::status,
                        entry -> entry.accrued().expected())
                .containsExactly(tuple(2, Status.POTENTIAL, usd("0.00")));
    }

    @Test
    void statusesAreNeverAdded() {
        created();
        promoted(1, 1, null);
        back(2, "reverted", 0);
        run(2, 3, Outcome.NOT_PROMOTED, null);

        assertThat(ledger(4).totals())
                .extracting(LedgerTotal::status, LedgerTotal::experiments)
                .containsExactly(tuple(Status.POTENTIAL, 1), tuple(Status.LOST, 1));
    }

    @Test
    void countsWithinTheAskedTimeAlone() {
        created();
        promoted(1, 1, null);

        SavingsLedger second = Ledger.of(runs, Map.of("demo", history), at(1).plus(MONTH.dividedBy(2)), at(2));

        assertThat(second.entries().getFirst().accrued().expected()).isEqualTo(usd("50.00"));
    }

    @Test
    void aMonthOutsideHasNothing() {
        created();
        promoted(1, 3, null);
        back(5, "rolled_back", 0);
        run(2, 6, Outcome.NOT_PROMOTED, null);

        assertThat(Ledger.of(runs, Map.of("demo", history), at(1), at(3)).entries())
                .isEmpty();
        assertThat(Ledger.of(runs, Map.of("demo", history), at(4), at(5)).entries())
                .hasSize(1);
        assertThat(Ledger.of(runs, Map.of("demo", history), at(5), at(6)).entries())
                .isEmpty();
    }

    /** 100, 200, ... 500 a month are 600 a month later, without an error. */
    @Test
    void projectsTheBillOfATargetFromItsBaselines() {
        for (int month = 1; month <= 5; month++) {
            run(month, month, Outcome.NOT_PROMOTED, null, 100 * month);
        }

        Projection projection =
                Projections.of(runs, at(5), at(6).plusNanos(123)).getFirst();

        assertThat(projection.expected()).isEqualTo(range("600.00", "600.00", "600.00"));
        assertThat(projection.perMonth()).isEqualTo(range("100.00", "100.00", "100.00"));
        assertThat(projection.sentence()).contains("at " + at(6) + " a month costs");
    }

    @Test
    void looksNoFurtherAheadThanTheHistoryReachesBack() {
        for (int month = 1; month <= 5; month++) {
            run(month, month, Outcome.NOT_PROMOTED, null, 100 * month);
        }

        assertThat(Projections.of(runs, at(5), at(20)).getFirst().at()).isEqualTo(at(9));
        assertThat(Projections.of(runs, at(9), at(20)).getFirst())
                .extracting(Projection::expected, Projection::sentence)
                .containsExactly(
                        null,
                        "The runs of demo reach over 121 days and the last one is as long ago, which is too long to look ahead"
                                + " from it; run again.");
    }

    @Test
    void aProjectionSaysThatThePriceHasChangedMeanwhile() {
        for (int month = 1; month <= 5; month++) {
            price = month < 3 ? "2026-11-21" : "2027-02-01";
            run(month, month, Outcome.NOT_PROMOTED, null, 100 * month);
        }

        Projection projection = Projections.of(runs, at(5), at(6)).getFirst();

        assertThat(projection.sentence()).endsWith("whatever their input was, priced by 2 versions of the price).");
        assertThat(projection.history())
                .extracting(Projection.Point::priceVersion)
                .containsOnly("2026-11-21", "2027-02-01");
    }

    @Test
    void saysWhatAProjectionLacks() {
        for (int month = 1; month <= 4; month++) {
            run(month, month, Outcome.NOT_PROMOTED, null);
        }
        Projection few = Projections.of(runs, at(4), at(5)).getFirst();
        runs.clear();
        for (int number = 1; number <= 5; number++) {
            run(number, START.plus(Duration.ofMinutes(number)));
        }
        Projection brief = Projections.of(runs, at(1), at(2)).getFirst();

        assertThat(few.expected()).isNull();
        assertThat(few.sentence())
                .isEqualTo("A trend needs at least 5 runs over at least 7 days, demo has 4 runs over 91 days.");
        assertThat(brief.expected()).isNull();
        assertThat(brief.sentence()).endsWith("demo has 5 runs over 4m.");
    }
}
