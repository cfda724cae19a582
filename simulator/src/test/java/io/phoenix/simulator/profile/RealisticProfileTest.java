package io.phoenix.simulator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.simulator.process.Host;
import io.phoenix.simulator.process.HostPopulation;
import io.phoenix.simulator.process.LifetimeClass;
import io.phoenix.simulator.process.Program;
import io.phoenix.simulator.process.ProgramCatalogue;
import io.phoenix.simulator.process.ScrapePlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RealisticProfileTest {
    private static final Profile PROFILE = Profile.named("realistic");

    @Test
    void hasFortyProgramsOfWhichTenAreCritical() {
        ProgramCatalogue programs = PROFILE.population().programs();

        assertThat(programs.ranked()).extracting(Program::name).hasSize(40).doesNotHaveDuplicates();
        assertThat(programs.critical())
                .extracting(Program::name)
                .hasSize(10)
                .contains("postgres", "nginx", "sshd", "containerd", "kubelet");
        assertThat(programs.ranked()).containsAll(programs.critical());
        assertThat(programs.ranked()).extracting(Program::name).contains("java", "python3", "node");
    }

    @Test
    void mixesLifetimesEightyFifteenFive() {
        List<LifetimeClass> passing = PROFILE.population().passing();

        assertThat(passing).extracting(LifetimeClass::share).containsExactly(0.15, 0.05);
        assertThat(PROFILE.defaultSize()).isEqualTo(new Profile.Size(10, 150, Duration.ofSeconds(10)));
    }

    @Test
    void programFrequenciesFollowZipfsLaw() {
        List<Program> ranked = PROFILE.population().programs().ranked();
        Map<String, Long> counts = IntStream.range(0, 30)
                .boxed()
                .flatMap(seed -> ordinaryNames(seed).stream())
                .collect(counting());
        double total = counts.values().stream().mapToLong(Long::longValue).sum();
        double harmonic =
                IntStream.rangeClosed(1, 40).mapToDouble(rank -> 1.0 / rank).sum();

        for (int rank = 1; rank <= 10; rank++) {
            double share = counts.get(ranked.get(rank - 1).name()) / total;
            assertThat(share).isCloseTo(1 / (rank * harmonic), within(0.01));
        }
    }

    @Test
    void namesTheKnownProfilesWhenThereIsNoneOfAName() {
        assertThatThrownBy(() -> Profile.named("wild"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("profile must be one of realistic, was 'wild'");
    }

    /** Programs drawn at random: user processes without the one fixed process of init and of each critical program. */
    private static List<String> ordinaryNames(long seed) {
        Host host = new Host("web-01", 8, Duration.ofDays(10));
        ScrapePlan plan = new ScrapePlan(seed, 1_000, Duration.ofSeconds(1));
        List<String> names = new HostPopulation(host, PROFILE.population(), plan)
                .advance().samples().stream()
                        .map(sample -> sample.identity().program())
                        .filter(program -> !program.isKernelThread())
                        .map(Program::name)
                        .collect(Collectors.toList());
        PROFILE.population().programs().critical().forEach(program -> names.remove(program.name()));
        names.remove("systemd");
        return names;
    }

    private static Collector<String, ?, Map<String, Long>> counting() {
        return Collectors.groupingBy(name -> name, Collectors.counting());
    }
}
