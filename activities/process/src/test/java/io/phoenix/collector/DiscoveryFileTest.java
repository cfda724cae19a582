package io.phoenix.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryFileTest {
    @TempDir
    Path directory;

    @Test
    void carriesTheIdentityAndTheIntervalOfEveryEndpoint() throws IOException {
        ScrapeTarget.Identity identity = new ScrapeTarget.Identity("tenant", "experiment", Duration.ofMillis(200));

        new DiscoveryFile(directory.resolve("a.json"))
                .write(List.of(identity.data("baseline", 1), identity.self("baseline", 2), identity.source(3)));

        JsonNode groups =
                new ObjectMapper().readTree(directory.resolve("a.json").toFile());
        assertThat(groups).hasSize(3);
        assertThat(groups.get(0).at("/targets/0").asText()).isEqualTo("127.0.0.1:1");
        assertThat(groups.get(0).at("/labels/phoenix_job").asText()).isEqualTo("data");
        assertThat(groups.get(1).at("/labels/phoenix_variant").asText()).isEqualTo("baseline");
        assertThat(groups.get(1).at("/labels/__scrape_timeout__").asText()).isEqualTo("200ms");
        assertThat(groups.get(2).at("/labels/phoenix_role").asText()).isEqualTo("source");
        assertThat(groups.get(2).at("/labels/phoenix_job").asText()).isEqualTo("self");
    }

    @Test
    void deletingAnAbsentFileIsDone() {
        new DiscoveryFile(directory.resolve("absent.json")).delete();

        assertThat(directory).isEmptyDirectory();
    }
}
