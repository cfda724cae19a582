package io.phoenix.api.experiment;

import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostEvidence;
import io.phoenix.activity.analysis.RunPlanning.EarlierRun;
import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.SeriesGrid;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentStore;
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
     */
    record Found(@Nullable String pilot, List<EarlierRun> runs) {
        static final Found NOTHING = new Found(null, List.of());
    }

    /** The series that came with the question. */
    static Found ofSeries(String series, PlanQuestion question) {
        byte[] bytes = series.getBytes(StandardCharsets.UTF_8);
        try {
            SeriesGrid grid = SeriesReader.read(
                            new ByteArrayInputStream(bytes), question.step(), SeriesReader.Options.NONE)
                    .orThrow(ErrorCode.INVALID_REQUEST);
            AnalysisPlan plan =
                    new AnalysisPlan(question.step(), question.memory(), question.criteria(), false, List.of());
            return new Found("series", List.of(new EarlierRun(FileAnalysis.input(plan, grid), question.step())));
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
        List<EarlierRun> runs = new ArrayList<>(List.of(pilot));
        completed(tenant, experiment.ref().name()).stream()
                .filter(other -> !other.ref().equals(experiment.ref()))
                .limit(USED - 1)
                .forEach(other -> run(tenant, other).ifPresent(runs::add));
        return new Found(experiment.ref().title(), runs);
    }

    /** Runs that tried the same candidates: of the same name, else on the same target; the latest is the pilot. */
    Found ofHistory(TenantId tenant, ExperimentSpec spec) {
        List<Experiment> named = alike(tenant, spec.name(), spec);
        List<Experiment> history = named.isEmpty()
                ? alike(tenant, null, spec).stream()
                        .filter(other -> other.spec().target().equals(spec.target()))
                        .toList()
                : named;
        String pilot = null;
        List<EarlierRun> runs = new ArrayList<>();
        for (Experiment experiment : history.subList(0, Math.min(USED, history.size()))) {
            Optional<EarlierRun> run = run(tenant, experiment);
            if (run.isPresent()) {
                pilot = pilot == null ? experiment.ref().title() : pilot;
                runs.add(run.get());
            }
        }
        return new Found(pilot, runs);
    }

    /** Newest first. */
    private List<Experiment> completed(TenantId tenant, @Nullable String name) {
        return experiments
                .list(tenant, new ExperimentQuery(Set.of(Phase.COMPLETED), name, Map.of(), LOOKED_AT, null))
                .items();
    }

    /** What cannot be trusted is no pilot, and what was tried with other parameters saves something else. */
    private List<Experiment> alike(TenantId tenant, @Nullable String name, ExperimentSpec spec) {
        return completed(tenant, name).stream()
                .filter(other -> other.head().verdict() != Verdict.INVALID)
                .filter(other -> other.spec()
                        .variants()
                        .candidates()
                        .equals(spec.variants().candidates()))
                .toList();
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
