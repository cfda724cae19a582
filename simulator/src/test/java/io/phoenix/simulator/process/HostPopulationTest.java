package io.phoenix.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.simulator.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostPopulationTest {
    private static final PopulationModel MODEL = Profile.named("realistic").population();

    @Test
    void countersNeverFallForOneProcess() {
        Map<Life, ProcessSample> last = new HashMap<>();

        for (HostSnapshot snapshot : scrapes(aHost(42, 100, Duration.ofSeconds(1)), 300)) {
            for (ProcessSample sample : snapshot.samples()) {
                ProcessSample before = last.put(Life.of(sample), sample);
                if (before != null) {
                    assertThat(sample.at()).isGreaterThan(before.at());
                    assertThat(sample.cpuSeconds().user())
                            .isGreaterThanOrEqualTo(before.cpuSeconds().user());
                    assertThat(sample.cpuSeconds().system())
                            .isGreaterThanOrEqualTo(before.cpuSeconds().system());
                    assertThat(sample.cpuSeconds().ioWait())
                            .isGreaterThanOrEqualTo(before.cpuSeconds().ioWait());
                    assertThat(sample.footprint().readBytes())
                            .isGreaterThanOrEqualTo(before.footprint().readBytes());
                    assertThat(sample.footprint().writtenBytes())
                            .isGreaterThanOrEqualTo(before.footprint().writtenBytes());
                }
            }
        }
    }

    @Test
    void utilizationIsAbsentExactlyOnFirstSight() {
        Set<Life> seen = new HashSet<>();

        for (HostSnapshot snapshot : scrapes(aHost(7, 100, Duration.ofSeconds(1)), 200)) {
            for (ProcessSample sample : snapshot.samples()) {
                assertThat(sample.cpuUtilization() == null).isEqualTo(seen.add(Life.of(sample)));
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    @Test
    void utilizationIsTheGrowthOfCpuTimeOverTheWholeHost() {
        List<HostSnapshot> scrapes = scrapes(aHost(7, 100, Duration.ofSeconds(10)), 2);
        Map<Life, ProcessSample> first =
                scrapes.getFirst().samples().stream().collect(Collectors.toMap(Life::of, sample -> sample));

        for (ProcessSample second : scrapes.getLast().samples()) {
            ProcessSample before = first.get(Life.of(second));
            if (before != null) {
                double elapsed = second.at().minus(before.at()).toNanos() / 1e9;
                double expected =
                        (second.cpuSeconds().user() - before.cpuSeconds().user()) / elapsed / 8;
                assertThat(second.cpuUtilization().user()).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void theHostNeverUsesMoreThanItsCores() {
        for (HostSnapshot snapshot :
                scrapes(aHost(3, 1_000, Duration.ofSeconds(10)), 50).subList(1, 50)) {
            double used = snapshot.samples().stream()
                    .map(ProcessSample::cpuUtilization)
                    .filter(utilization -> utilization != null)
                    .mapToDouble(utilization -> utilization.user() + utilization.system() + utilization.ioWait())
                    .sum();

            assertThat(used).isBetween(0.05, 1.0);
        }
    }

    @Test
    void readingsOfAScrapeAreDistinctAndTakeAtMostEightyMilliseconds() {
        HostSnapshot snapshot =
                scrapes(aHost(5, 1_000, Duration.ofSeconds(1)), 4).getLast();

        List<Duration> readings =
                snapshot.samples().stream().map(ProcessSample::at).toList();

        assertThat(readings).doesNotHaveDuplicates().isSorted();
        assertThat(readings).allMatch(at -> !at.minusSeconds(3).isNegative());
        assertThat(readings.getLast()).isLessThan(Duration.ofSeconds(3).plusMillis(80));
    }

    @Test
    void theLiveCountFluctuatesMildly() {
        for (HostSnapshot snapshot : scrapes(aHost(42, 100, Duration.ofSeconds(1)), 600)) {
            assertThat(snapshot.samples()).hasSizeBetween(93, 100);
        }
    }

    @Test
    void fiveProcessesAMinuteAreBornOnAHostOfOneHundredAndFifty() {
        double births = 0;
        int hosts = 20;
        int minutes = 30;

        for (int seed = 0; seed < hosts; seed++) {
            births += births(scrapes(aHost(seed, 150, Duration.ofSeconds(5)), minutes * 12));
        }

        assertThat(births / hosts / minutes).isCloseTo(5, within(0.5));
    }

    @Test
    void criticalProcessesRunFromTheFirstToTheLastScrape() {
        Set<String> critical =
                MODEL.programs().critical().stream().map(Program::path).collect(Collectors.toSet());
        List<HostSnapshot> scrapes = scrapes(aHost(11, 50, Duration.ofSeconds(30)), 240);
        Set<Life> atStart = lives(scrapes.getFirst());

        Set<Life> always = new HashSet<>(atStart);
        scrapes.forEach(scrape -> always.retainAll(lives(scrape)));

        assertThat(critical).hasSize(10).allMatch(path -> path.matches("/usr/s?bin/[a-z-]+"));
        assertThat(always).extracting(Life::path).containsAll(critical);
    }

    @Test
    void kernelThreadsHaveNeitherPathNorMemory() {
        List<ProcessSample> threads = scrapes(aHost(1, 100, Duration.ofSeconds(1)), 1).getFirst().samples().stream()
                .filter(sample -> sample.identity().program().isKernelThread())
                .toList();

        assertThat(threads).hasSize(15);
        assertThat(threads)
                .allMatch(thread -> thread.identity().program().path().isEmpty());
        assertThat(threads).allMatch(thread -> thread.identity().commandLine().isEmpty());
        assertThat(threads).allMatch(thread -> thread.footprint().residentBytes() == 0);
        assertThat(threads)
                .filteredOn(thread -> thread.identity().pid() != 2)
                .allMatch(t -> t.identity().parentPid() == 2);
    }

    @Test
    void everyParentIsAlive() {
        for (HostSnapshot snapshot : scrapes(aHost(9, 100, Duration.ofSeconds(10)), 60)) {
            Set<Integer> pids = snapshot.samples().stream()
                    .map(sample -> sample.identity().pid())
                    .collect(Collectors.toSet());
            pids.add(0);

            assertThat(snapshot.samples())
                    .allMatch(sample -> pids.contains(sample.identity().parentPid()));
        }
    }

    @Test
    void residentMemoryStaysBetweenFiveMegabytesAndFourGigabytesApartFromItsSwing() {
        HostSnapshot snapshot =
                scrapes(aHost(2, 1_000, Duration.ofSeconds(1)), 1).getFirst();

        assertThat(snapshot.samples())
                .filteredOn(sample -> !sample.identity().program().isKernelThread())
                .extracting(sample -> sample.footprint().residentBytes())
                .allMatch(bytes -> bytes > 3L << 20 && bytes < 7L << 30)
                .allMatch(bytes -> bytes % 4_096 == 0);
    }

    private static HostPopulation aHost(long seed, int processes, Duration interval) {
        Host host = new Host("web-01", 8, Duration.ofDays(10));
        return new HostPopulation(host, MODEL, new ScrapePlan(seed, processes, interval));
    }

    private static List<HostSnapshot> scrapes(HostPopulation population, int count) {
        List<HostSnapshot> scrapes = new ArrayList<>();
        for (int tick = 0; tick < count; tick++) {
            scrapes.add(population.advance());
        }
        return scrapes;
    }

    private static long births(List<HostSnapshot> scrapes) {
        Set<Life> all = new HashSet<>();
        scrapes.forEach(scrape -> all.addAll(lives(scrape)));
        return all.size() - lives(scrapes.getFirst()).size();
    }

    private static Set<Life> lives(HostSnapshot snapshot) {
        return snapshot.samples().stream().map(Life::of).collect(Collectors.toSet());
    }

    private record Life(int pid, Duration birth, String path) {
        static Life of(ProcessSample sample) {
            ProcessIdentity identity = sample.identity();
            return new Life(identity.pid(), identity.birth(), identity.program().path());
        }
    }
}
