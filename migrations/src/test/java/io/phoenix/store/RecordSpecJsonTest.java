package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.pipeline.PipelineRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordSpecJsonTest {
    private final RecordSpecJson json = new RecordSpecJson();

    /** The file is a row as version 0.1.0 wrote it; it is never written again. */
    @Test
    void readsWhatAnEarlierVersionHasStored() {
        ExperimentSpec read = json.read(stored());

        assertThat(read).isEqualTo(json.read(json.write(Fixtures.spec("stored"))));
        assertThat(read.timing().duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(read.input().interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(read.criteria().minimumMonthlySaving())
                .isEqualTo(Fixtures.spec("stored").criteria().minimumMonthlySaving());
    }

    @Test
    void asksNoRuleOfSubmissionAgain() {
        String refusedToday = stored().replace("process-priority-filter-v1", "process-forgotten-v0")
                .replace("active_series", "metric_of_old")
                .replace("grafana-cloud", "closed-vendor")
                .replace("\"USD\"", "\"XXX\"")
                .replace("\"looks\":1", "\"looks\":99")
                .replace("\"confidence\":0.95", "\"confidence\":2.0")
                .replace("\"step\":\"PT2S\"", "\"step\":\"PT0.001S\"")
                .replace("\"name\":\"stored\"", "\"name\":\"No DNS label\"");

        ExperimentSpec read = json.read(refusedToday);

        assertThat(read.name()).isEqualTo("No DNS label");
        assertThat(read.criteria().looks()).isEqualTo(99);
        assertThat(read.criteria().confidence()).isEqualTo(2);
        assertThat(read.criteria().goals().getFirst().metric()).isEqualTo("metric_of_old");
        assertThat(read.timing().step()).isEqualTo(Duration.ofMillis(1));
        assertThat(read.pricing().books()).containsExactly("closed-vendor");
        assertThat(read.variants().candidates().values())
                .extracting(PipelineRef::template)
                .containsExactly("process-forgotten-v0");
    }

    @Test
    void overlooksFieldsThatItDoesNotKnow() {
        String newer = stored().replaceFirst("\\{", "{\"later\":{\"a\":[1]},")
                .replaceAll(
                        "\"(variants|input|simulation|timing|criteria|decision|approval|pricing|minimumMonthlySaving)\":\\{",
                        "$0\"later\":{\"a\":[1]},");

        ExperimentSpec read = json.read(newer);

        assertThat(newer.split("later", -1)).hasSize(11);
        assertThat(read).isEqualTo(json.read(stored()));
    }

    @Test
    void givesBackWhatItWrote() {
        ExperimentSpec spec = Fixtures.spec("again");

        Map<String, Object> parameters = json.read(json.write(spec))
                .variants()
                .candidates()
                .get("candidate")
                .parameters();

        assertThat(json.read(json.write(spec))).isEqualTo(spec);
        assertThat(parameters).containsEntry("k", 20).containsEntry("share", 1e7);
    }

    private static String stored() {
        try (InputStream file = RecordSpecJsonTest.class.getResourceAsStream("stored-spec.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
