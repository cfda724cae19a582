package io.phoenix.simulator.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.phoenix.simulator.process.HostSnapshot;
import io.phoenix.simulator.process.ProcessIdentity;
import io.phoenix.simulator.process.ProcessSample;
import java.time.Instant;
import java.util.List;

/** Encodes scrapes as the hostmetrics process scraper does: every process is a resource of its own. Thread-safe. */
public final class ScrapeEncoder {
    private static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.9.0";
    private static final InstrumentationScope SCOPE = InstrumentationScope.newBuilder()
            .setName("github.com/open-telemetry/opentelemetry-collector-contrib"
                    + "/receiver/hostmetricsreceiver/internal/scraper/processscraper")
            .build();

    private final Instant origin;

    /**
     * @param origin the instant at which simulated time is zero
     */
    public ScrapeEncoder(Instant origin) {
        this.origin = origin;
    }

    public ScrapeMessage encode(HostSnapshot snapshot) {
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        long points = 0;
        for (ProcessSample sample : snapshot.samples()) {
            SamplePoints encoded = SamplePoints.of(sample, origin);
            points += encoded.count();
            request.addResourceMetrics(process(snapshot.host().name(), sample.identity(), encoded.metrics()));
        }
        return new ScrapeMessage(request.build(), points);
    }

    private static ResourceMetrics process(String hostName, ProcessIdentity identity, List<Metric> metrics) {
        return ResourceMetrics.newBuilder()
                .setSchemaUrl(SCHEMA_URL)
                .setResource(resource(hostName, identity))
                .addScopeMetrics(ScopeMetrics.newBuilder().setScope(SCOPE).addAllMetrics(metrics))
                .build();
    }

    private static Resource resource(String hostName, ProcessIdentity identity) {
        return Resource.newBuilder()
                .addAttributes(number("process.pid", identity.pid()))
                .addAttributes(number("process.parent_pid", identity.parentPid()))
                .addAttributes(
                        text("process.executable.name", identity.program().name()))
                .addAttributes(
                        text("process.executable.path", identity.program().path()))
                .addAttributes(text("process.command", identity.program().path()))
                .addAttributes(text("process.command_line", identity.commandLine()))
                .addAttributes(text("process.owner", identity.program().owner()))
                .addAttributes(text("host.name", hostName))
                .build();
    }

    private static KeyValue text(String key, String value) {
        return attribute(key, AnyValue.newBuilder().setStringValue(value));
    }

    private static KeyValue number(String key, long value) {
        return attribute(key, AnyValue.newBuilder().setIntValue(value));
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
