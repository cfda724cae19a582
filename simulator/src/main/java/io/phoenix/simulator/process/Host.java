package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated machine.
 *
 * @param cores logical cores; CPU utilisation is a share of all of them
 * @param uptime time since boot at the start of the run
 */
public record Host(String name, int cores, Duration uptime) {
    private static final List<String> ROLES =
            List.of("web", "api", "db", "cache", "worker", "search", "queue", "batch");
    private static final int[] CORES = {4, 8, 8, 16};

    /** The first {@code count} hosts of a seed; names are unique and a larger fleet begins with the smaller one. */
    public static List<Host> fleet(long seed, int count) {
        RandomStream random = new RandomStream(seed).fork("fleet");
        Map<String, Integer> hostsOfRole = new HashMap<>();
        List<Host> hosts = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            String role = ROLES.get(random.nextInt(ROLES.size()));
            int number = hostsOfRole.merge(role, 1, Integer::sum);
            int cores = CORES[random.nextInt(CORES.length)];
            Duration uptime = Duration.ofMinutes(24 * 60 + random.nextInt(60 * 24 * 60));
            hosts.add(new Host("%s-%02d".formatted(role, number), cores, uptime));
        }
        return List.copyOf(hosts);
    }
}
