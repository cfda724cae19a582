package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.LedgerEntry;
import io.phoenix.domain.cost.LedgerEntry.Period;
import io.phoenix.domain.cost.LedgerEntry.Status;
import io.phoenix.domain.cost.LedgerTotal;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.MoneyRange.Decimals;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.SavingsLedger;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetGeneration;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the ledger of realised, potential and lost savings. */
public final class Ledger {
    private static final BigDecimal MONTH =
            BigDecimal.valueOf(Duration.ofHours(730).toMillis());
    private static final Decimals NOTHING = new Decimals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** How an entry's amounts come about, and the totals from them. */
    public static final String FORMULA =
            "month = net_month of the run's estimate, at its price version; accrued = month * hours"
                    + " of its periods, each from since to until (or to), within from to to / 730, 0 while not promoted; a total is the sum of one status at"
                    + " one book in one currency, and statuses are never added to one another";

    private final Map<String, List<TargetGeneration>> histories;
    private final Map<String, ActivePipelines> active;
    private final Instant from;
    private final Instant to;

    private Ledger(List<PricedRun> runs, Map<String, List<TargetGeneration>> histories, Instant from, Instant to) {
        Map<String, Experiment> byId = runs.stream()
                .map(PricedRun::experiment)
                .collect(Collectors.toMap(Ledger::id, Function.identity(), (one, other) -> one));
        this.histories = Map.copyOf(histories);
        this.active = histories.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, history -> ActivePipelines.of(history.getValue(), byId)));
        this.from = from;
        this.to = to;
    }

    /**
     * The ledger with what was saved from {@code from} to {@code to}.
     *
     * <p>Of the runs at one target that won and were not promoted the latest alone is a potential saving, since only one of
     * them could run; none is when its pipeline runs already. What ran or was won outside of the time is left out, and so is
     * every run that {@link #counts} leaves out.
     *
     * @param runs in any order
     * @param histories of the targets by name
     * @param to exclusive
     */
    public static SavingsLedger of(
            List<PricedRun> runs, Map<String, List<TargetGeneration>> histories, Instant from, Instant to) {
        Ledger ledger = new Ledger(runs, histories, from, to);
        Set<String> waiting = new HashSet<>();
        List<LedgerEntry> entries = runs.stream()
                .filter(run -> won(run) && counts(run.experiment()))
                .sorted(Comparator.comparing((PricedRun run) -> ended(run.experiment()))
                        .thenComparing(run -> id(run.experiment()))
                        .reversed())
                .flatMap(run -> ledger.entries(run, waiting))
                .toList();
        return new SavingsLedger(from, to, entries, totals(entries));
    }

    /**
     * Whether a run has its place in a ledger. One in scaled time has none: its intervals are shorter, so that it measures more
     * samples in a second than the same input sends in real time.
     */
    public static boolean counts(Experiment experiment) {
        return experiment.timeScale() == 1;
    }

    /** The runs that won and have no place in the ledger, see {@link #counts}. */
    public static long leftOut(List<PricedRun> runs) {
        return runs.stream()
                .filter(run -> won(run) && !counts(run.experiment()))
                .count();
    }

    private static boolean won(PricedRun run) {
        return run.experiment().head().verdict() == Verdict.PROMOTE;
    }

    private Stream<LedgerEntry> entries(PricedRun run, Set<String> waiting) {
        String target = run.experiment().spec().target();
        ActivePipelines pipelines = active.get(target);
        List<Period> periods = pipelines == null ? List.of() : pipelines.periods(id(run.experiment()));
        if (!periods.isEmpty()) {
            Status status = periods.getLast().until() == null ? Status.REALISED : Status.LOST;
            return periods.stream().anyMatch(this::within)
                    ? run.costs().stream().map(cost -> promoted(run, cost, status, periods))
                    : Stream.empty();
        }
        Period never = new Period(ended(run.experiment()), null, "not_promoted");
        boolean repeats = pipelines != null && pipelines.repeats(id(run.experiment()));
        if (repeats || runs(run) || !within(never) || !waiting.add(target)) {
            return Stream.empty();
        }
        return run.costs().stream().map(cost -> entry(run, cost, Status.POTENTIAL, never, NOTHING, List.of()));
    }

    private boolean within(Period period) {
        return period.since().isBefore(to)
                && (period.until() == null || period.until().isAfter(from));
    }

    /** Whether what the run proposed is what its target runs. */
    private boolean runs(PricedRun run) {
        PipelineRef candidate = run.experiment().spec().variants().candidates().get(run.candidate());
        return histories.getOrDefault(run.experiment().spec().target(), List.of()).stream()
                .max(Comparator.comparingLong(TargetGeneration::generation))
                .filter(latest -> latest.pipeline().equals(candidate))
                .isPresent();
    }

    /** What it saved in one period stays saved when it runs again in another. */
    private LedgerEntry promoted(PricedRun run, CostEstimate cost, Status status, List<Period> periods) {
        BigDecimal months = periods.stream().map(this::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        Period last = periods.getLast();
        return entry(
                run,
                cost,
                status,
                new Period(periods.getFirst().since(), last.until(), last.reason()),
                cost.netMonth().decimals().rising(months::multiply),
                periods);
    }

    private static LedgerEntry entry(
            PricedRun run, CostEstimate cost, Status status, Period whole, Decimals accrued, List<Period> periods) {
        return new LedgerEntry(
                run.experiment().ref(),
                run.experiment().spec().target(),
                run.candidate(),
                cost.book(),
                cost.priceVersion(),
                status,
                whole.reason(),
                cost.netMonth(),
                MoneyRange.rounded(accrued, Currency.getInstance(cost.baseline().currency())),
                whole.since(),
                whole.until(),
                periods);
    }

    /** Months within the time of the ledger in which the pipeline ran. */
    private BigDecimal share(Period period) {
        Instant start = period.since().isBefore(from) ? from : period.since();
        Instant end = period.until() == null || period.until().isAfter(to) ? to : period.until();
        long millis = Math.max(0, Duration.between(start, end).toMillis());
        return BigDecimal.valueOf(millis).divide(MONTH, MathContext.DECIMAL64);
    }

    private static List<LedgerTotal> totals(List<LedgerEntry> entries) {
        List<LedgerTotal> totals = new ArrayList<>();
        for (Status status : Status.values()) {
            Map<String, List<LedgerEntry>> byBook = entries.stream()
                    .filter(entry -> entry.status() == status)
                    .collect(Collectors.groupingBy(
                            entry -> entry.book() + " "
                                    + entry.month().expected().currency(),
                            TreeMap::new,
                            Collectors.toList()));
            byBook.values().forEach(same -> totals.add(total(status, same)));
        }
        return totals;
    }

    private static LedgerTotal total(Status status, List<LedgerEntry> same) {
        return new LedgerTotal(
                status,
                same.getFirst().book(),
                same.size(),
                sum(same, LedgerEntry::month),
                sum(same, LedgerEntry::accrued));
    }

    private static MoneyRange sum(List<LedgerEntry> entries, Function<LedgerEntry, MoneyRange> part) {
        Currency currency =
                Currency.getInstance(entries.getFirst().month().expected().currency());
        return MoneyRange.rounded(
                entries.stream().map(part).map(MoneyRange::decimals).reduce(NOTHING, Decimals::plus), currency);
    }

    private static String id(Experiment experiment) {
        return experiment.ref().experiment().toString();
    }

    private static Instant ended(Experiment experiment) {
        return experiment.endedAt() == null ? experiment.updatedAt() : experiment.endedAt();
    }
}
