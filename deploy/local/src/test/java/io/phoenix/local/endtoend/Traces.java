package io.phoenix.local.endtoend;

import io.phoenix.client.Installation;
import io.phoenix.local.platform.InstalledProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an experiment has on this machine: nothing of it may be there after its end. */
record Traces(Machine machine, Database database) {

    /** One line per thing that is there. */
    List<String> of(String experiment) {
        String tail = experiment.substring(experiment.lastIndexOf('-') + 1);
        Installation installation = machine.installation();
        List<String> found = new ArrayList<>();
        Path directory = installation.experimentDirectory(tail);
        processes(experiment, directory).forEach(found::add);
        if (text(installation.state().resolve("run/ports.json")).contains(directory.toString())) {
            found.add("ports in the ledger");
        }
        if (Files.exists(installation.discoveryDirectory().resolve("exp-" + tail + ".json"))) {
            found.add("discovery file");
        }
        if (Files.exists(directory)) {
            found.add("directory " + directory);
        }
        if (database.rows("leases", experiment) > 0) {
            found.add("lease");
        }
        return found;
    }

    /** By their run directories, and independent of those by the experiment's id in arguments or environment. */
    private List<String> processes(String experiment, Path directory) {
        List<String> found = new ArrayList<>();
        for (InstalledProcesses.Running running : machine.processes().alive()) {
            if (running.directory().path().startsWith(directory)) {
                found.add("process " + running.process().process().name());
            }
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> text(process.resolve("environ")).contains("PHOENIX_EXPERIMENT=" + experiment)
                            || text(process.resolve("cmdline")).contains("--experiment-id=" + experiment))
                    .forEach(process -> found.add("pid " + process.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Empty for what is not there, or not there any more. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
