package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlatformFile;
import io.phoenix.client.WorkflowLinkResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a page in the browser of this machine, and always prints its address. */
@Command(name = "open", description = "Open a run, the engine or the API documentation in the browser.")
final class OpenCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", arity = "0..1", description = RunParameter.DESCRIPTION)
    private @Nullable String run;

    @ArgGroup
    private Page page = new Page();

    /** What to show. */
    static final class Page {
        @Option(
                names = "--temporal",
                description = "The web UI of the engine (default with an ID: the run's workflow).")
        private boolean temporal;

        @Option(names = "--docs", description = "The documentation of the API (default without an ID).")
        private boolean docs;
    }

    OpenCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        if (run == null || page.docs) {
            // Nothing else asks the server, and a page of one that was killed is of no use.
            client.version();
        }
        String url = page.docs || run == null && !page.temporal ? server() + "/docs" : engine(client);
        out().println(url);
        out().flush();
        browse(url);
        return ExitCode.DONE;
    }

    private String engine(PhoenixClient client) {
        Optional<String> url = run == null
                ? ui()
                : Optional.of(client.workflow(new Runs(client).id(run))).map(WorkflowLinkResponse::url);
        return url.orElseThrow(() -> new CliException(
                ExitCode.ERROR, "no web UI of the engine runs here: ./phoenix status shows the parts"));
    }

    /** Of this machine's platform, which is not that of any other server. */
    private Optional<String> ui() {
        Optional<PlatformFile.Urls> here =
                context().installation().platform().flatMap(platform -> Optional.ofNullable(platform.urls()));
        if (connection().remote(context()) && !here.map(PlatformFile.Urls::api).equals(Optional.of(server()))) {
            throw new CliException(
                    ExitCode.USAGE,
                    "give the ID of a run: " + server() + " tells where its engine shows a run, and only that");
        }
        return here.map(PlatformFile.Urls::temporalUi);
    }

    private String server() {
        return connection().server(context()).toString().replaceAll("/$", "");
    }

    private void browse(String url) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean display = context().environment().containsKey("DISPLAY")
                || context().environment().containsKey("WAYLAND_DISPLAY");
        if (!context().terminal() || !(mac || display)) {
            return;
        }
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", url)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            messages().println("no browser could be started: " + e.getMessage());
        }
    }
}
