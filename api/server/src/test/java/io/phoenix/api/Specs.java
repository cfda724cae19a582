package io.phoenix.api;

/** Specifications as people write them. */
final class Specs {
    private Specs() {}

    static String valid(String name) {
        return """
                name: %s
                description: Keep what matters
                labels: {team: web}
                target: demo
                variants:
                  baseline: {template: process-baseline-v1}
                  candidate: {template: process-priority-filter-v1, parameters: {criticalNames: [postgres, nginx]}}
                input:
                  simulation: {profile: realistic, hosts: 3, processesPerHost: 100, interval: 1s, seed: 42}
                timing: {warmUp: 10s, duration: 2m, memory: 5s, step: 2s}
                criteria:
                  goals: [{metric: active_series, minimumSaving: 0.20}]
                  guardrails: [{metric: dropped_points, maximum: 0}]
                  criticalProcesses: [postgres, nginx]
                decision: {promotion: automatic, watch: 20s}
                """.formatted(name);
    }

    /** One mistake each in name, labels, target, template, profile, hosts, interval, goal, guardrail and promotion. */
    static String withTenMistakes() {
        return """
                name: Not A Label
                labels: {team: 7}
                target: nowhere
                variants:
                  baseline: {template: process-baseline-v9}
                  candidate: {template: process-priority-filter-v1, parameters: {criticalNames: [postgres]}}
                input:
                  simulation: {profile: fantastic, hosts: 0, processesPerHost: 100, interval: fast, seed: 42}
                timing: {warmUp: 10s, duration: 2m, step: 2s}
                criteria:
                  goals: [{metric: happiness, minimumSaving: 0.20}]
                  guardrails: [{metric: dropped_points, maximum: none}]
                decision: {promotion: maybe, watch: 20s}
                """;
    }
}
