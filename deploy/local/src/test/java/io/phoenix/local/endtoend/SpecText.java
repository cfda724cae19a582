package io.phoenix.local.endtoend;

import io.phoenix.client.SpecDocument;

/**
 * The experiment of the demo in the language of its users, as short as the statistics allow.
 *
 * @param promotion automatic, manual or never
 * @param extra further parameters of the candidate, as YAML
 */
record SpecText(String name, String promotion, String extra) {
    static SpecText named(String name) {
        return new SpecText(name, "automatic", "");
    }

    SpecText promoting(String how) {
        return new SpecText(name, how, extra);
    }

    SpecText with(String parameters) {
        return new SpecText(name, promotion, parameters);
    }

    SpecDocument document() {
        return new SpecDocument(yaml(), SpecDocument.Syntax.YAML);
    }

    String yaml() {
        return """
                name: %s
                labels: {purpose: test}
                target: demo
                variants:
                  baseline: {template: process-baseline-v1}
                  candidate:
                    template: process-priority-filter-v1
                    parameters: {criticalNames: [postgres, nginx, sshd, kubelet, containerd], highNames: [java]%s}
                input:
                  simulation: {profile: realistic, hosts: 2, processesPerHost: 40, interval: 1s, seed: 42}
                timing: {warmUp: 10s, duration: 96s, memory: 4s, step: 2s, maximumDuration: 96s}
                criteria:
                  confidence: 0.95
                  goals:
                    - {metric: active_series, minimumSaving: 0.20}
                  guardrails:
                    - {metric: dropped_points, maximum: 0}
                  criticalProcesses: [postgres, nginx]
                decision:
                  promotion: %s
                  approval: {deadline: 1h, onTimeout: reject}
                  watch: 20s
                pricing: {books: [grafana-cloud]}
                """.formatted(name, extra.isEmpty() ? "" : ", " + extra, promotion);
    }
}
