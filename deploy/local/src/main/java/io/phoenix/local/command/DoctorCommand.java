package io.phoenix.local.command;

import io.phoenix.cli.OutputOptions;
import io.phoenix.client.Installation;
import io.phoenix.local.platform.Doctor;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks for what keeps Phoenix from working here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks for what keeps Phoenix from working here, with a way out each. Exit code 1 when something fails.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Doctor.Check> checks = new Doctor(Installation.current(), UpOptions.source()).examine();
        List<Map<String, String>> rows = checks.stream().map(DoctorCommand::row).toList();
        output.print(
                out,
                rows,
                people -> rows.forEach(row -> people.printf(
                        Locale.ROOT, "%-5s %-14s %s%n", row.get("result"), row.get("name"), row.get("message"))));
        return checks.stream().anyMatch(check -> check.result() == Doctor.Result.FAIL) ? 1 : 0;
    }

    private static Map<String, String> row(Doctor.Check check) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("result", check.result().name().toLowerCase(Locale.ROOT));
        row.put("name", check.name());
        row.put("message", check.message());
        return row;
    }
}
