package io.phoenix.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.process.AtomicFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of Prometheus' file-based service discovery. */
public record DiscoveryFile(Path path) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Replaces the content; an unchanged one is left alone. */
    public void write(List<ScrapeTarget> targets) {
        List<Map<String, Object>> groups = targets.stream()
                .map(target -> Map.<String, Object>of("targets", List.of(target.address()), "labels", target.labels()))
                .toList();
        try {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(groups);
            AtomicFile file = new AtomicFile(path);
            if (!text.equals(file.read().orElse(null))) {
                file.write(text);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("scrape targets are always JSON", e);
        }
    }

    /** Lets Prometheus forget the targets; absent is done. */
    public void delete() {
        new AtomicFile(path).delete();
    }
}
