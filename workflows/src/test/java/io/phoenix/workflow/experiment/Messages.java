package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** One example of every message that travels between workflows, activities and clients. */
public final class Messages {
    private static final List<Class<?>> CONTRACTS = List.of(
            ExperimentWorkflow.class,
            TargetActivities.class,
            PipelineActivities.class,
            DeploymentActivities.class,
            LoadActivities.class,
            MeasurementActivities.class,
            AnalysisActivities.class,
            PromotionActivities.class,
            RecordActivities.class);

    private Messages() {}

    /** Every record that a method of a contract takes or gives. */
    public static Set<Class<?>> types() {
        Set<Class<?>> types = new LinkedHashSet<>();
        CONTRACTS.stream()
                .flatMap(contract -> Arrays.stream(contract.getMethods()))
                .forEach(method -> add(types, method));
        types.removeIf(type -> !type.isRecord());
        return types;
    }

    private static void add(Set<Class<?>> types, Method method) {
        types.add(method.getReturnType());
        types.addAll(List.of(method.getParameterTypes()));
    }

    public static Stream<Object> all() {
        return Stream.concat(experiment(), activities());
    }

    private static Stream<Object> experiment() {
        Instant at = Instant.parse("2026-01-01T00:00:10.123456789Z");
        ExperimentHead head = new ExperimentHead(
                Phase.COMPLETED,
                false,
                0.9,
                Verdict.PROMOTE,
                Outcome.PROMOTED,
                "approved",
                Cleanup.CLEAN,
                null,
                "promoted");
        AuditEntry audit =
                new AuditEntry(TenantId.DEFAULT, "1", at, "bob", "experiment.abort", "experiment/1", Map.of("a", "b"));
        return Stream.of(
                Plans.ref(),
                Plans.aPlan().manual().build(),
                Plans.aPlan().onHosts().scaled(0.1).build(),
                state(at),
                new ExperimentResult(head),
                new ExperimentStatus(Plans.ref(), head, 12),
                new ExperimentProgress(3, 10, 0.3, "window 4 is measured", at, 1, 4),
                new ExperimentReportQuery(Fakes.summary(Verdict.PROMOTE), Fakes.cost()),
                new ExperimentReportQuery(null, null),
                new Command(new UUID(1, 2), CommandKind.EXTEND, "bob", "why not", Duration.ofMinutes(2)),
                CommandDecision.refused("four_eyes", "somebody else has to approve it"),
                new SignalNote("bob", null),
                new Projection(Plans.ref(), 3, "phase_changed", head, at, "run"),
                audit);
    }

    private static Stream<Object> activities() {
        Instant at = Instant.parse("2026-01-01T00:00:10Z");
        Window window = window(at);
        Promotion promotion = new Promotion("demo", 8, Fakes.WINNER, Fakes.ACTIVE);
        return Stream.of(
                reservation(),
                new RenderRequest(
                        Plans.ref(),
                        new TreeMap<>(Map.of("baseline", new PipelineRef("process-baseline-v1", Map.of("k", 1)))),
                        Plans.aPlan().spec().input()),
                rendered(),
                new DeployRequest(
                        Plans.ref(), "demo", rendered(), Plans.aPlan().spec().input()),
                new ReadinessRequest(Plans.ref(), "demo", rendered()),
                new DeployedCollectors("127.0.0.1:1", new TreeMap<>(Map.of("baseline", "127.0.0.1:2"))),
                new LoadRequest(
                        Plans.ref(),
                        java.util.Objects.requireNonNull(
                                Plans.aPlan().spec().input().simulation()),
                        Duration.ofMillis(200),
                        "127.0.0.1:1"),
                new MeasureRequest(
                        Plans.ref(),
                        window,
                        List.of("baseline", "candidate"),
                        List.of("postgres"),
                        Duration.ofSeconds(1),
                        at),
                summary(),
                WindowSummary.missing(2),
                new AnalyzeRequest(Plans.ref(), Plans.aPlan().spec(), List.of(window), window.step(), null),
                Fakes.summary(Verdict.REJECT),
                new AnalyzeRequest(
                        Plans.ref(),
                        Plans.aPlan().looking(4, Criteria.Spending.POCOCK).spec(),
                        List.of(window),
                        window.step(),
                        null,
                        new LookRequest(List.of(0.25), 240, false)),
                Fakes.summary(Verdict.REJECT).at(new LookSummary(2, 0.5, true)),
                new CostRequest(Plans.ref(), Plans.aPlan().spec()),
                Fakes.cost(),
                new PromoteRequest(Plans.ref(), "demo", 7, Fakes.WINNER),
                promotion,
                new VerifyRequest(Plans.ref(), promotion, List.of("postgres"), Duration.ofSeconds(1)),
                new VerifyLook(true, false, Fakes.summary(Verdict.PROMOTE).reasons()),
                new Compensation.ReleaseTarget("demo"),
                new Compensation.RemoveVariants("queue", "demo"),
                new Compensation.StopLoad("queue"),
                new Compensation.RevertPromotion("queue", promotion));
    }

    private static ExperimentState state(Instant at) {
        Promotion promotion = new Promotion("demo", 8, Fakes.WINNER, Fakes.ACTIVE);
        return new ExperimentState(
                17,
                reservation(),
                rendered(),
                new DeployedCollectors("127.0.0.1:1", new TreeMap<>()),
                new MeasuredSoFar(at, at, 1, List.of(window(at)), List.of(0), 6, summary(), List.of(), List.of(0.25)),
                Fakes.summary(Verdict.INCONCLUSIVE),
                List.of(
                        new Compensation.ReleaseTarget("demo"),
                        new Compensation.RemoveVariants("queue", "demo"),
                        new Compensation.StopLoad("queue"),
                        new Compensation.RevertPromotion("queue", promotion)),
                List.of(new ProcessedCommand(new UUID(3, 4), CommandDecision.accepted("paused by bob"))));
    }

    private static Window window(Instant at) {
        return new Window(4, 1, at, at.plusSeconds(12), Duration.ofSeconds(2));
    }

    private static WindowSummary summary() {
        TreeMap<String, Double> means = new TreeMap<>(Map.of("baseline/up", 1.0, "candidate/up", Double.NaN));
        return new WindowSummary(4, Quality.INCOMPLETE, means, List.of(), "d");
    }

    private static Reservation reservation() {
        return new Reservation(
                "demo",
                TargetKind.LOCAL,
                "queue",
                7,
                new PipelineRef("process-baseline-v1", Map.of("names", List.of("a", "b"))),
                Fakes.ACTIVE);
    }

    private static RenderedVariants rendered() {
        return new RenderedVariants(
                new TreeMap<>(Map.of("baseline", Fakes.ACTIVE, "candidate", Fakes.WINNER)), ConfigHash.of("source"));
    }
}
