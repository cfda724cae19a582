package io.phoenix.api.experiment;

import io.phoenix.activity.analysis.RunPlanning;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.api.problem.InvalidValue;
import io.phoenix.client.Json;
import io.phoenix.client.PlanRequest;
import io.phoenix.client.PlanResponse;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.experiment.Timing;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers how long a run has to be. */
@Singleton
final class RunPlans {
    private final SpecIntake intake;
    private final PilotRuns pilots;

    RunPlans(SpecIntake intake, PilotRuns pilots) {
        this.intake = intake;
        this.pilots = pilots;
    }

    PlanResponse of(TenantId tenant, PlanRequest request) {
        check(request);
        Asked asked = asked(tenant, request.spec());
        PlanQuestion question = asked.question().expecting(request.expectedSaving(), asked.hosts());
        PilotRuns.Found found = found(tenant, request, asked);
        Map<String, Object> tree =
                new LinkedHashMap<>(RunPlanning.of(question, found.runs()).tree());
        if (found.pilot() != null) {
            tree.put("pilot", found.pilot());
        }
        if (!found.unreadable().isEmpty()) {
            tree.put("advice", withUnreadable(tree.get("advice"), found.unreadable()));
        }
        return Json.convert(tree, PlanResponse.class);
    }

    private static List<Object> withUnreadable(@Nullable Object advice, List<String> unreadable) {
        List<Object> all = new ArrayList<>();
        all.add(Map.of(
                "code",
                "UNREADABLE_RUNS",
                "message",
                "Not planned by what cannot be read: " + String.join("; ", unreadable) + "."));
        if (advice instanceof List<?> known) {
            all.addAll(known);
        }
        return all;
    }

    private static void check(PlanRequest request) {
        if (request.experiment() != null && request.pilot() != null) {
            throw InvalidValue.of(
                    "pilot", "exactly_one", "experiment and pilot are both given, expected one of them to plan by");
        }
        Double saving = request.expectedSaving();
        if (saving != null && !(saving >= 0 && saving < 1)) {
            throw InvalidValue.of(
                    "expectedSaving",
                    "range",
                    "expectedSaving is " + saving + ", expected a share of the baseline in [0, 1)");
        }
    }

    private PilotRuns.Found found(TenantId tenant, PlanRequest request, Asked asked) {
        if (request.pilot() != null) {
            return PilotRuns.ofSeries(request.pilot(), asked.question());
        }
        if (request.experiment() != null) {
            return pilots.ofExperiment(tenant, request.experiment());
        }
        return asked.spec() == null ? PilotRuns.Found.NOTHING : pilots.ofHistory(tenant, asked.spec());
    }

    /** @param spec null when criteria alone were given */
    private record Asked(@Nullable ExperimentSpec spec, PlanQuestion question) {
        /** Of a simulation; how many real ones there are nobody has written down. */
        @Nullable
        Integer hosts() {
            return spec != null && spec.input().simulation() != null
                    ? (Integer) spec.input().hosts()
                    : null;
        }
    }

    private Asked asked(TenantId tenant, @Nullable Object document) {
        Map<String, Object> tree = tree(document);
        if (tree.containsKey("criteria") && tree.containsKey("step") && !tree.containsKey("variants")) {
            AnalysisPlan plan = AnalysisPlanReader.read(tree).orThrow(ErrorCode.INVALID_SPEC);
            return new Asked(null, new PlanQuestion(plan.criteria(), plan.step(), plan.memory(), null, null));
        }
        ExperimentSpec spec = intake.read(tenant, tree).orThrow(ErrorCode.INVALID_SPEC);
        Timing timing = spec.timing();
        return new Asked(
                spec,
                new PlanQuestion(
                        spec.criteria(), timing.step(), timing.memory(), timing.duration(), timing.maximumDuration()));
    }

    private static Map<String, Object> tree(@Nullable Object document) {
        return switch (document) {
            case String text -> SpecText.parse(text).orThrow(ErrorCode.INVALID_REQUEST);
            case Map<?, ?> map -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                map.forEach((name, value) -> tree.put(String.valueOf(name), value));
                yield tree;
            }
            case null, default ->
                throw InvalidValue.of(
                        "spec", "type", "spec is " + document + ", expected a specification as an object or as text");
        };
    }
}
