package io.phoenix.collector;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * An endpoint that Prometheus scrapes, with the labels that tell whose it is.
 *
 * @param address host:port
 * @param labels in the order of their names
 */
public record ScrapeTarget(String address, Map<String, String> labels) {
    private static final String DATA = "data";
    private static final String SELF = "self";
    private static final String SOURCE = "source";

    public ScrapeTarget {
        labels = new TreeMap<>(labels);
    }

    /**
     * Whose series these are.
     *
     * @param experiment its id, or {@code target-<name>} for a standing collector
     * @param interval between two scrapes, and the longest that one may take
     */
    public record Identity(String tenant, String experiment, Duration interval) {

        /** What the collector of the variant exports. */
        public ScrapeTarget data(String variant, int port) {
            return target(DATA, DATA, variant, port);
        }

        /** What the collector of the variant says of itself. */
        public ScrapeTarget self(String variant, int port) {
            return target(SELF, SELF, variant, port);
        }

        /** What the source collector says of itself. */
        public ScrapeTarget source(int port) {
            return target(SELF, SOURCE, SOURCE, port);
        }

        private ScrapeTarget target(String job, String role, String variant, int port) {
            String every = interval.toMillis() + "ms";
            return new ScrapeTarget(
                    "127.0.0.1:" + port,
                    Map.of(
                            "phoenix_job", job,
                            "phoenix_tenant", tenant,
                            "phoenix_experiment", experiment,
                            "phoenix_variant", variant,
                            "phoenix_role", role,
                            "__scrape_interval__", every,
                            "__scrape_timeout__", every));
        }
    }
}
