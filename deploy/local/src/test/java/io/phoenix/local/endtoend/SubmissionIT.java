package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.FieldError;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.client.Reply;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What becomes of requests that must start nothing, or one thing only. */
@EndToEnd
@Order(4)
final class SubmissionIT {
    // A look-ahead: Java's regular expressions have it, those of the collector (RE2) do not.
    private static final String JAVA_ONLY = "^/usr/(?=bin).*";
    private static Platform platform;

    @BeforeAll
    static void start(Platform shared) {
        platform = shared;
    }

    @Test
    void answersAllTenMistakesOfASpecificationAtOnceAndStoresNothing() {
        String yaml = """
                name: Ten Mistakes
                labels: {purpose: [1, 2]}
                target: Demo!
                variants:
                  baseline: {template: process-baseline-v9}
                  candidate: {template: process-priority-filter-v1, parameters: {criticalNmes: [postgres]}}
                input:
                  simulation: {profile: unreal, hosts: 0, processesPerHost: 40, interval: 1 fortnight}
                timing: {duration: 2m}
                criteria:
                  goals:
                    - {metric: active_serie, minimumSaving: 0.2}
                decision: {promotion: perhaps}
                """;

        Reply reply = platform.create(yaml, "ten-mistakes");

        assertThat(reply.status()).isEqualTo(422);
        ProblemResponse problem = Json.read(reply.body(), ProblemResponse.class);
        assertThat(problem.code()).isEqualTo("invalid_spec");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/labels/purpose",
                        "/target",
                        "/variants/baseline/template",
                        "/variants/candidate/parameters/criticalNmes",
                        "/input/simulation/profile",
                        "/input/simulation/hosts",
                        "/input/simulation/interval",
                        "/criteria/goals/0/metric",
                        "/decision/promotion");
        assertThat(problem.errors())
                .extracting(FieldError::message)
                .allSatisfy(message -> assertThat(message).isNotBlank());
        assertThat(platform.database().experimentsNamed("Ten Mistakes")).isZero();
    }

    @Test
    void failsWithTheCollectorsMessageWhenOnlyTheCollectorRefusesThePipeline() {
        Pattern acceptedByJava = Pattern.compile(JAVA_ONLY);

        ExperimentResponse ended = platform.awaitEnd(platform.start(
                SpecText.named("refused").with("criticalPathPattern: \"" + acceptedByJava.pattern() + "\"")));

        assertThat(ended.phase()).as("%s", ended).isEqualTo("FAILED");
        assertThat(ended.errorCode()).isEqualTo("invalid_pipeline");
        assertThat(ended.message()).contains("candidate").contains("invalid or unsupported Perl syntax");
        assertThat(ended.verdict()).isNull();
        assertThat(platform.traces().of(ended.id())).isEmpty();
        assertThat(platform.client().events(ended.id()).items())
                .noneSatisfy(event -> assertThat(event.message()).contains("deployed"));
    }
}
