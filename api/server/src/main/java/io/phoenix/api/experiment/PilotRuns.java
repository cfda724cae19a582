package io.phoenix.api.experiment;

import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostEvidence;
import io.phoenix.activity.analysis.RunPlanning.EarlierRun;
import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.PilotSeries;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.activity.analysis.planning.PilotSampling;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs of the past, to plan another one by. */
@Singleton
final class PilotRuns {
    private static final int LOOKED_AT = 50;
    private static final int USED = 5;

    private final ExperimentFinder finder;
    private final ExperimentStore experiments;
    private final MeasurementStore measurements;

    PilotRuns(ExperimentFinder finder, ExperimentStore experiments, MeasurementStore measurements) {
        this.finder = finder;
        this.experiments = experiments;
        this.measurements = measurements;
    }

    /**
     * What was found.
     *
     * @param pilot what the first run is called; null: there is none
     * @param unreadable what another version of Phoenix stored, which this one passes over
     */
    record Found(@Nullable String pilot, List<EarlierRun> runs, List<String> unreadable) {
        static final Found NOTHING = new Found(null, List.of(), List.of());
    }

    /** The series that came with the question. */
    static Found ofSeries(String series, PlanQuestion question) {
        byte[] bytes = series.getBytes(StandardCharsets.UTF_8);
        try {
            PilotSeries pilot = SeriesReader.readPilot(
                            new ByteArrayInputStream(bytes), question.step(), question.criteria())
                    .orThrow(ErrorCode.INVALID_REQUEST);
            AnalysisPlan plan =
                    new AnalysisPlan(pilot.step(), question.memory(), question.criteria(), false, List.of());
            EarlierRun run = new EarlierRun(
                    FileAnalysis.input(plan, pilot.grid()), new PilotSampling(pilot.step(), pilot.interval()));
            return new Found("series", List.of(run), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run, and with it the others of its name for the memory. */
    Found ofExperiment(TenantId tenant, String id) {
        Experiment experiment = finder.required(tenant, id);
        EarlierRun pilot = run(tenant, experiment)
                .orElseThrow(() -> new FinalException(
                        ErrorCode.CONFLICT,
                        "experiment " + experiment.ref().title()
                                + " has measured nothing, so there is nothing to plan by"));
        Readable readable = new Readable();
        readable.runs.add(pilot);
        completed(tenant, experiment.ref().name(), readable).stream()
                .filter(other -> !other.ref().equals(experiment.ref()))
                .limit(USED - 1)
                .forEach(other -> readable.add(tenant, other));
        return new Found(experiment.ref().title(), readable.runs, readable.unreadable);
    }

    /** Runs that tried the same candidates: of the same name, else on the same target; the latest is the pilot. */
    Found ofHistory(TenantId tenant, ExperimentSpec spec) {
        Readable readable = new Readable();
        List<Experiment> named = alike(completed(tenant, spec.name(), readable), spec);
        List<Experiment> history = named.isEmpty()
                ? alike(completed(tenant, null, readable), spec).stream()
                        .filter(other -> other.spec().target().equals(spec.target()))
                        .toList()
                : named;
        history.stream().limit(USED).forEach(experiment -> readable.add(tenant, experiment));
        return new Found(readable.first, readable.runs, readable.unreadable);
    }

    /** Newest first. One row that cannot be read hides its page. */
    private List<Experiment> completed(TenantId tenant, @Nullable String name, Readable readable) {
        String runs = name == null ? "the list of earlier runs" : "the list of earlier runs of " + name;
        return readable.orSay(
                        runs,
                        () -> experiments
                                .list(
                                        tenant,
                                        new ExperimentQuery(Set.of(Phase.COMPLETED), name, Map.of(), LOOKED_AT, null))
                                .items())
                .orElse(List.of());
    }

    /** What cannot be trusted is no pilot. */
    private static List<Experiment> alike(List<Experiment> earlier, ExperimentSpec spec) {
        return earlier.stream()
                .filter(other -> other.head().verdict() != Verdict.INVALID)
                .filter(other -> alike(other.spec(), spec))
                .toList();
    }

    /** What compared other pipelines, or had another input, saves something else with another error. */
    private static boolean alike(ExperimentSpec one, ExperimentSpec other) {
        boolean ofTarget = one.variants().baseline() == null || one.input().host() != null;
        return one.variants().equals(other.variants())
                && unseeded(one.input()).equals(unseeded(other.input()))
                && (!ofTarget || one.target().equals(other.target()));
    }

    /** Another seed is another draw of the same population. */
    private static Input unseeded(Input input) {
        Input.Simulation drawn = input.simulation();
        return drawn == null
                ? input
                : new Input(
                        new Input.Simulation(
                                drawn.profile(), drawn.hosts(), drawn.processesPerHost(), drawn.interval(), 0),
                        null);
    }

    /** Runs as far as this version can read them. */
    private final class Readable {
        private final List<EarlierRun> runs = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();
        private @Nullable String first;

        void add(TenantId tenant, Experiment experiment) {
            String title = experiment.ref().title();
            orSay(title, () -> run(tenant, experiment)).flatMap(found -> found).ifPresent(found -> {
                first = first == null ? title : first;
                runs.add(found);
            });
        }

        <T> Optional<T> orSay(String what, Supplier<T> read) {
            try {
                return Optional.of(read.get());
            } catch (FinalException e) {
                if (e.code() != ErrorCode.UNREADABLE) {
                    throw e;
                }
                unreadable.add(what + " (" + e.getMessage() + ")");
                return Optional.empty();
            }
        }
    }

    private Optional<EarlierRun> run(TenantId tenant, Experiment experiment) {
        ExperimentId id = experiment.ref().experiment();
        List<MeasuredWindow> measured = measurements.load(tenant, id);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        ExperimentSpec spec = experiment.spec();
        Duration step = measured.getFirst().window().step();
        Plan plan = new Plan(spec.criteria(), step, null, spec.intervalOn(step), Evidence.REQUIRED);
        Grid grid = Grid.ofMeasured(measured);
        List<Candidate> candidates = spec.variants().candidates().keySet().stream()
                .map(name -> new Candidate(name, null))
                .toList();
        AnalysisInput input = new AnalysisInput(
                plan,
                candidates,
                grid,
                measured,
                List.of(),
                HostEvidence.of(plan, grid, measured, measurements.loadHosts(tenant, id)));
        return Optional.of(new EarlierRun(input, spec.timing().step()));
    }
}
