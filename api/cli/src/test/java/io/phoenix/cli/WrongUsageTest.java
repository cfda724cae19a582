package io.phoenix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WrongUsageTest {
    private static final String ID = "018f0000-0000-7000-8000-0123456789ab";

    @TempDir
    Path directory;

    private final FakeServer server = new FakeServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiment",
                "experiment extend " + ID,
                "experiment extend " + ID + " --by soon",
                "experiment extend " + ID + " --by 0s",
                "experiment abort " + ID + " --by 5m",
                "experiment get",
                "experiment get a/b/c",
                "experiment list --limit many",
                "experiment list --timeout 0s",
                "experiment list --server http://127.0.0.1:1/below",
                "experiment logs " + ID + " --tail -1",
                "experiment wait " + ID + " --for phase=BORED",
                "report show " + ID + " -o pdf",
                "target rollback demo",
                "target rollback demo --to first",
                "api FETCH /version",
                "api GET /version -d {}",
                "api GET //elsewhere/version",
                "api GET http://elsewhere/version",
                "api GET /a^b",
                "nonsense"
            })
    void exitsWithTwoSaysWhyAndAsksNobody(String line) {
        int code = phoenix(Map.of(), line);

        assertThat(code).as(messages.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).startsWith("phoenix: ");
        assertThat(out.toString()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void neverPrintsAKeyThatCannotBeSent() {
        int code = phoenix(Map.of("PHOENIX_API_KEY", "phx_a_topsecret\nx"), "target list");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("PHOENIX_API_KEY").doesNotContain("topsecret");
    }

    @Test
    void takesAVariableThatIsSetToNothingAsNotSet() {
        server.on("GET /api/v1/targets", 200, "{\"items\":[]}");

        assertThat(phoenix(Map.of("PHOENIX_SERVER", "", "PHOENIX_API_KEY", " "), "target list"))
                .isZero();
    }

    @Test
    void saysWhatToDoWhenNobodyAnswers() {
        String url = server.url();
        server.close();

        assertThat(commandLine(Map.of()).execute("target", "list", "--server", url))
                .isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString())
                .startsWith("phoenix: cannot reach " + url)
                .contains("./phoenix up")
                .contains("--server");
    }

    @Test
    void takesAMistakeThatTheServerFindsInTheRequestAsWrongUsage() {
        server.on("GET /api/v1/experiments?limit=0", 400, FakeServer.problem(400, "invalid_request", "limit is 0"));

        assertThat(phoenix(Map.of(), "experiment list --limit 0")).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("phoenix: Refused: limit is 0");
    }

    @Test
    void namesAFileThatIsNoText() throws IOException {
        Path file = Files.write(directory.resolve("spec.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(phoenix(Map.of(), "experiment run -f " + file)).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("spec.yaml is not UTF-8 text");
    }

    @Test
    void namesAFileThatHoldsNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("spec.yaml"), " \n");

        assertThat(phoenix(Map.of(), "experiment validate -f " + file)).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("spec.yaml is empty");
    }

    @Test
    void sendsHowMuchLongerAsItWasWritten() {
        server.on("POST /api/v1/experiments/" + ID + "/extend", 200, """
                {"id":"c1","experiment":"%s","kind":"extend","actor":"a","state":"ACCEPTED","message":"longer",
                 "createdAt":"2026-11-01T00:00:00Z"}""".formatted(ID));

        assertThat(phoenix(Map.of(), "experiment extend " + ID + " --by 1m30s")).isZero();
        assertThat(server.requests().getLast()).endsWith("{\"duration\":\"1m30s\"}");
    }

    @Test
    void watchesOnWhenTheServerFailsForAWhile() {
        String path = "GET /api/v1/experiments/" + ID;
        server.on(path, 200, run("RUNNING"))
                .on(path, 503, FakeServer.problem(503, "upstream_unavailable", "the database is away"))
                .on(path, 200, run("COMPLETED"));

        assertThat(phoenix(Map.of(), "experiment wait " + ID + " -o json")).isZero();
        assertThat(messages.toString()).containsOnlyOnce("looking again");
        assertThat(out.toString()).contains("\"phase\" : \"COMPLETED\"").startsWith("{");
    }

    private int phoenix(Map<String, String> environment, String line) {
        String server = line.contains("--server") || line.equals("nonsense") || line.equals("experiment")
                ? line
                : line + " --server " + this.server.url();
        return commandLine(environment).execute(server.split(" "));
    }

    private CommandLine commandLine(Map<String, String> environment) {
        Installation installation = Installation.of(Map.of("PHOENIX_HOME", directory.toString()), directory);
        CommandLine line = Main.commandLine(new CliContext(installation, environment, false));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(messages));
        return line;
    }

    private static String run(String phase) {
        return """
                {"id":"%s","name":"web-hosts","number":3,"target":"demo","labels":{},"phase":"%s","paused":false,
                 "progress":0.5,"message":"now","startedBy":"olga","timeScale":1.0,
                 "createdAt":"2026-11-01T00:00:00Z","updatedAt":"2026-11-01T00:00:00Z"}""".formatted(ID, phase);
    }
}
