package io.phoenix.activity.verdict;

import io.phoenix.activity.cost.CostEngine;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.PricingScope;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Window;
import io.phoenix.workflow.experiment.AnalyzeRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What a spec asks to be priced. */
final class SpecPricing {
    private final PriceBooks books;

    SpecPricing(PriceBooks books) {
        this.books = books;
    }

    List<CostEstimate> estimates(AnalyzeRequest request, AnalysisResult result, List<MeasuredWindow> measured) {
        ExperimentSpec spec = request.spec();
        return CostEngine.savings(
                result,
                measured,
                spec.pricing().books().stream()
                        .flatMap(book -> books.find(book).stream())
                        .toList(),
                PricingScope.measured(spec.input().hosts())
                        .testedFor(tested(request))
                        .atTimeScale(Math.min(1, scale(request)))
                        .withCompute(books.find(PriceBooks.COMPUTE).orElse(null)));
    }

    /** From the start of the warm-up to the end of the last window. */
    private static Duration tested(AnalyzeRequest request) {
        Duration windows = request.windows().stream()
                .map(Window::start)
                .min(Comparator.naturalOrder())
                .flatMap(start -> request.windows().stream()
                        .map(Window::end)
                        .max(Comparator.naturalOrder())
                        .map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
        return windows.plusNanos(Math.round(request.spec().timing().warmUp().toNanos() * scale(request)));
    }

    private static double scale(AnalyzeRequest request) {
        return (double) request.step().toNanos()
                / request.spec().timing().step().toNanos();
    }
}
