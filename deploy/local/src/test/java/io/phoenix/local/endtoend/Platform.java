package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Connection;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlatformFile;
import io.phoenix.client.Reply;
import io.phoenix.client.WorkflowLinkResponse;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The running platform that the tests share, and what they do to it. */
final class Platform {
    /**
     * One second, the interval of the specifications, becomes 300 ms. Collectors take 200 ms, but a scrape that waits that
     * long for its turn on a busy machine counts as down.
     */
    static final String TIME_SCALE = "0.3";

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration CLEAN_UP = Duration.ofSeconds(30);

    private final Machine machine;
    private @Nullable PhoenixClient client;

    Platform(Machine machine) {
        this.machine = machine;
    }

    Machine machine() {
        return machine;
    }

    Answer phoenix(String... arguments) {
        return machine.phoenix(arguments);
    }

    /** Runs a command that must succeed. */
    String done(String... arguments) {
        Answer answer = phoenix(arguments);
        assertThat(answer.code()).as("%s: %s", List.of(arguments), answer).isZero();
        return answer.out();
    }

    PlatformFile status() {
        return Json.read(phoenix("status", "-o", "json").out(), PlatformFile.class);
    }

    /** What the supervisor wrote, without a process for it. */
    PlatformFile.Part part(String name) {
        return installation().platform().orElseThrow().part(name).orElseThrow();
    }

    Installation installation() {
        return machine.installation();
    }

    PhoenixClient client() {
        if (client == null) {
            URI server =
                    URI.create(installation().platform().orElseThrow().urls().api());
            client = new PhoenixClient(
                    new Connection(server, installation().apiKey().orElseThrow(), Duration.ofSeconds(30)));
        }
        return client;
    }

    Database database() {
        return new Database(machine);
    }

    Traces traces() {
        return new Traces(machine, database());
    }

    String start(SpecText spec) {
        return client().create(spec.document(), UUID.randomUUID().toString()).id();
    }

    /** Waits until it is in the phase; an end that comes first fails. */
    ExperimentResponse await(String experiment, String phase) {
        ExperimentResponse seen = Eventually.within(
                PATIENCE,
                experiment + " is " + phase,
                () -> client().experiment(experiment),
                found -> found.phase().equals(phase) || found.ended());
        assertThat(seen.phase()).as("%s%s", seen, story(experiment)).isEqualTo(phase);
        return seen;
    }

    ExperimentResponse awaitEnd(String experiment) {
        return Eventually.within(
                PATIENCE, experiment + " has ended", () -> client().experiment(experiment), ExperimentResponse::ended);
    }

    /** Waits until windows of it are stored, so that what comes next hits it in the middle. */
    void awaitMeasuring(String experiment) {
        await(experiment, "RUNNING");
        Eventually.within(
                PATIENCE,
                "two windows of " + experiment + " are measured",
                () -> client().events(experiment).items().stream()
                        .filter(event -> event.type().equals("window_measured"))
                        .count(),
                windows -> windows >= 2);
    }

    /** {@code kill -9} of a part of the experiment. */
    void kill(String experiment, String part) {
        String tail = experiment.substring(experiment.lastIndexOf('-') + 1);
        Path directory = installation().experimentDirectory(tail).resolve(part);
        kill(machine.processes().alive().stream()
                .filter(running -> running.directory().path().equals(directory))
                .map(running -> running.process())
                .findFirst()
                .orElseThrow());
    }

    /** {@code kill -9} of a part of the platform; returns its pid. */
    long killPart(String part) {
        ManagedProcess process = machine.processes().part(part).orElseThrow();
        kill(process);
        return process.pid();
    }

    private static void kill(ManagedProcess process) {
        process.signal(Signal.KILL);
        assertThat(process.awaitExit(Duration.ofSeconds(5))).isTrue();
    }

    /** Sends a signal with the engine's own command line. */
    void signal(String experiment, String name) {
        WorkflowLinkResponse workflow = client().workflow(experiment);
        Answer answer = machine.run(List.of(
                tool("temporal"),
                "workflow",
                "signal",
                "--address",
                "127.0.0.1:" + part("temporal").port(),
                "--namespace",
                workflow.namespace(),
                "--workflow-id",
                workflow.workflowId(),
                "--name",
                name));
        assertThat(answer.code()).as("%s", answer).isZero();
    }

    /** Sends the command as a person does and says what the server answered. */
    Reply command(String experiment, String verb) {
        return client().request(
                        "POST",
                        "/api/v1/experiments/" + experiment + "/" + verb,
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        "{}");
    }

    /** Sends the specification under the key and says what the server answered. */
    Reply create(String yaml, String key) {
        return client().request(
                        "POST",
                        "/api/v1/experiments",
                        Map.of("Content-Type", "application/yaml", "Idempotency-Key", key),
                        yaml);
    }

    /** Waits until nothing of the experiment is on this machine any more. */
    void awaitNothingLeft(String experiment) {
        Eventually.within(
                CLEAN_UP, "nothing of " + experiment + " is left", () -> traces().of(experiment), List::isEmpty);
    }

    /** The whole story of a run, for the message of a failed assertion. */
    String story(String experiment) {
        StringBuilder story = new StringBuilder();
        client().events(experiment)
                .items()
                .forEach(event -> story.append("%n%s %s %s".formatted(event.at(), event.type(), event.message())));
        return story.toString();
    }

    /** The program that the platform was started with. */
    private String tool(String name) {
        try {
            String plan =
                    Files.readString(installation().runDirectory("supervisor").resolve("plan.json"));
            Map<?, ?> tools = (Map<?, ?>) Json.read(plan, Map.class).get("tools");
            return String.valueOf(tools.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash that the target's standing collector itself reports. */
    String runningHash() {
        return new StandingCollectorMetrics(installation()).configurationHash();
    }
}
