package io.phoenix.domain.experiment;

import static io.phoenix.domain.shape.Field.optional;
import static io.phoenix.domain.shape.Field.required;
import static io.phoenix.domain.shape.Field.withDefault;

import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.shape.Field;
import io.phoenix.domain.shape.Shape;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of an experiment's file; the reader and the published JSON Schema both come from here. */
final class SpecShape {
    static final int STEPS = 48;
    static final int MEMORIES = 24;

    private static final Shape.Text DNS_LABEL = Shape.Text.DNS_LABEL;
    private static final Shape.Text LABEL_KEY = new Shape.Text(
            "a label key (letters, digits, '.', '_', '/', '-', not at the ends)",
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?"),
            63);
    private static final Shape.Text LABEL_VALUE =
            new Shape.Text("a text without control characters", Pattern.compile("[^\\u0000-\\u001f\\u007f]+"), 128);
    private static final Shape.Text BOOK =
            new Shape.Text("the id of a price book", Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?"), 63);
    private static final Shape DURATION = span("1s", Duration.ofDays(30));
    private static final Shape INTERVAL = span("200ms", Duration.ofMinutes(5));

    private SpecShape() {}

    /** The whole file. */
    static Shape.Composite root() {
        return Shape.Composite.of(
                required("name", DNS_LABEL, "name of the experiment; runs of one name are numbered"),
                optional(
                        "description",
                        new Shape.Text("a description", null, 1000),
                        "what the experiment is about, for people"),
                withDefault(
                        "labels",
                        new Shape.Mapping(LABEL_KEY, LABEL_VALUE, 0, 32),
                        Map.of(),
                        "free key-value pairs to find the experiment by"),
                required("target", DNS_LABEL, "name of the target on which the winner runs afterwards"),
                required("variants", variants(), "the pipelines to compare"),
                required("input", input(), "the stream that every variant receives"),
                withDefault("timing", timing(), Map.of(), "how long the parts of the experiment take"),
                required("criteria", criteria(), "what the candidate must prove"),
                withDefault("decision", decision(), Map.of(), "what follows the verdict"),
                withDefault("pricing", pricing(), Map.of(), "what the saving is priced by"));
    }

    private static Shape.Composite variants() {
        Shape pipeline = Shape.Composite.of(
                required(
                        "template",
                        new Shape.Text("the name of a template", Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?"), 100),
                        "template of the catalogue, with version"),
                withDefault("parameters", new Shape.AnyObject(), Map.of(), "parameters that the template declares"));
        return Shape.Composite.of(
                        optional("baseline", pipeline, "left out: what the target runs when the experiment starts"),
                        optional("candidate", pipeline, "the only candidate"),
                        optional(
                                "candidates",
                                new Shape.Mapping(DNS_LABEL, pipeline, 1, 10),
                                "several candidates by name"))
                .exactlyOneOf("candidate", "candidates");
    }

    private static Shape.Composite input() {
        Shape simulation = Shape.Composite.of(
                withDefault(
                        "profile",
                        new Shape.OneOf("a profile", LoadProfile.names()),
                        LoadProfile.REALISTIC.profileName(),
                        "kind of population"),
                withDefault("hosts", new Shape.Whole(1, 1000), 10, "simulated hosts"),
                withDefault("processesPerHost", new Shape.Whole(1, 5000), 150, "simulated processes of each host"),
                withDefault("interval", INTERVAL, "5s", "time between two points of one series"),
                withDefault(
                        "seed",
                        new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE),
                        42,
                        "the same seed gives the same population"));
        Shape host = Shape.Composite.of(withDefault("interval", INTERVAL, "10s", "time between two scrapes"));
        return Shape.Composite.of(
                        optional("simulation", simulation, "simulated processes"),
                        optional("host", host, "the real processes of the target's hosts"))
                .exactlyOneOf("simulation", "host");
    }

    private static Shape.Composite timing() {
        return Shape.Composite.of(
                optional(
                        "warmUp",
                        span("0s", Duration.ofDays(1)),
                        "time before the measurement, at least three input intervals; left out: these or 30s,"
                                + " whichever is longer"),
                optional(
                        "duration",
                        DURATION,
                        "length of the measurement, at least " + STEPS + " steps and " + MEMORIES
                                + " times the memory; left out: these or 10m, whichever is longest"),
                optional(
                        "memory",
                        span("1ms", Duration.ofDays(30)),
                        "slowest time in which the ratio of the variants forgets a disturbance; left out: unknown,"
                                + " and the verdict says so"),
                optional(
                        "step",
                        span("400ms", Duration.ofHours(1)),
                        "common grid of the variants, at least two input intervals; left out: two of them"),
                optional(
                        "maximumDuration",
                        DURATION,
                        "up to here an inconclusive run may be extended; left out: the duration"));
    }

    /** The block alone, which a plan file shares with an experiment's file. */
    static Shape.Composite criteria() {
        Shape.Real share = new Shape.Real(Shape.Limit.inclusive(0), Shape.Limit.exclusive(1));
        Shape goal = Shape.Composite.of(
                required("metric", metric("a goal metric", Metric.Use.GOAL), "metric that must fall"),
                required("minimumSaving", share, "share of the baseline that the lower bound of the saving exceeds"));
        return Shape.Composite.of(
                withDefault(
                        "confidence",
                        new Shape.Real(Shape.Limit.exclusive(0.5), Shape.Limit.exclusive(1)),
                        0.95,
                        "two-sided for goals, one-sided for guardrails"),
                required("goals", new Shape.Listing(goal, 1, 10), "metrics that must fall, all of them"),
                withDefault(
                        "guardrails",
                        new Shape.Listing(guardrail(), 0, 10),
                        List.of(
                                Map.of("metric", "collector_cpu", "maximumIncrease", 0.10),
                                Map.of("metric", "collector_memory", "maximumIncrease", 0.25),
                                Map.of("metric", "dropped_points", "maximum", 0)),
                        "metrics that must not get worse"),
                withDefault(
                        "criticalProcesses",
                        new Shape.Listing(Shape.Text.EXECUTABLE_NAME, 0, 200),
                        List.of(),
                        "executables that the candidate shows wherever the baseline does"),
                withDefault(
                        "looks",
                        new Shape.Whole(1, 20),
                        1,
                        "analyses including the last, spread evenly over timing.maximumDuration; an early one ends the"
                                + " run when it decides; 1 is a fixed horizon"),
                withDefault(
                        "spending",
                        new Shape.OneOf("a way to spend the risk", names(Criteria.Spending.values())),
                        "obrien_fleming",
                        "share of the risk that early looks may use: next to nothing, or as much as the others (pocock)"),
                optional(
                        "futility",
                        new Shape.Real(Shape.Limit.exclusive(0), Shape.Limit.inclusive(0.5)),
                        "end the run, undecided, at a look at which the chance to meet a goal after all is below this;"
                                + " left out: never"),
                optional(
                        "minimumMonthlySaving",
                        saving(),
                        "saving in money, net of the collectors' own CPU and memory, that its lower bound must reach"));
    }

    private static Shape.Composite guardrail() {
        return Shape.Composite.of(
                        required(
                                "metric",
                                metric("a guardrail metric", Metric.Use.GUARDRAIL),
                                "metric that must not get worse"),
                        optional(
                                "maximumIncrease",
                                new Shape.Real(Shape.Limit.inclusive(0), Shape.Limit.inclusive(10)),
                                "share of the baseline, for ratio metrics"),
                        optional(
                                "maximum",
                                new Shape.Real(Shape.Limit.inclusive(0), Shape.Limit.inclusive(1e15)),
                                "excess over the baseline in the metric's unit, for absolute metrics"),
                        optional(
                                "maximumValue",
                                new Shape.Real(Shape.Limit.inclusive(0), Shape.Limit.inclusive(1e15)),
                                "what no sample of the candidate may exceed, in the metric's unit; may stand beside"
                                        + " another limit of the metric, not for what is counted"))
                .exactlyOneOf("maximumIncrease", "maximum", "maximumValue");
    }

    private static Shape.Composite saving() {
        return Shape.Composite.of(
                required("amount", new Shape.Amount(), "saving per month"),
                required(
                        "currency",
                        new Shape.Text("an ISO 4217 code such as USD", Pattern.compile("[A-Z]{3}"), 3),
                        "ISO 4217 code"),
                required("book", BOOK, "price book, one of pricing.books"));
    }

    private static Shape.Composite decision() {
        Field deadline =
                withDefault("deadline", span("1s", Duration.ofHours(24)), "1h", "how long a person may take to decide");
        Shape approval = Shape.Composite.of(
                deadline,
                withDefault(
                        "onTimeout",
                        new Shape.OneOf("a default action", names(DecisionPolicy.TimeoutAction.values())),
                        "reject",
                        "what happens at the deadline"),
                withDefault(
                        "fourEyes", new Shape.Flag(), false, "the one who started the experiment cannot approve it"),
                optional(
                        "engineSignals",
                        new Shape.Flag(),
                        "accept signals from the engine's own UI or command line; left out: as the installation says"));
        return Shape.Composite.of(
                withDefault(
                        "promotion",
                        new Shape.OneOf("a promotion policy", names(DecisionPolicy.Promotion.values())),
                        "automatic",
                        "who promotes a winner"),
                withDefault("approval", approval, Map.of(), "how a person decides"),
                withDefault(
                        "watch",
                        span("0s", Duration.ofHours(24)),
                        "5m",
                        "how long a promoted pipeline is watched; a breach reverts it"));
    }

    private static Shape.Composite pricing() {
        return Shape.Composite.of(
                withDefault("books", new Shape.Listing(BOOK, 0, 20), Pricing.DEFAULT_BOOKS, "ids of price books"));
    }

    private static Shape metric(String noun, Metric.Use use) {
        return new Shape.OneOf(noun, Metric.names(use));
    }

    static Shape span(String minimum, Duration maximum) {
        return new Shape.Span(DurationText.parse(minimum).orElseThrow(), maximum);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
