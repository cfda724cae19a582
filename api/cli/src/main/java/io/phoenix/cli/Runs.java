package io.phoenix.cli;

import io.phoenix.client.ExperimentFilter;
import io.phoenix.client.ExperimentListResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.PhoenixClient;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the run that a person names: by id, by name (the latest run) or by name/number. */
final class Runs {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NAME = Pattern.compile("([^/]+)(?:/(\\d{1,9}))?");
    private static final int PAGE = 100;

    private final PhoenixClient client;

    Runs(PhoenixClient client) {
        this.client = client;
    }

    /** The id of the run. */
    String id(String named) {
        return ID.matcher(named).matches()
                ? named.toLowerCase(Locale.ROOT)
                : byName(named).id();
    }

    private ExperimentResponse byName(String named) {
        Matcher matcher = NAME.matcher(named);
        if (!matcher.matches()) {
            throw new CliException(ExitCode.USAGE, "'" + named + "' is no id, no name and no name/number");
        }
        return matcher.group(2) == null
                ? latest(matcher.group(1))
                : numbered(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    private ExperimentResponse latest(String name) {
        return client.experiments(ExperimentFilter.named(name, 1)).items().stream()
                .findFirst()
                .orElseThrow(() -> new CliException(ExitCode.ERROR, "there is no experiment named '" + name + "'"));
    }

    private ExperimentResponse numbered(String name, int number) {
        ExperimentFilter filter = ExperimentFilter.named(name, PAGE);
        while (true) {
            ExperimentListResponse page = client.experiments(filter);
            for (ExperimentResponse run : page.items()) {
                if (run.number() == number) {
                    return run;
                }
            }
            if (page.nextCursor() == null) {
                throw new CliException(ExitCode.ERROR, "there is no run " + name + "/" + number);
            }
            filter = filter.after(page.nextCursor());
        }
    }
}
