package io.phoenix.api.cost;

import io.phoenix.activity.cost.CostEngine;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.PriceSource;
import io.phoenix.activity.cost.PricingScope;
import io.phoenix.api.experiment.ExperimentFinder;
import io.phoenix.client.CostEstimateRequest;
import io.phoenix.client.CostEstimateResponse;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Prices what was asked for by the tenant's price book. */
@Singleton
final class Estimation {
    private final PriceSource prices;
    private final ExperimentFinder finder;
    private final ReportStore reports;
    private final MeasurementStore measurements;

    Estimation(PriceSource prices, ExperimentFinder finder, ReportStore reports, MeasurementStore measurements) {
        this.prices = prices;
        this.finder = finder;
        this.reports = reports;
        this.measurements = measurements;
    }

    CostEstimateResponse of(TenantId tenant, CostEstimateRequest request) {
        PriceBooks books = prices.of(tenant);
        EstimateRules rules = new EstimateRules(books);
        rules.check(request);
        List<PriceBookEntry> entries = books.entries().stream()
                .filter(entry -> request.books().isEmpty() || request.books().contains(entry.id()))
                .toList();
        return request.volume() != null
                ? bills(entries, EstimateRules.volume(request.volume()))
                : estimates(tenant, request, books, entries);
    }

    private static CostEstimateResponse bills(List<PriceBookEntry> entries, Volume volume) {
        return new CostEstimateResponse(
                List.of(),
                priced(entries).stream()
                        .map(entry -> CostMapper.bill(entry, volume))
                        .toList(),
                entries.stream()
                        .filter(entry -> !entry.model().priced())
                        .map(entry -> CostMapper.unpriced(entry, volume))
                        .toList());
    }

    private CostEstimateResponse estimates(
            TenantId tenant, CostEstimateRequest request, PriceBooks books, List<PriceBookEntry> entries) {
        Experiment experiment = finder.required(tenant, String.valueOf(request.experiment()));
        AnalysisResult result = reports.analysis(tenant, experiment.ref().experiment())
                .orElseThrow(() -> new FinalException(
                        ErrorCode.CONFLICT,
                        "experiment " + experiment.ref().title()
                                + " has not been analysed, so there is nothing to price"));
        List<MeasuredWindow> measured =
                measurements.load(tenant, experiment.ref().experiment());
        PricingScope scope = PricingScope.measured(experiment.spec().input().hosts())
                .testedFor(tested(experiment, measured))
                .atTimeScale(experiment.timeScale())
                .withCompute(books.find(PriceBooks.COMPUTE).orElse(null));
        PricingScope asked = request.hosts() == null ? scope : scope.extrapolatedTo(request.hosts());
        return new CostEstimateResponse(
                CostEngine.savings(result, measured, priced(entries), asked).stream()
                        .map(CostMapper::tree)
                        .toList(),
                List.of(),
                entries.stream()
                        .filter(entry -> !entry.model().priced())
                        .map(entry -> CostMapper.unpriced(entry, null))
                        .toList());
    }

    private static List<PriceBookEntry> priced(List<PriceBookEntry> entries) {
        return entries.stream().filter(entry -> entry.model().priced()).toList();
    }

    /** From the start of the warm-up to the end of the last window. */
    private static Duration tested(Experiment experiment, List<MeasuredWindow> measured) {
        if (measured.isEmpty()) {
            return Duration.ZERO;
        }
        Instant start = measured.stream()
                .map(window -> window.window().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = measured.stream()
                .map(window -> window.window().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration warmUp = experiment.spec().timing().warmUp();
        return Duration.between(start, end).plusNanos(Math.round(warmUp.toNanos() * experiment.timeScale()));
    }
}
