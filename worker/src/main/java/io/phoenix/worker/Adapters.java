package io.phoenix.worker;

import io.micronaut.context.BeanContext;
import io.phoenix.activity.Heartbeat;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.TenantPrices;
import io.phoenix.activity.deployment.DeploymentActivitiesImpl;
import io.phoenix.activity.deployment.Patience;
import io.phoenix.activity.deployment.local.LocalCollectorFleet;
import io.phoenix.activity.measurement.MeasurementActivitiesImpl;
import io.phoenix.activity.measurement.MetricsSource;
import io.phoenix.activity.measurement.prometheus.PrometheusMetricsSource;
import io.phoenix.activity.pipeline.PipelineActivitiesImpl;
import io.phoenix.activity.pipeline.local.ProgramPipelineValidator;
import io.phoenix.activity.promotion.PromotionActivitiesImpl;
import io.phoenix.activity.promotion.TargetControlActivitiesImpl;
import io.phoenix.activity.promotion.local.LocalStandingPipeline;
import io.phoenix.activity.record.RecordActivitiesImpl;
import io.phoenix.activity.simulation.LoadActivitiesImpl;
import io.phoenix.activity.simulation.local.LocalLoadGenerator;
import io.phoenix.activity.target.TargetActivitiesImpl;
import io.phoenix.activity.verdict.AnalysisActivitiesImpl;
import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.LocalConfig;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.AuditStore;
import java.time.Clock;
import java.util.List;

/** Which activity implementation stands on which adapters, in one place. */
final class Adapters {
    private final BeanContext stores;
    private final LocalConfig local;
    private final MetricsSource metrics;
    private final Clock clock;

    Adapters(BeanContext stores, LocalConfig local, PrometheusConfig prometheus, Clock clock) {
        this.stores = stores;
        this.local = local;
        this.metrics = new PrometheusMetricsSource(prometheus.url(), prometheus.timeout());
        this.clock = clock;
    }

    /** What any worker can do. */
    List<Object> general() {
        return List.of(
                new TargetActivitiesImpl(stores.getBean(TargetStore.class)),
                new RecordActivitiesImpl(stores.getBean(ExperimentStore.class), stores.getBean(AuditStore.class)),
                new MeasurementActivitiesImpl(metrics, stores.getBean(MeasurementStore.class), Heartbeat.ofEngine()),
                new AnalysisActivitiesImpl(
                        PipelineCatalog.shipped(),
                        new TenantPrices(PriceBooks.shipped(), stores.getBean(PriceBookStore.class)),
                        stores.getBean(MeasurementStore.class),
                        stores.getBean(ReportStore.class)));
    }

    /** What only a worker on the target's machine can do. */
    List<Object> onThisMachine() {
        LocalCollectors collectors = new LocalCollectors(local, clock);
        StateDirectory state = new StateDirectory(local.state());
        PipelineStore pipelines = stores.getBean(PipelineStore.class);
        TargetStore targets = stores.getBean(TargetStore.class);
        LocalStandingPipeline standing = new LocalStandingPipeline(collectors, state);
        return List.of(
                new PipelineActivitiesImpl(
                        new PipelineRenderer(PipelineCatalog.shipped()),
                        new ProgramPipelineValidator(local.validator()),
                        pipelines),
                new DeploymentActivitiesImpl(
                        new LocalCollectorFleet(collectors, state, pipelines),
                        new PrometheusScrapeHealth(metrics, clock),
                        Patience.usual(Heartbeat.ofEngine()),
                        clock),
                new LoadActivitiesImpl(new LocalLoadGenerator(local, clock)),
                new PromotionActivitiesImpl(targets, pipelines, standing, Heartbeat.ofEngine()),
                new TargetControlActivitiesImpl(targets, pipelines, standing));
    }
}
