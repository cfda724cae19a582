package io.phoenix.activity.deployment.local;

import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.RunDirectory;
import io.phoenix.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes the collectors of one experiment away: processes, ports, directories. Their logs move to where logs stay. */
final class ExperimentRemoval {
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final String LOAD = "load";

    private final LocalCollectors collectors;
    private final StateDirectory state;
    private final ExperimentRef ref;

    ExperimentRemoval(LocalCollectors collectors, StateDirectory state, ExperimentRef ref) {
        this.collectors = collectors;
        this.state = state;
        this.ref = ref;
    }

    void run() {
        List<RunDirectory> directories = directories();
        stop(directories);
        for (RunDirectory directory : directories) {
            collectors.ports().release(directory);
            state.keep(ref, directory.log(), directory.path().getFileName() + ".log");
            directory.delete();
        }
        state.forgetIfEmpty(ref);
    }

    /** The load has a life and a removal of its own. */
    private List<RunDirectory> directories() {
        Path experiment = state.experiment(ref);
        if (!Files.isDirectory(experiment)) {
            return List.of();
        }
        try (Stream<Path> parts = Files.list(experiment)) {
            return parts.filter(Files::isDirectory)
                    .filter(part -> !part.getFileName().toString().equals(LOAD))
                    .map(RunDirectory::new)
                    .toList();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot list " + experiment + ": " + e.getMessage(), e);
        }
    }

    private void stop(List<RunDirectory> directories) {
        List<ManagedProcess> processes = directories.stream()
                .map(collectors::adopt)
                .flatMap(Optional::stream)
                .toList();
        processes.forEach(process -> process.signal(Signal.TERM));
        processes.forEach(process -> process.stop(GRACE));
    }
}
