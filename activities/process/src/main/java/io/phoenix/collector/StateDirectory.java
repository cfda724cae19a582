package io.phoenix.collector;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.RunDirectory;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where things are in the state directory of an installation. */
public record StateDirectory(Path path) {
    public StateDirectory {
        path = path.toAbsolutePath().normalize();
    }

    public Path experiment(ExperimentRef ref) {
        return path.resolve("experiments").resolve(ref.experiment().tail());
    }

    /** Run directory of the source, a variant or the load of an experiment. */
    public RunDirectory experimentPart(ExperimentRef ref, String part) {
        return new RunDirectory(experiment(ref).resolve(part));
    }

    /** What keeps removed parts of an experiment removed; named by one word, for example {@code collectors}. */
    public RemovalFence removalFence(ExperimentRef ref, String part) {
        return new RemovalFence(
                path.resolve("run")
                        .resolve("experiments")
                        .resolve(ref.experiment().tail()),
                part);
    }

    /** Logs that stay when the experiment is removed. */
    public Path experimentLogs(ExperimentRef ref) {
        return path.resolve("log")
                .resolve("experiments")
                .resolve(ref.experiment().tail());
    }

    /** Moves a file of an experiment to where its logs stay; absent is done. */
    public void keep(ExperimentRef ref, Path file, String name) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Path logs = Files.createDirectories(experimentLogs(ref));
            Files.move(file, logs.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot keep " + file + ": " + e.getMessage(), e);
        }
    }

    /** Deletes the experiment's directory once all of its parts are gone. */
    public void forgetIfEmpty(ExperimentRef ref) {
        try {
            Files.deleteIfExists(experiment(ref));
        } catch (DirectoryNotEmptyException e) {
            // Another part still lies there; whoever removes the last one removes the directory.
            return;
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot delete " + experiment(ref) + ": " + e.getMessage(), e);
        }
    }

    /** Run directory of the standing collector of a target. */
    public RunDirectory standingCollector(String target) {
        return new RunDirectory(path.resolve("targets").resolve(target).resolve("collector"));
    }

    public DiscoveryFile experimentDiscovery(ExperimentRef ref) {
        return new DiscoveryFile(
                path.resolve("discovery").resolve("exp-" + ref.experiment().tail() + ".json"));
    }

    public DiscoveryFile targetDiscovery(String target) {
        return new DiscoveryFile(path.resolve("discovery").resolve("target-" + target + ".json"));
    }

    /** The ledger of {@link io.phoenix.process.PortAllocator}. */
    public Path portLedger() {
        return path.resolve("run").resolve("ports.json");
    }
}
