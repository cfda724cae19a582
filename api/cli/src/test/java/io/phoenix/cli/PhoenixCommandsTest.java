package io.phoenix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PhoenixCommandsTest {
    private static final String PLAN = "POST /api/v1/experiments/plan";
    private static final String ID = "018f0000-0000-7000-8000-0123456789ab";

    // Above every pid that Linux gives.
    private static final long GONE = 5_000_000;

    @TempDir
    Path directory;

    private final FakeServer server = new FakeServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void printsTheIdOfAStartedRunAndMessagesApartFromData() throws IOException {
        server.on(PLAN, 200, plan("", "")).on("POST /api/v1/experiments", 202, run("PENDING", ""));

        int code = phoenix("experiment", "run", "-f", spec());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("web-hosts/3").contains(ID).doesNotContain("follow it");
        assertThat(messages.toString()).contains("./phoenix experiment wait web-hosts/3");
        assertThat(server.requests())
                .containsExactly(PLAN + " {\"spec\":\"name: web-hosts\"}", "POST /api/v1/experiments name: web-hosts");
    }

    @Test
    void startsNoRunThatIsTooShortToDecideUnlessItIsForced() throws IOException {
        server.on(PLAN, 200, plan("", """
                        {"pointer":"/timing/duration","code":"too_short_to_decide","message":"2m is too short, 8m is needed"}""")).on("POST /api/v1/experiments", 202, run("PENDING", ""));

        assertThat(phoenix("experiment", "run", "-f", spec())).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(messages.toString())
                .startsWith("phoenix: not started: by web-hosts/2 the run would most likely end undecided")
                .contains("--force")
                .contains("  /timing/duration  2m is too short, 8m is needed (too_short_to_decide)");
        assertThat(server.requests()).hasSize(1);

        assertThat(phoenix("experiment", "run", "-f", spec(), "--force")).isZero();
        assertThat(server.requests().getLast()).startsWith("POST /api/v1/experiments name");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void saysBeforeAStartWhatTheVerdictWillLack() throws IOException {
        server.on(PLAN, 200, plan("""
                        {"code":"NO_PILOT","message":"nothing to plan by"},
                        {"code":"MEMORY_UNKNOWN","message":"timing.memory is not declared"}""", "")).on("POST /api/v1/experiments", 202, run("PENDING", ""));

        assertThat(phoenix("experiment", "run", "-f", spec())).isZero();
        assertThat(messages.toString())
                .contains("note: timing.memory is not declared")
                .doesNotContain("nothing to plan by");
    }

    @Test
    void startsWhereThePlannerCannotAnswer() throws IOException {
        server.on(PLAN, 500, FakeServer.problem(500, "internal", "something went wrong"))
                .on(
                        PLAN,
                        409,
                        FakeServer.problem(409, "unreadable", "a stored document was written by another version"))
                .on("POST /api/v1/experiments", 202, run("PENDING", ""));

        assertThat(phoenix("experiment", "run", "-f", spec())).isZero();
        assertThat(phoenix("experiment", "run", "-f", spec())).isZero();
        assertThat(messages.toString())
                .contains("note: nobody knows whether the run is long enough to decide: something went wrong")
                .contains("note: nobody knows whether the run is long enough to decide: a stored document");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void startsWhereThePlannerAnswersTooLate() throws IOException {
        server.late(PLAN).on("POST /api/v1/experiments", 202, run("PENDING", ""));

        assertThat(phoenix("experiment", "run", "-f", spec(), "--timeout", "1s"))
                .isZero();
        assertThat(messages.toString()).contains("note: nobody knows").contains("did not answer within 1.0 s");
    }

    @Test
    void aRepeatedCallIsNotRefusedByWhatWasMeasuredSinceTheFirst() throws IOException {
        server.on("POST /api/v1/experiments", 202, run("PENDING", ""));

        assertThat(phoenix("experiment", "run", "-f", spec(), "--idempotency-key", "K"))
                .isZero();
        assertThat(server.requests()).containsExactly("POST /api/v1/experiments name: web-hosts");
    }

    @Test
    void answersToHelpAtEveryCommandWithoutAskingAServer() {
        assertThat(commandLine().execute("experiment", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: phoenix experiment").contains("approve");
        assertThat(commandLine().execute("experiment", "approve", "-h")).isZero();
        assertThat(out.toString()).contains("Usage: phoenix experiment approve");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAServerThatIsNoAddress() {
        assertThat(commandLine().execute("target", "list", "--server", "nonsense"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("--server is 'nonsense'").contains("http://127.0.0.1:7080");
    }

    @Test
    void printsTheBodyOfTheApiAsJsonAndYaml() {
        server.on("GET /api/v1/experiments/" + ID, 200, run("RUNNING", ""));

        assertThat(phoenix("exp", "get", ID, "-o", "json")).isZero();
        assertThat(out.toString()).startsWith("{").contains("\"phase\" : \"RUNNING\"");
        assertThat(phoenix("exp", "get", ID, "-o", "yaml")).isZero();
        assertThat(out.toString()).contains("phase: RUNNING");
    }

    @Test
    void watchesInPlainLinesUntilTheEndAndExitsByVerdict() throws IOException {
        server.on(PLAN, 200, plan("", ""))
                .on("POST /api/v1/experiments", 202, run("PENDING", ""))
                .on("GET /api/v1/experiments/" + ID, 200, run("RUNNING", ""))
                .on("GET /api/v1/experiments/" + ID, 200, run("COMPLETED", "\"verdict\":\"REJECT\","))
                .on("GET /api/v1/experiments/" + ID + "/report", 200, "text/plain", "the report\n");

        int code = phoenix("experiment", "run", "-f", spec(), "--watch", "--exit-verdict");

        assertThat(code).isEqualTo(ExitCode.REJECTED);
        assertThat(messages.toString()).contains("Measure [#####.....]  50 %").contains("COMPLETED, verdict REJECT");
        assertThat(messages.toString()).doesNotContain("\u001b");
        assertThat(out.toString()).isEqualToNormalizingNewlines("the report\n");
    }

    @Test
    void exitsByTheEndOfTheRun() {
        assertThat(waitFor("COMPLETED", "\"verdict\":\"REJECT\",")).isEqualTo(ExitCode.DONE);
        assertThat(waitFor("FAILED", "\"errorCode\":\"target_busy\",")).isEqualTo(ExitCode.ERROR);
        assertThat(waitFor("CANCELLED", "")).isEqualTo(ExitCode.ABORTED);
        assertThat(waitFor("COMPLETED", "\"verdict\":\"INVALID\",", "--exit-verdict"))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(waitFor("RUNNING", "", "--within", "0s")).isEqualTo(ExitCode.TIMEOUT);
        assertThat(waitFor("AWAITING_APPROVAL", "", "--within", "0s")).isEqualTo(ExitCode.APPROVAL);
        assertThat(waitFor("AWAITING_APPROVAL", "", "--for", "approval")).isEqualTo(ExitCode.DONE);
        assertThat(waitFor("COMPLETED", "", "--for", "phase=RUNNING")).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void findsRunsByNameAndByNumber() {
        server.on("GET /api/v1/experiments?limit=1&name=web-hosts", 200, page(run("RUNNING", "")))
                .on("GET /api/v1/experiments?limit=100&name=web-hosts", 200, page(run("RUNNING", "")))
                .on("GET /api/v1/experiments/" + ID, 200, run("RUNNING", ""));

        assertThat(phoenix("exp", "get", "web-hosts")).isZero();
        assertThat(phoenix("exp", "get", "web-hosts/3")).isZero();
        assertThat(phoenix("exp", "get", "web-hosts/4")).isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString()).contains("there is no run web-hosts/4");
    }

    @Test
    void showsEveryMistakeOfASpecification() throws IOException {
        server.on(PLAN, 422, """
                {"type":"t","title":"Invalid spec","status":422,"detail":"2 mistakes, see errors","code":"invalid_spec",
                 "errors":[{"pointer":"/name","code":"required","message":"name is missing"},
                           {"pointer":"/target","code":"unknown_target","message":"there is no target 'x'"}]}""");

        assertThat(phoenix("experiment", "run", "-f", spec())).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(messages.toString())
                .contains("/name  name is missing (required)")
                .contains("/target");
    }

    @Test
    void takesASpecificationWithFaultsAsWrongUsageWhenItIsOnlyChecked() throws IOException {
        server.on("POST /api/v1/experiments/validate", 200, """
                {"valid":false,"errors":[{"pointer":"/name","code":"required","message":"name is missing"}]}""");

        assertThat(phoenix("experiment", "validate", "-f", spec())).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("/name");
        assertThat(messages.toString()).contains("1 mistake");
    }

    @Test
    void plansByAnEarlierRunAndSaysWhenNoRunFits() throws IOException {
        server.on("GET /api/v1/experiments?limit=1&name=web-hosts", 200, "{\"items\":[" + run("COMPLETED", "") + "]}")
                .on("POST /api/v1/experiments/plan", 200, """
                        {"fits":false,"duration":"40m","pairs":240,"step":"10s","maximumDuration":"30m","pilot":"web-hosts/3",
                         "pilotPairs":60,"criteria":[{"candidate":"candidate","metric":"active_series","role":"goal",
                         "scale":"ratio","limit":0.8,"expected":0.76543,"detectable":0.77,"pairs":240,"duration":"40m",
                         "limitedBy":"precision"}],
                         "advice":[{"code":"EXCEEDS_MAXIMUM_DURATION","message":"The run needs 40m, do not start it."}]}""");

        assertThat(phoenix("experiment", "plan", "-f", spec(), "--from-experiment", "web-hosts"))
                .isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString())
                .contains("The run needs 40m (240 steps of 10s), which may last 30m, by web-hosts/3 with 60 pairs.")
                .contains(
                        "active_series  goal",
                        "0.7654",
                        "0.7700",
                        "precision",
                        "- The run needs 40m, do not start it.");
        assertThat(server.requests().getLast())
                .startsWith("POST /api/v1/experiments/plan {")
                .contains("\"experiment\":\"" + ID + "\"");
    }

    @Test
    void plansByAFileWithoutSendingItAway() throws IOException {
        server.on("POST /api/v1/experiments/validate", 200, """
                {"valid":true,"errors":[],"spec":{"timing":{"step":"1s","duration":"1m","maximumDuration":"10m"},
                 "criteria":{"goals":[{"metric":"active_series","minimumSaving":0.2}],
                 "guardrails":[{"metric":"dropped_points","maximum":0}]}}}""");
        StringBuilder series = new StringBuilder("time,metric,variant,value\n");
        for (int t = 0; t < 100; t++) {
            int load = 1000 + 37 * t % 101;
            series.append("%d,active_series,baseline,%d%n".formatted(t, load));
            series.append("%d,active_series,candidate,%d%n".formatted(t, load / 2 + 13 * t % 29));
        }
        Path pilot = Files.writeString(directory.resolve("pilot.csv"), series);

        assertThat(phoenix("experiment", "plan", "-f", spec(), "--pilot", pilot.toString(), "-o", "json"))
                .isZero();
        assertThat(out.toString())
                .contains("\"fits\" : true", "\"pilotPairs\" : 100", "\"metric\" : \"active_series\"");
        assertThat(server.requests()).hasSize(1);
    }

    /** As many samples ten times as far apart are ten times as long a run. */
    @Test
    void takesAPilotInItsOwnStep() throws IOException {
        server.on("POST /api/v1/experiments/validate", 200, """
                {"valid":true,"errors":[],"spec":{"timing":{"step":"1s","duration":"1m","maximumDuration":"2h"},
                 "criteria":{"goals":[{"metric":"active_series","minimumSaving":0.2}],"guardrails":[]}}}""");
        StringBuilder series = new StringBuilder("time,metric,variant,value\n");
        for (int t = 0; t < 100; t++) {
            series.append("%d,active_series,baseline,%d%n".formatted(10 * t, 1000));
            series.append("%d,active_series,candidate,%d%n".formatted(10 * t, 500 + 13 * t % 29));
        }
        Path pilot = Files.writeString(directory.resolve("pilot.csv"), series);

        assertThat(phoenix("experiment", "plan", "-f", spec(), "--pilot", pilot.toString()))
                .isZero();
        assertThat(out.toString())
                .startsWith("The run needs 8m (480 steps of 1s), within 2h, by " + pilot + " with 100 pairs.")
                .contains(
                        "The pilot was sampled every 10s, the run's step is 1s: each of its pairs, and of those that a");
    }

    @Test
    void plansByOneThingOnly() throws IOException {
        assertThat(phoenix("experiment", "plan", "-f", spec(), "--pilot", "-", "--from-experiment", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("experiment", "plan", "-f", spec(), "--expected-saving", "20"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("experiment", "plan", "-f", "-", "--pilot", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("--file and --pilot are both -");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void keepsAReasonOfManyLinesInItsRow() {
        server.on("POST /api/v1/experiments/" + ID + "/abort", 200, """
                {"id":"c1","experiment":"%s","kind":"abort","actor":"a","state":"ACCEPTED",
                 "message":"stopping: one\\r\\n  two\\n","createdAt":"2026-11-01T00:00:00Z"}""".formatted(ID));

        assertThat(phoenix("exp", "abort", ID)).isZero();
        assertThat(out.toString().lines()).hasSize(2).last().asString().contains("stopping: one two  c1");
    }

    @Test
    void asksForDecisionsAndNamesTheWinner() {
        server.on("POST /api/v1/experiments/" + ID + "/abort", 200, """
                        {"id":"c1","experiment":"%s","kind":"abort","actor":"a","state":"ACCEPTED","message":"stopping",
                         "createdAt":"2026-11-01T00:00:00Z"}""".formatted(ID))
                .on(
                        "POST /api/v1/experiments/" + ID + "/approve",
                        409,
                        FakeServer.problem(409, "already_decided", "abort by olga was first"));

        assertThat(phoenix("exp", "abort", ID, "--reason", "enough")).isZero();
        assertThat(server.requests().getLast()).endsWith("{\"reason\":\"enough\"}");
        assertThat(phoenix("exp", "approve", ID)).isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString()).contains("abort by olga was first");
    }

    @Test
    void saysWhenTheKeyIsNotGoodEnough() {
        server.on("GET /api/v1/targets", 401, FakeServer.problem(401, "unauthenticated", "an API key is needed"));

        assertThat(phoenix("target", "list")).isEqualTo(ExitCode.ACCESS);
    }

    @Test
    void saysThatNothingRunsHere() {
        int code = commandLine().execute("experiment", "list");

        assertThat(code).isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString().strip())
                .isEqualTo("phoenix: it is not running here: start it with ./phoenix up");
    }

    @Test
    void findsTheServerAndTheKeyOfThisMachine() {
        installation().writeApiKey("phx_owner_secret");
        platform(ProcessHandle.current().pid());
        server.on("GET /api/v1/experiments?limit=20", 200, "{\"items\":[]}")
                .on("GET /version", 200, "{\"version\":\"0.1.0\"}");

        assertThat(commandLine().execute("exp", "list")).isZero();
        assertThat(commandLine().execute("open", "--temporal")).isZero();
        assertThat(out.toString()).contains("http://127.0.0.1:8233");
    }

    @Test
    void opensNoEngineOfThisMachineForAnotherServer() {
        platform(ProcessHandle.current().pid());
        server.on("GET /version", 200, "{\"version\":\"0.1.0\"}");
        String other = server.url().replace("127.0.0.1", "localhost");

        assertThat(commandLine().execute("open", "--temporal", "--server", other))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("give the ID of a run: " + other);
        assertThat(out.toString()).isEmpty();
        assertThat(commandLine().execute("open", "--temporal", "--server", server.url() + "/"))
                .isZero();
        assertThat(out.toString()).contains("http://127.0.0.1:8233");
    }

    @Test
    void sendsTheKeyToNobodyWhenTheServerOfThisMachineIsDead() {
        installation().writeApiKey("phx_owner_secret");
        platform(GONE);
        server.on("GET /api/v1/experiments?limit=20", 200, "{\"items\":[]}");

        assertThat(commandLine().execute("exp", "list")).isEqualTo(ExitCode.ERROR);
        assertThat(commandLine().execute("open", "--temporal")).isEqualTo(ExitCode.ERROR);
        assertThat(commandLine().execute("open", "--docs")).isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString()).contains("it is not running here: start it with ./phoenix up");
        assertThat(out.toString()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void opensNoPageOfAServerThatDoesNotAnswer() {
        platform(ProcessHandle.current().pid());
        server.close();

        assertThat(commandLine().execute("open", "--temporal")).isEqualTo(ExitCode.ERROR);
        assertThat(out.toString()).isEmpty();
        assertThat(messages.toString()).contains("./phoenix up");
    }

    private void platform(long api) {
        installation()
                .writePlatform(new PlatformFile(
                        "i",
                        "running",
                        List.of(new PlatformFile.Part("api", "running", api, null, server.url(), "0.1.0", null, 0)),
                        new PlatformFile.Urls(server.url(), "http://127.0.0.1:8233", null)));
    }

    @Test
    void printsTheLogsThatTheMachineHas() throws IOException {
        Path log = Files.createDirectories(directory.resolve("state/log/experiments/0123456789ab"))
                .resolve("candidate.log");
        Files.writeString(log, "one\ntwo\nthree\n");

        assertThat(phoenix("exp", "logs", ID, "--part", "candidate", "--tail", "2"))
                .isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("two\nthree\n");
        assertThat(phoenix("exp", "logs", ID, "--part", "load")).isEqualTo(ExitCode.ERROR);
    }

    @Test
    void exitsWithTwoOnWrongUsage() {
        assertThat(phoenix("experiment", "run")).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("experiment", "run", "-f", "/does/not/exist")).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("experiment", "wait", ID, "--for", "luck")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void completesItsCommands() {
        assertThat(commandLine().execute("completion")).isZero();
        assertThat(out.toString()).contains("experiment").contains("rollback");
    }

    private int waitFor(String phase, String more, String... options) {
        FakeServer fresh = new FakeServer().on("GET /api/v1/experiments/" + ID, 200, run(phase, more));
        try (fresh) {
            CommandLine line = commandLine();
            String[] all = new String[options.length + 5];
            System.arraycopy(new String[] {"experiment", "wait", ID, "--server", fresh.url()}, 0, all, 0, 5);
            System.arraycopy(options, 0, all, 5, options.length);
            return line.execute(all);
        }
    }

    private int phoenix(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--server";
        all[arguments.length + 1] = server.url();
        return commandLine().execute(all);
    }

    private CommandLine commandLine() {
        CommandLine line = Main.commandLine(new CliContext(installation(), Map.of(), false));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(messages));
        return line;
    }

    private Installation installation() {
        return Installation.of(Map.of("PHOENIX_HOME", directory.toString()), directory);
    }

    private String spec() throws IOException {
        return Files.writeString(directory.resolve("spec.yaml"), "name: web-hosts")
                .toString();
    }

    private static String page(String item) {
        return "{\"items\":[" + item + "]}";
    }

    private static String plan(String advice, String errors) {
        return """
                {"fits":true,"duration":"8m","pairs":240,"step":"2s","pilot":"web-hosts/2","pilotPairs":60,"criteria":[],
                 "advice":[%s],"errors":[%s]}""".formatted(advice, errors);
    }

    private static String run(String phase, String more) {
        return """
                {"id":"%s","name":"web-hosts","number":3,"target":"demo","labels":{},"phase":"%s","paused":false,%s
                 "progress":0.5,"message":"now %s","startedBy":"olga","timeScale":1.0,
                 "createdAt":"2026-11-01T00:00:00Z","updatedAt":"2026-11-01T00:00:00Z"}""".formatted(ID, phase, more, phase);
    }
}
