package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedIT {
    private static final String PATH = "/api/v1/experiments";
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "\"text\"",
                "{",
                "{\"name\":}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"name\":1e999}",
                "name: x"
            })
    void refusesWhatIsNoJsonObject(String body) {
        HttpResponse<String> response = api.post(PATH, ApiServer.OPERATOR, "k", "application/json", body);

        assertThat(problem(response).status()).isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a",
                "a: [",
                "a: 1\na: 2",
                "a: !!java.io.File x",
                "--- a\n--- b",
                "&a [*a]",
                "a: ${env:HOME}",
                "\u0000"
            })
    void refusesWhatIsNoYamlObject(String body) {
        HttpResponse<String> response = api.post(PATH, ApiServer.OPERATOR, "k", "application/yaml", body);

        assertThat(problem(response).status()).isBetween(400, 422);
    }

    @Test
    void refusesDeepAndLargeBodies() {
        String deep = "[".repeat(50_000);
        String large = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";

        assertThat(problem(api.post(PATH, ApiServer.OPERATOR, "k", "application/json", deep))
                        .status())
                .isEqualTo(400);
        assertThat(problem(api.post(PATH, ApiServer.OPERATOR, "k", "application/yaml", deep))
                        .status())
                .isEqualTo(400);
        assertThat(problem(api.post(PATH, ApiServer.OPERATOR, "k", "application/json", large))
                        .code())
                .isEqualTo("body_too_large");
    }

    @Test
    void refusesOtherEncodingsAndTypes() {
        HttpRequest.Builder latin = api.request(PATH, ApiServer.OPERATOR)
                .header("Idempotency-Key", "k")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xfc, '}'}));

        assertThat(problem(api.send(latin)).code()).isEqualTo("malformed_body");
        assertThat(problem(api.post(PATH, ApiServer.OPERATOR, "k", "text/html", "<p>"))
                        .code())
                .isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesUnknownRoutesMethodsAndIds() {
        assertThat(problem(api.get("/api/v1/nothing", ApiServer.VIEWER)).code()).isEqualTo("not_found");
        assertThat(problem(api.get("/", null)).code()).isEqualTo("not_found");
        assertThat(problem(api.get(PATH + "/not-a-uuid", ApiServer.VIEWER)).code())
                .isEqualTo("not_found");
        assertThat(problem(api.get(PATH + "/%00%ff", ApiServer.VIEWER)).status())
                .isBetween(400, 404);
        assertThat(problem(api.send(api.request(PATH, ApiServer.OWNER).PUT(HttpRequest.BodyPublishers.noBody())))
                        .code())
                .isEqualTo("method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"duration\":\"5m\"",
                "{\"duration\":\"soon\"}",
                "{\"duration\":5}",
                "{\"duration\":\"5m\",\"reason\":\"\\u0000\"}"
            })
    void refusesMalformedCommands(String body) {
        String id = Json.read(
                        api.post(PATH, ApiServer.OPERATOR, "k-cmd", "application/yaml", Specs.valid("commanded"))
                                .body(),
                        io.phoenix.client.ExperimentResponse.class)
                .id();

        HttpResponse<String> response =
                api.post(PATH + "/" + id + "/extend", ApiServer.OPERATOR, "k", "application/json", body);

        assertThat(problem(response).status()).isBetween(400, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /experiments?limit=abc                    | limit is 'abc', expected a whole number
            /experiments?nmae=x                       | there is no query parameter 'nmae': expected one of [cursor, label,
            /targets/demo/history?limit=x             | there is no query parameter 'limit': this call takes none
            /experiments?name=%00                     | the address contains %00
            /targets/%00                              | the address contains %00
            """)
    void namesTheParameterThatIsWrong(String path, String detail) {
        ProblemResponse problem = problem(api.get("/api/v1" + path, ApiServer.VIEWER));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /experiments?limit=abc              | /limit  | limit is 'abc', expected a whole number
            /experiments?limit=0                | /limit  | limit is 0, allowed are 1 to 200
            /experiments?limit=1e3              | /limit  | limit is '1e3', expected a whole number
            /experiments?limit=99999999999      | /limit  | limit is '99999999999', expected a whole number
            /experiments?limit=                 | /limit  | limit is empty: give it a value, or leave it out
            /experiments?limit=1&limit=2        | /limit  | limit is given 2 times, expected once
            /experiments?cursor=x               | /cursor | the cursor is not one that a list has answered
            /experiments?phase=ASLEEP           | /phase  | 'ASLEEP' is not a phase, expected one of [PENDING,
            /experiments?label=team             | /label  | 'team' is not a label, expected key:value
            /experiments?name=                  | /name   | name is empty
            /experiments?name=%00               | /name   | the address contains %00
            /experiments/018f0000-0000-7000-8000-000000000000/report?format=xml | /format | format is 'xml', expected json, markdown, text or html
            /costs/savings?format=xml           | /format | format is 'xml', expected json or csv
            /costs/savings?format=              | /format | format is empty
            /costs/savings?month=October        | /month  | month is 'October', expected one such as 2026-11
            /costs/savings?month=2026-13        | /month  | month is '2026-13', expected one such as 2026-11
            /costs/savings?month=-0001-01       | /month  | month is '-0001-01', expected one from 1970-01 on, such as 2026-11
            /costs/savings?month=0000-01        | /month  | month is '0000-01', expected one from 1970-01 on
            /costs/savings?month=%2B99999-01    | /month  | month is '+99999-01', which has not begun
            /costs/savings?month=2026-01&month=2026-02 | /month | month is given 2 times, expected once
            """)
    void namesTheParameterAndItsFix(String path, String pointer, String message) {
        ProblemResponse problem = problem(api.get("/api/v1" + path, ApiServer.VIEWER));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("invalid_request");
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":}            | line 1, column 9: expected a value: an object, a list, a text in double quotes
            {"name":"x"          | line 1, column 12: the text ends here, expected }
            {"name":"x           | line 1, column 11: the text ends here, expected a closing double quote
            {"name":["x"}        | line 1, column 13: expected ] before this }
            {"name" "x"}         | line 1, column 9: expected a colon after the name of a field
            {"name":"x" "y":1}   | line 1, column 13: expected a comma or }
            {"name":["x" "y"]}   | line 1, column 14: expected a comma or ]
            {name:"x"}           | line 1, column 2: expected a field name in double quotes, or }
            {"name":nix}         | line 1, column 9: expected a value
            {"name":01}          | line 1, column 10: expected a number such as 12, -0.5 or 1e3
            {"name":"\\x"}       | line 1, column 11: expected one of
            nonsense             | line 1, column 1: expected a value
            {"name":"x","name":"y"} | this field stands here a second time, expected it once
            {"books":["x"],"volume":{"activeSeries":1,"activeSeries":2}} | this field stands here a second time
            {} {}                | expected the end of the text after the first value
            {} nonsense          | expected a value
            """)
    void saysWhereABodyIsNoJsonAndWhatIsExpectedThere(String body, String message) {
        for (String path :
                new String[] {"/experiments", "/experiments/validate", "/experiments/plan", "/costs/estimate"}) {
            ProblemResponse problem =
                    problem(api.post("/api/v1" + path, ApiServer.OPERATOR, "k", "application/json", body));

            assertThat(problem.status()).as(path).isEqualTo(400);
            assertThat(problem.detail())
                    .as(path)
                    .contains(message)
                    .doesNotContain("Source", "REDACTED", "token", "JSON String");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", textBlock = """
            ``                                                | `` | the body is missing
            null                                              | `` | the body is missing
            []                                                | `` | the body is not of the type that is expected, an object:
            {"hosts":2147483648,"experiment":"x"}             | /hosts | hosts is not of the type that is expected, a whole number up to 2147483647:
            {"volume":[]}                                     | /volume | volume is not of the type that is expected, an object:
            {"volume":{"activeSeries":"x"}}                   | /volume/activeSeries | volume.activeSeries is not of the type that is expected, a number:
            {"books":[{}]}                                    | /books/0 | books.0 is not of the type that is expected, a text:
            """)
    void saysWhatAFieldHasToBe(String body, String pointer, String message) {
        ProblemResponse problem =
                problem(api.post("/api/v1/costs/estimate", ApiServer.OPERATOR, "k", "application/json", body));

        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.message()).startsWith(message);
        });
    }

    @Test
    void saysInWhichLineABodyIsNoJson() {
        String body = "{\n  \"books\": [\"datadog\"],\n  \"hosts\" 3\n}";

        assertThat(problem(api.post("/api/v1/costs/estimate", ApiServer.OPERATOR, "k", "application/json", body))
                        .detail())
                .isEqualTo("the body is not JSON: line 3, column 11: expected a colon after the name of a field");
    }

    @Test
    void asksForTheKeyBeforeItLooksAtTheQuery() {
        assertThat(problem(api.get(PATH + "?nmae=x", null)).status()).isEqualTo(401);
    }

    @Test
    void callsALongAddressNoLargeBody() {
        HttpResponse<String> response = api.get(PATH + "?name=" + "x".repeat(9000), ApiServer.VIEWER);
        ProblemResponse problem = problem(response);

        assertThat(response.headers().firstValue("Connection")).contains("close");
        assertThat(problem.status()).isEqualTo(414);
        assertThat(problem.detail()).isEqualTo("the address is longer than 8 KiB");
    }

    @Test
    void namesWhatABodyIsInstead() {
        HttpResponse<String> array = api.post(PATH, ApiServer.OPERATOR, "k", "application/json", "[]");
        HttpResponse<String> text = api.post(
                "/api/v1/targets/demo/rollback", ApiServer.OWNER, "k", "application/json", "{\"generation\":\"x\"}");
        HttpResponse<String> target = api.post(
                PATH,
                ApiServer.OPERATOR,
                "k",
                "application/yaml",
                Specs.valid("elsewhere").replace("target: demo", "target: prod"));

        assertThat(problem(array).detail())
                .isEqualTo("the body is array, expected an object with the fields of a specification");
        assertThat(problem(text).detail()).contains("generation is not of the type that is expected");
        assertThat(problem(target).detail()).contains("there is no target 'prod', expected one of [demo]");
    }

    @Test
    void namesTheGenerationsThatATargetCannotGoBackTo() {
        for (String body : new String[] {"{\"generation\":1}", "{\"generation\":99}", "{\"generation\":-1}", "{}"}) {
            HttpResponse<String> response =
                    api.post("/api/v1/targets/demo/rollback", ApiServer.OWNER, "k", "application/json", body);

            assertThat(problem(response).status()).as(body).isEqualTo(400);
        }
    }

    private static ProblemResponse problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type"))
                .as(response.body())
                .contains("application/problem+json");
        assertThat(response.body())
                .doesNotContain("Exception", "io.micronaut", "java.util", "argument [", "\tat ", "REDACTED");
        ProblemResponse problem = Json.read(response.body(), ProblemResponse.class);
        assertThat(problem.status()).isEqualTo(response.statusCode());
        assertThat(problem.traceId()).matches("[0-9a-f]{32}");
        assertThat(problem.detail()).isNotBlank();
        return problem;
    }
}
