package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** The activities that run where the target's collectors are. */
record TargetFakes(Fakes fakes, LongSupplier clock)
        implements DeploymentActivities, LoadActivities, PipelineActivities, PromotionActivities {
    @Override
    public RenderedVariants renderPipelines(RenderRequest request) {
        fakes.called("renderPipelines");
        SortedMap<String, ConfigHash> hashes = new TreeMap<>();
        request.variants().forEach((name, ref) -> hashes.put(name, Fakes.WINNER));
        return new RenderedVariants(hashes, ConfigHash.of("source"));
    }

    @Override
    public DeployedCollectors deployVariants(DeployRequest request) {
        fakes.called("deployVariants");
        return new DeployedCollectors("127.0.0.1:4317", new TreeMap<>());
    }

    @Override
    public void awaitReady(ReadinessRequest request) {
        fakes.called("awaitReady");
    }

    @Override
    public Instant awaitInput(ReadinessRequest request) {
        fakes.called("awaitInput");
        return Instant.ofEpochMilli(clock.getAsLong());
    }

    @Override
    public void removeVariants(ExperimentRef ref, String target) {
        fakes.called("removeVariants");
    }

    @Override
    public void startLoad(LoadRequest request) {
        fakes.loads.add(request);
        fakes.called("startLoad");
    }

    @Override
    public void stopLoad(ExperimentRef ref) {
        fakes.called("stopLoad");
    }

    @Override
    public Promotion promote(PromoteRequest request) {
        fakes.called("promote");
        return new Promotion(request.target(), request.fence() + 1, request.winner(), Fakes.ACTIVE);
    }

    @Override
    public VerifyLook verifyPromotion(VerifyRequest request) {
        fakes.called("verifyPromotion");
        return fakes.verify.get();
    }

    @Override
    public boolean revertPromotion(ExperimentRef ref, Promotion promotion) {
        fakes.called("revertPromotion");
        return fakes.reverts;
    }
}
