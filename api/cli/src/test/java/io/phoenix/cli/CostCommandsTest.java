package io.phoenix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CostCommandsTest {
    private static final String ID = "018f0000-0000-7000-8000-0123456789ab";
    private static final String MONTH =
            "{\"expected\":{\"amount\":-12.5,\"currency\":\"USD\"},\"low\":{\"amount\":-20,\"currency\":\"USD\"},"
                    + "\"high\":{\"amount\":1234.5,\"currency\":\"USD\"}}";

    private static final String BOOKS =
            "{\"items\":[{\"id\":\"datadog\",\"vendor\":\"Datadog\",\"plan\":\"Pro\",\"region\":\"all\",\"currency\":\"USD\","
                    + "\"priceVersion\":\"1\",\"unpriced\":[],\"notes\":[]}]}";

    private static final String OWN = """
            {"id":"splunk","vendor":"Splunk","plan":"MTS","region":"all","currency":"USD","priceVersion":"2026-11-21-own.1",
             "verified":true,"priceSource":"contract","rule":"r","ruleSource":"s","ruleVerified":true,"own":true,
             "unpriced":[],"notes":[],"document":"id: splunk\\n"}""";

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
    void asksForAVolumeInSamplesPerMinute() {
        server.on("POST /api/v1/costs/estimate", 200, """
                {"bills":[{"book":"datadog","vendor":"Datadog","plan":"Pro","priceVersion":"2026-11-21","verified":false,
                 "month":%s,"fee":{"amount":0,"currency":"USD"},"lines":[],"notes":[]}],
                 "unpriced":[{"book":"splunk","vendor":"Splunk","plan":"MTS","charges":["MTS"],"lines":[]}]}""".formatted(MONTH));

        assertThat(phoenix("cost", "estimate", "--series", "1000000", "--interval", "15s", "--book", "datadog"))
                .isZero();

        assertThat(server.requests().getFirst())
                .contains("\"activeSeries\":1000000", "\"samplesPerMinute\":4000000", "\"books\":[\"datadog\"]");
        assertThat(out.toString()).contains("datadog", "-12.50 USD", "-20.00 USD .. 1,234.50 USD", "no");
        assertThat(messages.toString())
                .contains(
                        "splunk has no public price of MTS: ./phoenix cost price-book get splunk > splunk.yaml, write your contract's"
                                + " into it, ./phoenix cost price-book put splunk -f splunk.yaml");
    }

    @Test
    void comparesARunsCandidatesAndExplainsOnRequest() {
        server.on("POST /api/v1/costs/estimate", 200, """
                {"estimates":[{"candidate":"candidate","book":"datadog","priceVersion":"2026-11-21","verified":false,
                 "baseline":{"amount":50,"currency":"USD"},"assumptions":["an assumption"],
                 "breakdown":{"candidate":%1$s,"gross":{"month":%1$s,"year":%1$s},"net":{"month":%1$s,"year":%1$s},
                  "testing":%1$s,"breakEven":{"days":2.5},"recommendation":{"advice":"UNDECIDED","reason":"the reason"},
                  "figures":[{"name":"baseline_month","formula":"fee + lines","inputs":{"hosts":"3"},
                   "priceVersion":"datadog 2026-11-21","result":%1$s,"bill":[{"charge":"metrics",
                   "counted":{"amount":1300,"unit":"series","formula":"live + added","inputs":{"live":1000,"added":300}},
                   "included":300,"unit":100,"chargedUnits":10,"parts":[{"units":10,"price":5,"amount":50}]}]}]}}]}""".formatted(MONTH));

        assertThat(phoenix("cost", "compare", ID, "--hosts", "30")).isZero();
        assertThat(out.toString()).contains("UNDECIDED", "2.5", "candidate at datadog: the reason");
        assertThat(server.requests().getFirst()).contains("\"experiment\":\"" + ID + "\"", "\"hosts\":30");
        assertThat(phoenix("cost", "compare", ID, "--explain")).isZero();
        assertThat(out.toString())
                .contains("metrics: 1300 series = live + added with live = 1000, added = 300")
                .contains("less 300 included, by 100 = 10 charged")
                .contains("10 * 5 = 50")
                .contains("- an assumption");
        assertThat(phoenix("cost", "compare", ID, "-o", "csv")).isZero();
        assertThat(out.toString())
                .contains("candidate,book,price_version,verified,currency,baseline_month,net_month,net_month_low")
                .contains("candidate,datadog,2026-11-21,no,USD,50,-12.5,-20,1234.5,-12.5,-20,1234.5,2.5,UNDECIDED");
    }

    @Test
    void saysWhetherTheSavingIsNet() {
        String estimate = """
                {"candidate":"candidate","book":"%3$s","priceVersion":"2026-11-21","verified":false,
                 "baseline":{"amount":50,"currency":"USD"},"assumptions":[],
                 "breakdown":{"candidate":%1$s,"gross":{"month":%2$s,"year":%2$s},"net":{"month":%1$s,"year":%1$s},
                  "testing":%1$s,"recommendation":{"advice":"UNDECIDED","reason":"the reason"},"figures":[]}}""";
        server.on(
                "POST /api/v1/costs/estimate",
                200,
                "{\"estimates\":[" + estimate.formatted(MONTH, MONTH, "datadog") + ","
                        + estimate.formatted(MONTH, MONTH.replace("-12.5", "-2.5"), "splunk") + "]}");

        assertThat(phoenix("cost", "compare", ID)).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("SAVING A MONTH", "RANGE", "SAVING IS"))
                .anySatisfy(line -> assertThat(line).contains("datadog", "-12.50 USD", "gross"))
                .anySatisfy(line ->
                        assertThat(line).contains("splunk", "-12.50 USD", "net of the collectors' CPU and memory"));
    }

    @Test
    void namesAnArgumentThatIsWrongForEveryRunBeforeItLooksForTheRun() {
        server.on("GET /api/v1/costs/price-books", 200, BOOKS);

        assertThat(phoenix("cost", "compare", "nobody", "--hosts", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("cost", "compare", "nobody", "--hosts", "1000001")).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("cost", "compare", "nobody", "--book", "datadok")).isEqualTo(ExitCode.USAGE);

        assertThat(messages.toString())
                .contains("--hosts is 0, expected 1 to 1000000")
                .contains("--hosts is 1000001, expected 1 to 1000000")
                .contains("--book is 'datadok', expected one of datadog, did you mean 'datadog'?")
                .doesNotContain("nobody");
        assertThat(server.requests()).containsExactly("GET /api/v1/costs/price-books");
    }

    @Test
    void putsAndRemovesAPriceThatTheServerCannotReadAnyMore() throws IOException {
        server.on(
                        "GET /api/v1/costs/price-books/splunk",
                        409,
                        FakeServer.problem(409, "unreadable", "of another version"))
                .on("PUT /api/v1/costs/price-books/splunk", 200, OWN)
                .on("DELETE /api/v1/costs/price-books/splunk", 204, "");
        Path file = Files.writeString(directory.resolve("splunk.yaml"), "id: splunk");

        assertThat(phoenix("cost", "price-book", "get", "splunk")).isEqualTo(ExitCode.ERROR);
        assertThat(messages.toString()).contains("of another version");
        assertThat(phoenix("cost", "price-book", "put", "splunk", "-f", file.toString()))
                .isZero();
        assertThat(out.toString()).contains("2026-11-21-own.1");
        assertThat(phoenix("cost", "price-book", "remove", "splunk")).isZero();
        assertThat(server.requests())
                .contains("PUT /api/v1/costs/price-books/splunk id: splunk")
                .last()
                .asString()
                .startsWith("DELETE /api/v1/costs/price-books/splunk");
    }

    @Test
    void explainsEveryPeriodOfAPipelineThatCameBack() {
        server.on("GET /api/v1/costs/savings", 200, """
                {"from":"2026-11-01T00:00:00Z","to":"2026-11-30T00:00:00Z","notes":[],"formula":"f","projections":[],"totals":[],
                 "entries":[{"experiment":"%2$s","title":"web/1","target":"demo","candidate":"candidate","book":"datadog",
                  "priceVersion":"1","status":"REALISED","reason":"active","month":%1$s,"accrued":%1$s,"since":"2026-11-01T00:00:00Z",
                  "periods":[{"since":"2026-11-01T00:00:00Z","until":"2026-11-02T00:00:00Z","reason":"rolled_back"},
                             {"since":"2026-11-05T00:00:00Z","reason":"active"}]}]}""".formatted(MONTH, ID));

        assertThat(phoenix("cost", "savings", "--explain")).isZero();
        assertThat(out.toString())
                .contains("web/1 at datadog ran 2 times:")
                .contains("2026-11-01T00:00:00Z to 2026-11-02T00:00:00Z  rolled_back")
                .contains("2026-11-05T00:00:00Z to now  active");
    }

    @Test
    void saysWhatMakesAnEntryWhereThereIsNone() {
        String nothing = """
                {"from":"2026-11-01T00:00:00Z","to":"2026-11-30T00:00:00Z","notes":["1 run that won is left out"],"formula":"f",
                 "projections":[],"totals":[],"entries":[]}""";
        server.on("GET /api/v1/costs/savings", 200, nothing)
                .on("GET /api/v1/costs/savings?month=2026-11", 200, nothing);

        assertThat(phoenix("cost", "savings")).isZero();
        assertThat(out.toString())
                .startsWith("Nothing yet. A run has its entry here when its verdict is PROMOTE, ")
                .contains("1 run that won is left out")
                .doesNotContain("STATUS", "TOTAL");
        assertThat(phoenix("cost", "savings", "--month", "2026-11")).isZero();
        assertThat(out.toString()).contains("Nothing in 2026-11. A run");
        assertThat(phoenix("cost", "savings", "-o", "json")).isZero();
        assertThat(out.toString()).contains("\"entries\" : [ ]");
    }

    @Test
    void saysOfWhichBooksARunHasNoPrice() {
        server.on("POST /api/v1/costs/estimate", 200, """
                {"unpriced":[{"book":"splunk","vendor":"Splunk","plan":"MTS","charges":["MTS"],"lines":[]}]}""");

        server.on("GET /api/v1/costs/price-books", 200, BOOKS.replace("datadog", "splunk"));

        assertThat(phoenix("cost", "compare", ID, "--book", "splunk")).isZero();

        assertThat(messages.toString())
                .contains(
                        "splunk has no public price of MTS: ./phoenix cost price-book get splunk > splunk.yaml, write your contract's"
                                + " into it, ./phoenix cost price-book put splunk -f splunk.yaml");
    }

    @Test
    void saysThatNothingCouldBePriced() {
        server.on("POST /api/v1/costs/estimate", 200, "{}");

        assertThat(phoenix("cost", "compare", ID)).isZero();

        assertThat(messages.toString()).contains("no candidate could be priced");
    }

    @Test
    void printsABillAsPlainColumns() {
        server.on("POST /api/v1/costs/estimate", 200, """
                {"bills":[{"book":"datadog","vendor":"Datadog","plan":"Pro","priceVersion":"2026-11-21","verified":false,
                 "month":%s,"fee":{"amount":0,"currency":"USD"},"lines":[],"notes":[]}]}""".formatted(MONTH));

        assertThat(phoenix("cost", "estimate", "--series", "1000", "-o", "csv")).isZero();

        assertThat(out.toString())
                .isEqualTo("book,vendor,plan,price_version,verified,currency,month,month_low,month_high\r\n"
                        + "datadog,Datadog,Pro,2026-11-21,no,USD,-12.5,-20,1234.5\r\n");
    }

    @Test
    void explainsABill() {
        server.on("POST /api/v1/costs/estimate", 200, """
                {"bills":[{"book":"datadog","vendor":"Datadog","plan":"Pro","priceVersion":"2026-11-21","verified":false,
                 "month":%s,"fee":{"amount":19,"currency":"USD"},"notes":["a note"],
                 "lines":[{"charge":"metrics","counted":{"amount":1300,"unit":"series","formula":"live + added",
                  "inputs":{"live":1000,"added":300}},"included":300,"unit":100,"chargedUnits":10,
                  "parts":[{"units":10,"price":5,"amount":50}]}]}]}""".formatted(MONTH));

        assertThat(phoenix("cost", "estimate", "--series", "1000", "--explain")).isZero();

        assertThat(out.toString())
                .contains(
                        "datadog 2026-11-21 = -12.50 USD (-20.00 USD .. 1,234.50 USD)",
                        "fee 19.00 USD + the sum of the lines")
                .contains(
                        "metrics: 1300 series = live + added with live = 1000, added = 300", "10 * 5 = 50", "- a note");
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThat(phoenix("cost", "estimate", "--series", "abc")).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString())
                .contains("--series", "'abc' is not a number, for example 1000000")
                .doesNotContain("BigDecimal");
        assertThat(phoenix("cost", "estimate", "--series", "1", "--queried", "x"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("--queried", "'x' is not a number");
        assertThat(phoenix("cost", "estimate", "--series", "-5")).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("--series is -5, expected 0 or more");
    }

    @Test
    void showsTheLedgerAndTakesItsCsvFromTheServer() {
        server.on("GET /api/v1/costs/savings?month=2026-11", 200, """
                {"from":"2026-11-01T00:00:00Z","to":"2026-11-30T00:00:00Z","notes":["2 runs that won are left out"],"formula":"a month's sum",
                 "projections":[{"target":"demo","book":"datadog","at":"2026-12-01T00:00:00Z","formula":"a line","sentence":"It rises.",
                  "history":[{"at":"2026-11-02T00:00:00Z","month":{"amount":1,"currency":"USD"},"priceVersion":"7"}]}],
                 "totals":[{"status":"LOST","book":"datadog","experiments":1,"month":%1$s,"accrued":%1$s}],
                 "entries":[{"experiment":"%2$s","title":"web/1","target":"demo","candidate":"candidate","book":"datadog",
                  "priceVersion":"1","status":"LOST","reason":"rolled_back","month":%1$s,"accrued":%1$s,
                  "since":"2026-11-01T00:00:00Z"}]}""".formatted(MONTH, ID));
        server.on("GET /api/v1/costs/savings", 200, "text/csv", "status\r\n");

        assertThat(phoenix("cost", "savings", "--month", "2026-11")).isZero();
        assertThat(out.toString()).contains("web/1", "rolled_back", "TOTAL", "2 runs that won are left out");
        assertThat(out.toString()).doesNotContain("a month's sum");
        assertThat(phoenix("cost", "savings", "--month", "2026-11", "--explain"))
                .isZero();
        assertThat(out.toString())
                .contains("from 2026-11-01T00:00:00Z to 2026-11-30T00:00:00Z: a month's sum")
                .contains("demo at datadog: a line", "2026-11-02T00:00:00Z  1.00 USD  price of 7");
        assertThat(phoenix("cost", "savings", "-o", "csv")).isZero();
        assertThat(out.toString()).endsWith("status\r\n");
    }

    @Test
    void putsYourOwnPriceFromAFile() throws IOException {
        server.on("GET /api/v1/costs/price-books/splunk", 200, OWN)
                .on("PUT /api/v1/costs/price-books/splunk", 200, OWN);
        Path file = Files.writeString(directory.resolve("splunk.yaml"), "id: splunk");

        assertThat(phoenix("cost", "price-book", "put", "splunk", "-f", file.toString()))
                .isZero();
        assertThat(server.requests())
                .containsExactly(
                        "GET /api/v1/costs/price-books/splunk", "PUT /api/v1/costs/price-books/splunk id: splunk");
        assertThat(out.toString()).contains("2026-11-21-own.1");
        assertThat(phoenix("cost", "price-book", "get", "splunk")).isZero();
        assertThat(out.toString()).endsWith("id: splunk\n");
    }

    @Test
    void refusesEmptyNamesAndFilesAndWhatIsNoWholeNumber() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.yaml"), " ");

        assertThat(phoenix("cost", "price-book", "get", "")).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("cost", "price-book", "put", "splunk", "-f", empty.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("cost", "compare", ID, "--hosts", "x")).isEqualTo(ExitCode.USAGE);

        assertThat(messages.toString())
                .contains("ID is empty, expected: Id of the entry, for example datadog.")
                .contains("empty.yaml is empty, expected an entry such as ./phoenix cost price-book get splunk shows")
                .contains("'x' is not a whole number up to 2147483647, for example 300");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAnIntervalOfNothing() {
        assertThat(phoenix("cost", "estimate", "--series", "1", "--interval", "0s"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("--interval is 0");
    }

    private int phoenix(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", server.url()));
        CommandLine line = Main.commandLine(new CliContext(
                Installation.of(Map.of("PHOENIX_HOME", directory.toString()), directory), Map.of(), false));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(messages));
        return line.execute(all.toArray(String[]::new));
    }
}
