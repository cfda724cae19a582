package io.phoenix.api.relay;

import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One experiment, and what the relay writes down about it. */
final class FakeStores {
    static final ExperimentRef REF = new ExperimentRef(
            TenantId.DEFAULT, ExperimentId.of("018f0000-0000-7000-8000-0123456789ab"), "web-hosts", 3);

    private static final ExperimentSpec SPEC = new ExperimentSpecReader(
                    PipelineCatalog.shipped(), PriceBooks.shipped().ids())
            .read(SpecText.parse("""
                            name: web-hosts
                            target: demo
                            variants:
                              baseline: {template: process-baseline-v1}
                              candidate: {template: process-priority-filter-v1, parameters: {criticalNames: [postgres]}}
                            input:
                              simulation: {profile: realistic, hosts: 3, processesPerHost: 100, interval: 1s, seed: 42}
                            timing: {warmUp: 10s, duration: 2m, memory: 5s, step: 2s}
                            criteria: {goals: [{metric: active_series, minimumSaving: 0.2}]}
                            """).orThrow(ErrorCode.INVALID_SPEC))
            .orThrow(ErrorCode.INVALID_SPEC);

    private final List<CommandDecision> decisions = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private Phase phase = Phase.PENDING;

    void phase(Phase now) {
        phase = now;
    }

    List<CommandDecision> decisions() {
        return decisions;
    }

    List<AuditEntry> audit() {
        return audit;
    }

    void append(AuditEntry entry) {
        audit.add(entry);
    }

    ExperimentStore experiments() {
        return answering(ExperimentStore.class, "find", arguments -> Optional.of(experiment()));
    }

    CommandStore commands() {
        return answering(CommandStore.class, "decide", arguments -> {
            decisions.add((CommandDecision) arguments[3]);
            return null;
        });
    }

    private Experiment experiment() {
        ExperimentHead head = new ExperimentHead(phase, false, 0, null, null, null, null, null, "because");
        return new Experiment(REF, SPEC, head, 1, 1, "olga", Instant.EPOCH, Instant.EPOCH, null, null);
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    /** Only the one method that the relay calls; any other fails the test. */
    private static <T> T answering(Class<T> port, String method, Answer answer) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.to(arguments);
                    }
                    throw new AssertionError("unexpected call of " + called);
                }));
    }
}
