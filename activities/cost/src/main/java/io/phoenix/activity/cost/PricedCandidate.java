package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Bill;
import io.phoenix.domain.cost.BillLine;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange.Decimals;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One candidate at one vendor's price. Every amount is computed at both ends of the measured intervals and with every reading of
 * figures that nobody has verified; the least and the greatest of them are its range.
 */
final class PricedCandidate {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);

    private final PriceBookEntry entry;
    private final PricingScope scope;
    private final CandidateVolumes volumes;
    private final TestMonth test;

    PricedCandidate(PriceBookEntry entry, PricingScope scope, CandidateVolumes volumes, Duration measured) {
        this.entry = entry;
        this.scope = scope;
        this.volumes = volumes;
        this.test = new TestMonth(scope.tested().isZero() ? measured : scope.tested());
    }

    PriceBookEntry entry() {
        return entry;
    }

    PricingScope scope() {
        return scope;
    }

    CandidateVolumes volumes() {
        return volumes;
    }

    TestMonth test() {
        return test;
    }

    /** Whether every volume that this price rests on has an interval. */
    boolean bounded() {
        return volumes.bounded(entry.model())
                && (compute() == null || volumes.bounded(compute().model()));
    }

    /** At which level those intervals hold. */
    SortedMap<Metric, Double> levels() {
        return volumes.levels(
                Stream.concat(Stream.of(entry), Stream.ofNullable(compute())).map(PriceBookEntry::model));
    }

    /** The price of CPU and memory; null when there is none, in this currency, beside the entry itself. */
    @Nullable
    PriceBookEntry compute() {
        PriceBookEntry compute = scope.compute();
        boolean nets = compute != null
                && !compute.id().equals(entry.id())
                && compute.currency().equals(entry.currency());
        return nets ? compute : null;
    }

    Volume baseline() {
        return onFleet(volumes.baseline());
    }

    Volume candidate(Ends.Side side) {
        return onFleet(volumes.at(side));
    }

    private Volume onFleet(Volume measured) {
        return scope.fleet() == scope.hosts()
                ? measured
                : measured.times(BigDecimal.valueOf(scope.fleet()))
                        .dividedBy(BigDecimal.valueOf(scope.hosts()))
                        .onHosts(BigDecimal.valueOf(scope.fleet()));
    }

    Decimals baselineBill() {
        return over((side, reading) -> entry.model().perMonth(baseline(), reading));
    }

    Decimals candidateBill() {
        return over((side, reading) -> entry.model().perMonth(candidate(side), reading));
    }

    Decimals gross() {
        return over(this::gross);
    }

    /** What the candidate's collector costs less. */
    Decimals collectorSaving() {
        return over(this::collectorSaving);
    }

    Decimals net() {
        return over((side, reading) -> gross(side, reading).add(collectorSaving(side, reading)));
    }

    Decimals testing() {
        return over(this::testing);
    }

    Decimals firstYear() {
        return over((side, reading) -> gross(side, reading)
                .add(collectorSaving(side, reading))
                .multiply(MONTHS)
                .subtract(testing(side, reading)));
    }

    static Decimals year(Decimals month) {
        return month.rising(MONTHS::multiply);
    }

    /**
     * Days until the saving has paid for the experiment, at one end of everything; null when it never does, as with one that is
     * less than half of the currency's minor unit a month.
     */
    @Nullable
    BigDecimal daysToBreakEven(Ends.Side side) {
        List<BigDecimal> days = new ArrayList<>();
        for (Reading reading : readings(side)) {
            BigDecimal month = gross(side, reading).add(collectorSaving(side, reading));
            if (Money.rounded(month, entry.currency()).amount().signum() <= 0) {
                return null;
            }
            days.add(testing(side, reading)
                    .multiply(Quantity.HOURS_PER_MONTH)
                    .divide(month.multiply(HOURS_PER_DAY), MathContext.DECIMAL64));
        }
        BigDecimal found = days.stream()
                .reduce(side == Ends.Side.LEAST ? BigDecimal::min : BigDecimal::max)
                .orElseThrow();
        return found.setScale(2, RoundingMode.CEILING);
    }

    private static Reading[] readings(Ends.Side side) {
        return side == Ends.Side.EXPECTED ? new Reading[] {Reading.LISTED} : Reading.values();
    }

    /** The charge whose amount changes most between the variants. */
    BillLine driver() {
        Bill before = entry.model().bill(baseline(), Reading.LISTED);
        Bill after = entry.model().bill(candidate(Ends.Side.EXPECTED), Reading.LISTED);
        int widest = 0;
        for (int i = 1; i < before.lines().size(); i++) {
            if (change(before, after, i).compareTo(change(before, after, widest)) > 0) {
                widest = i;
            }
        }
        return before.lines().get(widest);
    }

    private static BigDecimal change(Bill before, Bill after, int line) {
        return amount(before, line).subtract(amount(after, line)).abs();
    }

    private static BigDecimal amount(Bill bill, int line) {
        return Objects.requireNonNull(bill.lines().get(line).amount(), "amount of an entry with a price");
    }

    private BigDecimal gross(Ends.Side side, Reading reading) {
        return entry.model()
                .perMonth(baseline(), reading)
                .subtract(entry.model().perMonth(candidate(side), reading));
    }

    private BigDecimal collectorSaving(Ends.Side side, Reading reading) {
        PriceBookEntry compute = compute();
        return compute == null
                ? BigDecimal.ZERO
                : compute.model()
                        .perMonth(baseline(), reading)
                        .subtract(compute.model().perMonth(candidate(side), reading));
    }

    /** The experiment ran on the measured hosts, whatever fleet is priced. */
    private BigDecimal testing(Ends.Side side, Reading reading) {
        Volume usual = baseline();
        Volume month = usual.plus(test.added(volumes.baseline(), volumes.at(side)));
        BigDecimal extra =
                entry.model().perMonth(month, reading).subtract(entry.model().perMonth(usual, reading));
        PriceBookEntry compute = compute();
        return compute == null
                ? extra
                : extra.add(compute.model()
                        .perMonth(month, reading)
                        .subtract(compute.model().perMonth(usual, reading)));
    }

    private Decimals over(BiFunction<Ends.Side, Reading, BigDecimal> amount) {
        BigDecimal expected = amount.apply(Ends.Side.EXPECTED, Reading.LISTED);
        if (!bounded()) {
            return new Decimals(expected, null, null);
        }
        BigDecimal low = expected;
        BigDecimal high = expected;
        for (Ends.Side side : Ends.Side.values()) {
            for (Reading reading : Reading.values()) {
                BigDecimal corner = amount.apply(side, reading);
                low = low.min(corner);
                high = high.max(corner);
            }
        }
        return new Decimals(expected, low, high);
    }
}
