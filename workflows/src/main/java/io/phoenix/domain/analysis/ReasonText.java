package io.phoenix.domain.analysis;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers that stand beside a reason's sentence. */
final class ReasonText {
    private static final double SECONDS_TOLD_AS_SUCH = 120;
    private static final String AT_EVERY_STEP = "FAR_FROM_THRESHOLD";

    private ReasonText() {}

    static List<Reason> ofMetric(MetricResult metric, Criteria criteria) {
        String numbers = switch (metric.role()) {
            case "goal" -> goal(metric, criteria);
            case "guardrail" -> guardrail(metric, criteria);
            default -> levels(metric);
        };
        String told = metric.name() + ": " + numbers + look(metric) + needed(metric);
        boolean atEveryStep = AT_EVERY_STEP.equals(metric.rule());
        return metric.reasons().stream()
                .map(ReasonCode::valueOf)
                .map(code -> atEveryStep ? code.atEveryStep(metric.name(), told) : code.because(metric.name(), told))
                .toList();
    }

    /** At which of several looks it was judged, and by which share of the risk. */
    private static String look(MetricResult metric) {
        Map<String, Double> look = metric.shown().getOrDefault("look", Map.of());
        Double number = look.get("number");
        Double of = look.get("of");
        if (number == null || of == null) {
            return "";
        }
        Double level = look.get("level");
        Double chance = metric.shown().getOrDefault("futility", Map.of()).get("chance");
        return format("; look %.0f", number)
                + format(" of %.0f", of)
                + (level == null || level == 0 ? "" : format(" at level %.3g", level))
                + (chance == null || !metric.reasons().contains(ReasonCode.UNPROMISING.name())
                        ? ""
                        : ", chance " + percent(chance));
    }

    /** How much longer an undecided run would have to be, if what it saw so far is true. */
    private static String needed(MetricResult metric) {
        Double seconds = metric.shown().getOrDefault("needed", Map.of()).get("moreSeconds");
        if (seconds == null) {
            return "";
        }
        return seconds < SECONDS_TOLD_AS_SUCH
                ? format("; needs about %.0f more seconds", Math.ceil(seconds))
                : format("; needs about %.0f more minutes", Math.ceil(seconds / 60));
    }

    static List<Reason> ofParity(ParityResult parity) {
        String numbers = parity.ratio() == null
                ? ""
                : "Accepted points, candidate to baseline: "
                        + range("%.4f", parity.ratio(), parity.ratioLower(), parity.ratioUpper()) + " (90 %).";
        return parity.reasons().stream()
                .map(ReasonCode::valueOf)
                .map(code -> code == ReasonCode.UP_TOO_LOW
                        ? code.because("up", "")
                        : code.because("accepted_points", numbers))
                .toList();
    }

    static Reason suspicious(MetricResult metric) {
        return ReasonCode.SUSPICIOUS.because(metric.name(), metric.name() + ": " + saving(metric) + ".");
    }

    static Reason memoryUnknown(MetricResult metric) {
        Double longest = metric.shown().getOrDefault("memory", Map.of()).get("longestSeconds");
        return ReasonCode.MEMORY_UNKNOWN.because(
                null, longest == null ? "" : format("This run supports a memory of at most %.3g s.", longest));
    }

    private static String goal(MetricResult metric, Criteria criteria) {
        double minimum = criteria.goals().stream()
                .filter(goal -> goal.metric().equals(metric.name()))
                .mapToDouble(Criteria.Goal::minimumSaving)
                .max()
                .orElse(0);
        return saving(metric) + ", asked: " + percent(minimum) + "; " + samples(metric);
    }

    private static String guardrail(MetricResult metric, Criteria criteria) {
        boolean bySample = "MAXIMUM".equals(metric.rule());
        Guardrail limit = criteria.guardrails().stream()
                .filter(guardrail -> guardrail.metric().equals(metric.name()))
                .filter(guardrail -> (guardrail.maximumValue() != null) == bySample)
                .findFirst()
                .orElse(null);
        if (limit != null && limit.maximumValue() != null) {
            Map<String, Double> largest = metric.shown().getOrDefault("maximum", Map.of());
            return "largest value of the baseline " + number(largest.get("baseline")) + ", of the candidate "
                    + number(largest.get("candidate")) + ", limit: " + number(limit.maximumValue());
        }
        if (limit != null && limit.maximumIncrease() != null && metric.ratio() != null) {
            return "change " + signed(metric.ratio() - 1) + bound(metric) + ", limit: "
                    + signed(limit.maximumIncrease()) + "; " + samples(metric);
        }
        String maximum = limit == null || limit.maximum() == null ? "" : ", limit: " + number(limit.maximum());
        return levels(metric) + maximum;
    }

    private static String bound(MetricResult metric) {
        Double lower = metric.oneSidedLower();
        Double upper = metric.oneSidedUpper();
        return lower == null || upper == null
                ? ""
                : " (one-sided bounds " + signed(lower - 1) + " and " + signed(upper - 1) + ")";
    }

    private static String saving(MetricResult metric) {
        Double saving = metric.saving();
        Double lower = metric.ratioUpper();
        Double upper = metric.ratioLower();
        if (saving == null) {
            return levels(metric);
        }
        return lower == null || upper == null
                ? "saving " + percent(saving)
                : "saving " + percent(saving) + " (" + percent(1 - lower) + " to " + percent(1 - upper) + ")";
    }

    private static String levels(MetricResult metric) {
        return "baseline " + number(metric.baselineMean()) + ", candidate " + number(metric.candidateMean());
    }

    private static String samples(MetricResult metric) {
        return metric.n() + " steps, coverage " + percent(metric.coverage());
    }

    private static String range(String pattern, double value, @Nullable Double lower, @Nullable Double upper) {
        String text = format(pattern, value);
        return lower == null || upper == null
                ? text
                : text + ", interval " + format(pattern, lower) + " to " + format(pattern, upper);
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "unknown";
        }
        return format(value == Math.rint(value) || Math.abs(value) >= 1000 ? "%,.0f" : "%.4g", value);
    }

    private static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String signed(double share) {
        return format("%+.1f %%", 100 * share);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
