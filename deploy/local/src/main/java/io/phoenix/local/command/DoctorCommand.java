package io.phoenix.local.command;

import io.phoenix.client.Installation;
import io.phoenix.local.platform.Doctor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for what keeps Phoenix from working here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks for what keeps Phoenix from working here, with a way out each. Exit code 1 when something fails.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Doctor.Check> checks = new Doctor(Installation.current(), UpOptions.source()).examine();
        for (Doctor.Check check : checks) {
            String result = check.result().name().toLowerCase(Locale.ROOT);
            out.printf(Locale.ROOT, "%-5s %-14s %s%n", result, check.name(), check.message());
        }
        return checks.stream().anyMatch(check -> check.result() == Doctor.Result.FAIL) ? 1 : 0;
    }
}
