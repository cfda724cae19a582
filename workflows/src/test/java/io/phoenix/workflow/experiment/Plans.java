package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Pricing;
import io.phoenix.domain.experiment.Timing;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plan for tests, close to the demo experiment. */
final class Plans {
    static final String ALICE = "alice";
    static final String BOB = "bob";

    private DecisionPolicy.Promotion promotion = DecisionPolicy.Promotion.AUTOMATIC;
    private DecisionPolicy.TimeoutAction onTimeout = DecisionPolicy.TimeoutAction.REJECT;
    private boolean fourEyes;
    private boolean engineSignals = true;
    private Duration duration = Duration.ofMinutes(2);
    private Duration maximumDuration = Duration.ofMinutes(4);
    private double timeScale = 1;
    private int looks = 1;
    private Criteria.Spending spending = Criteria.Spending.OBRIEN_FLEMING;
    private Input input = new Input(new Input.Simulation("realistic", 3, 100, Duration.ofSeconds(1), 42), null);

    static Plans aPlan() {
        return new Plans();
    }

    Plans manual() {
        promotion = DecisionPolicy.Promotion.MANUAL;
        return this;
    }

    Plans neverPromoting() {
        promotion = DecisionPolicy.Promotion.NEVER;
        return this;
    }

    Plans approvedByDefault() {
        onTimeout = DecisionPolicy.TimeoutAction.APPROVE;
        return this;
    }

    Plans underFourEyes() {
        fourEyes = true;
        return this;
    }

    Plans withoutEngineSignals() {
        engineSignals = false;
        return this;
    }

    Plans lasting(Duration length, Duration maximum) {
        duration = length;
        maximumDuration = maximum;
        return this;
    }

    Plans looking(int often, Criteria.Spending spent) {
        looks = often;
        spending = spent;
        return this;
    }

    /** Four looks over eight minutes: 240 points in 20 windows, a look after every fifth. */
    Plans looking() {
        return lasting(Duration.ofMinutes(4), Duration.ofMinutes(8)).looking(4, Criteria.Spending.OBRIEN_FLEMING);
    }

    Plans onHosts() {
        input = new Input(null, new Input.Host(Duration.ofSeconds(1)));
        return this;
    }

    Plans scaled(double factor) {
        timeScale = factor;
        return this;
    }

    ExperimentPlan build() {
        return new ExperimentPlan(ref(), spec(), ALICE, timeScale);
    }

    ExperimentSpec spec() {
        return new ExperimentSpec(
                "web-hosts",
                null,
                Map.of("team", "web"),
                "demo",
                new Variants(
                        null,
                        Map.of(
                                Variants.CANDIDATE,
                                new PipelineRef(
                                        "process-topk-v1", Map.of("k", 20, "share", 0.5, "names", List.of("a"))))),
                input,
                new Timing(
                        Duration.ofSeconds(10),
                        duration,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        maximumDuration),
                new Criteria(
                        0.95,
                        List.of(new Criteria.Goal("active_series", 0.2)),
                        List.of(new Criteria.Guardrail("collector_cpu", 0.25, null)),
                        List.of("postgres"),
                        looks,
                        null,
                        spending,
                        null),
                new DecisionPolicy(
                        promotion,
                        new DecisionPolicy.Approval(Duration.ofHours(1), onTimeout, fourEyes, engineSignals),
                        Duration.ofSeconds(20)),
                new Pricing(List.of("grafana-cloud")));
    }

    static ExperimentRef ref() {
        return new ExperimentRef(
                TenantId.DEFAULT, ExperimentId.of("0190a0a0-0000-7000-8000-00000000abcd"), "web-hosts", 1);
    }
}
