package io.phoenix.api.experiment;

import io.phoenix.api.relay.TemporalConfig;
import io.phoenix.client.WorkflowLinkResponse;
import io.phoenix.domain.experiment.Experiment;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Addresses in the engine's web UI. */
@Singleton
final class WorkflowLinks {
    private final TemporalConfig temporal;

    WorkflowLinks(TemporalConfig temporal) {
        this.temporal = temporal;
    }

    WorkflowLinkResponse of(Experiment experiment) {
        String workflowId = experiment.ref().workflowId();
        String run = experiment.runId() == null || experiment.runId().isEmpty() ? null : experiment.runId();
        return new WorkflowLinkResponse(temporal.namespace(), workflowId, run, url(workflowId, run));
    }

    private @Nullable String url(String workflowId, @Nullable String run) {
        if (temporal.uiUrl() == null) {
            return null;
        }
        String workflow = temporal.uiUrl() + "/namespaces/" + temporal.namespace() + "/workflows/"
                + URLEncoder.encode(workflowId, StandardCharsets.UTF_8);
        return run == null ? workflow : workflow + "/" + run + "/history";
    }
}
