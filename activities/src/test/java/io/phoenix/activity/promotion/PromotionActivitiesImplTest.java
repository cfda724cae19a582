package io.phoenix.activity.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.local.MemoryPipelineStore;
import io.phoenix.activity.target.MemoryTargetStore;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.workflow.experiment.PromoteRequest;
import io.phoenix.workflow.experiment.Promotion;
import io.phoenix.workflow.experiment.VerifyLook;
import io.phoenix.workflow.experiment.VerifyRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromotionActivitiesImplTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, 1)), "web", 1);
    private static final PipelineRef PIPELINE = new PipelineRef("process-baseline-v1", Map.of());
    private static final RenderedPipeline OLD = new RenderedPipeline(PIPELINE, ConfigHash.of("old"), "old");
    private static final RenderedPipeline NEW = new RenderedPipeline(PIPELINE, ConfigHash.of("new"), "new");
    private static final StandingHealth GOOD = new StandingHealth(true, false, true, NEW.hash(), 100, 40, 0);

    private final MemoryTargetStore targets =
            new MemoryTargetStore(new Target(TenantId.DEFAULT, "demo", TargetKind.LOCAL, "q", PIPELINE, OLD.hash(), 1));
    private final RecordedPipeline standing = new RecordedPipeline();
    private final List<String> beats = new ArrayList<>();
    private final PromotionActivitiesImpl activities;

    PromotionActivitiesImplTest() {
        MemoryPipelineStore pipelines = new MemoryPipelineStore();
        pipelines.put(TenantId.DEFAULT, OLD);
        pipelines.put(TenantId.DEFAULT, NEW);
        activities = new PromotionActivitiesImpl(targets, pipelines, standing, beats::add);
    }

    @Test
    void promotesUnderTheNextGenerationAndRemembersTheWayBack() {
        assertThat(promote()).isEqualTo(new Promotion("demo", 2, NEW.hash(), OLD.hash()));
        assertThat(standing.applied).containsExactly("2 new");
    }

    @Test
    void promotingAgainAppliesAgainUnderTheSameGeneration() {
        assertThat(promote()).isEqualTo(promote());
        assertThat(standing.applied).containsExactly("2 new", "2 new");
    }

    @Test
    void aTargetThatSomebodyElseChangedIsLeftAlone() {
        changeByHand(1);

        assertThatThrownBy(this::promote)
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SUPERSEDED));
        assertThat(standing.applied).isEmpty();
    }

    @Test
    void revertsToWhatRanBefore() {
        Promotion promotion = promote();

        assertThat(activities.revertPromotion(REF, promotion)).isTrue();
        assertThat(activities.revertPromotion(REF, promotion)).isTrue();

        assertThat(standing.applied).containsExactly("2 new", "3 old", "3 old");
        assertThat(targets.history(TenantId.DEFAULT, "demo").getLast().reason()).isEqualTo("reverted");
    }

    @Test
    void doesNotRevertWhatSomebodyElseChanged() {
        Promotion promotion = promote();
        changeByHand(2);

        assertThat(activities.revertPromotion(REF, promotion)).isFalse();
        assertThat(standing.applied).containsExactly("2 new");
    }

    @Test
    void doesNotRevertAGenerationThatIsNotItsOwn() {
        changeByHand(1);

        assertThat(activities.revertPromotion(REF, new Promotion("demo", 2, NEW.hash(), OLD.hash())))
                .isFalse();
        assertThat(targets.find(TenantId.DEFAULT, "demo").orElseThrow().generation())
                .isEqualTo(2);
    }

    @Test
    void doesNotRevertAPromotionThatNeverCame() {
        assertThat(activities.revertPromotion(REF, new Promotion("demo", 2, NEW.hash(), OLD.hash())))
                .isFalse();
        assertThat(standing.applied).isEmpty();
    }

    @Test
    void settlesWhenTheNewConfigurationRunsAndTakesPoints() {
        Promotion promotion = promote();

        assertThat(verify(promotion, GOOD)).isEqualTo(new VerifyLook(true, false, List.of()));
        assertThat(verify(promotion, new StandingHealth(true, false, true, OLD.hash(), 100, 40, 0))
                        .settled())
                .isFalse();
        assertThat(verify(promotion, new StandingHealth(true, false, true, NEW.hash(), 0, 0, 0))
                        .settled())
                .isFalse();
        assertThat(verify(promotion, new StandingHealth(true, false, false, NEW.hash(), 100, 40, 0))
                        .settled())
                .isFalse();
    }

    @Test
    void breachesAreADeadOrRestartedCollectorAndLostPoints() {
        Promotion promotion = promote();

        assertThat(codes(verify(promotion, new StandingHealth(false, false, false, null, 0, 0, 0))))
                .containsExactly("COLLECTOR_DOWN");
        assertThat(codes(verify(promotion, new StandingHealth(true, true, true, NEW.hash(), 100, 40, 3))))
                .containsExactly("COLLECTOR_RESTARTED", "POINTS_REFUSED");
    }

    @Test
    void breachesAreLostCriticalProcesses() {
        Promotion promotion = promote();
        standing.missing = new ArrayDeque<>(List.of(Set.of("host-1/nginx", "host-2/nginx"), Set.of("host-1/nginx")));

        VerifyLook look = verify(promotion, GOOD);

        assertThat(codes(look)).containsExactly("CRITICAL_PROCESS_LOST");
        assertThat(look.breaches().getFirst().message())
                .contains("host-1/nginx")
                .doesNotContain("host-2");
        assertThat(beats).isNotEmpty();
    }

    @Test
    void aTargetThatExportsNothingIsABreachAlthoughNothingFails() {
        Promotion promotion = promote();

        VerifyLook look = verify(promotion, new StandingHealth(true, false, true, NEW.hash(), 100, 0, 0));

        assertThat(look.settled()).isTrue();
        assertThat(codes(look)).containsExactly("NO_DATA");
        assertThat(beats).isNotEmpty();
    }

    @Test
    void supersededWhenSomebodyElseChangedTheTargetMeanwhile() {
        Promotion promotion = promote();
        changeByHand(2);

        assertThat(verify(promotion, GOOD)).isEqualTo(new VerifyLook(false, true, List.of()));
    }

    private Promotion promote() {
        return activities.promote(new PromoteRequest(REF, "demo", 1, NEW.hash()));
    }

    private VerifyLook verify(Promotion promotion, StandingHealth health) {
        standing.health = health;
        return activities.verifyPromotion(new VerifyRequest(REF, promotion, List.of("nginx"), Duration.ofMillis(1)));
    }

    private void changeByHand(long fence) {
        targets.change(new TargetChange(TenantId.DEFAULT, "demo", fence, OLD, "alice", "rolled_back"));
    }

    private static List<String> codes(VerifyLook look) {
        return look.breaches().stream().map(Reason::code).toList();
    }

    private static final class RecordedPipeline implements StandingPipeline {
        final List<String> applied = new ArrayList<>();
        StandingHealth health = GOOD;
        Deque<Set<String>> missing = new ArrayDeque<>();

        @Override
        public void apply(String target, RenderedPipeline pipeline, long generation) {
            applied.add(generation + " " + pipeline.yaml());
        }

        @Override
        public StandingHealth health(String target) {
            return health;
        }

        @Override
        public Set<String> missingProcesses(String target, ExperimentRef ref, List<String> names) {
            return missing.isEmpty() ? Set.of() : missing.removeFirst();
        }
    }
}
