package io.phoenix.activity.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import io.phoenix.workflow.experiment.DeployRequest;
import io.phoenix.workflow.experiment.DeployedCollectors;
import io.phoenix.workflow.experiment.ReadinessRequest;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeploymentActivitiesImplTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Deque<Readiness> readiness = new ArrayDeque<>(List.of(new Readiness.Ready()));
    private final Deque<Map<String, Double>> accepted = new ArrayDeque<>();
    private final List<String> beats = new ArrayList<>();
    private final List<ExperimentRef> removed = new ArrayList<>();

    @Test
    void waitsUntilEveryCollectorIsReady() {
        readiness.addFirst(new Readiness.Waiting("candidate is not healthy"));

        activities((ref, variants) -> true, Duration.ofSeconds(30)).awaitReady(request());

        assertThat(beats).containsExactly("candidate is not healthy");
    }

    @Test
    void asksPrometheusForTheSourceToo() {
        activities((ref, variants) -> variants.contains("source") && variants.size() == 3, Duration.ZERO)
                .awaitReady(request());

        assertThat(beats).isEmpty();
    }

    @Test
    void aCollectorThatHasEndedIsFinal() {
        readiness.addFirst(new Readiness.Dead("collector candidate has ended: out of memory"));

        assertThatThrownBy(() -> activities((ref, variants) -> true, Duration.ofSeconds(30))
                        .awaitReady(request()))
                .isInstanceOfSatisfying(
                        PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_FAILED))
                .hasMessageContaining("out of memory");
    }

    @Test
    void saysWhatIsMissingWhenItGivesUp() {
        assertThatThrownBy(() ->
                        activities((ref, variants) -> false, Duration.ZERO).awaitReady(request()))
                .isInstanceOfSatisfying(
                        PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_READY))
                .hasMessageContaining("Prometheus has not scraped");
    }

    @Test
    void inputHasArrivedWhenEveryVariantAcceptedPoints() {
        accepted.add(Map.of("baseline", 10.0));
        accepted.add(Map.of("baseline", 20.0, "candidate", 10.0));

        Instant seen =
                activities((ref, variants) -> true, Duration.ofSeconds(30)).awaitInput(request());

        assertThat(seen).isEqualTo(NOW);
        assertThat(beats).containsExactly("no points have arrived at candidate");
    }

    @Test
    void namesTheVariantsWithoutInput() {
        accepted.add(Map.of("baseline", 10.0, "candidate", 0.0));

        assertThatThrownBy(
                        () -> activities((ref, variants) -> true, Duration.ZERO).awaitInput(request()))
                .isInstanceOfSatisfying(
                        PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_INPUT))
                .hasMessageContaining("candidate");
    }

    @Test
    void removesTheExperiment() {
        assertThatCode(() -> activities((ref, variants) -> true, Duration.ZERO)
                        .removeVariants(request().ref(), "demo"))
                .doesNotThrowAnyException();

        assertThat(removed).hasSize(1);
    }

    private DeploymentActivitiesImpl activities(ScrapeHealth scrapes, Duration limit) {
        Patience patience = new Patience(limit, Duration.ofMillis(1), beats::add);
        return new DeploymentActivitiesImpl(new ScriptedFleet(), scrapes, patience, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ReadinessRequest request() {
        ConfigHash hash = ConfigHash.of("a");
        return new ReadinessRequest(
                new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, 1)), "web", 1),
                "demo",
                new RenderedVariants(new TreeMap<>(Map.of("baseline", hash, "candidate", hash)), hash));
    }

    /** Answers what the test has lined up, the last answer for ever. */
    private final class ScriptedFleet implements CollectorFleet {
        @Override
        public DeployedCollectors deploy(DeployRequest request) {
            throw new UnsupportedOperationException("not part of these tests");
        }

        @Override
        public Readiness readiness(ReadinessRequest request) {
            return next(readiness);
        }

        @Override
        public Map<String, Double> acceptedPoints(ReadinessRequest request) {
            return next(accepted);
        }

        @Override
        public void remove(ExperimentRef ref) {
            removed.add(ref);
        }

        private <T> T next(Deque<T> answers) {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }
}
