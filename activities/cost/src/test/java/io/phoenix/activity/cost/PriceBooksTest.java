package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.phoenix.domain.cost.BytesPerSample;
import io.phoenix.domain.cost.Charge;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Sizing;
import io.phoenix.domain.cost.Statistic;
import io.phoenix.domain.cost.Tier;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.experiment.Pricing;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Set<String> ids() {
        return PriceBooks.shipped().ids();
    }

    @Test
    void everySpecWithoutABookCanBePriced() {
        assertThat(ids())
                .containsAll(Pricing.DEFAULT_BOOKS)
                .contains(
                        "datadog",
                        "new-relic",
                        "grafana-cloud",
                        "amazon-managed-prometheus",
                        "google-managed-prometheus",
                        "azure-monitor",
                        "splunk",
                        "chronosphere");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyEntryFitsThePublishedSchema(String id) {
        Map<String, Object> tree =
                SpecText.parse(PriceBooks.shippedText(id).orElseThrow()).orThrow(ErrorCode.INTERNAL);
        JsonNode schema = JSON.valueToTree(PriceBookSchema.tree());

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(JSON.valueToTree(tree)))
                .isEmpty();
        assertThat(PriceBooks.shipped().find(id)).map(PriceBookEntry::id).contains(id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noListPriceClaimsToBeVerifiedOrToHoldEverywhere(String id) {
        PriceBookEntry entry = PriceBooks.shipped().find(id).orElseThrow();

        assertThat(entry.verified()).isFalse();
        assertThat(entry.version()).isEqualTo("2026-11-21");
        assertThat(entry.plan().region()).isEqualTo("not stated");
    }

    @Test
    void noVolumeCostsNoMoreThanTheFee() {
        assertThat(PriceBooks.shipped().entries())
                .filteredOn(entry -> entry.model().priced())
                .allSatisfy(entry -> assertThat(entry.model().perMonth(Volume.of(0, 0)))
                        .isEqualByComparingTo(entry.model().fee()));
    }

    @Test
    void refusesOneIdTwice() {
        PriceBookEntry entry = PriceBooks.shipped().find("grafana-cloud").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceBooks(List.of(entry, entry)))
                .withMessage("entries has 'grafana-cloud' twice");
    }

    @Test
    void aTenantsOwnEntryStandsInForTheOneThatIsShipped() {
        PriceBookEntry own = own("splunk", "tiers: [{price: 0.25}]");

        PriceBooks books = PriceBooks.shipped().with(own);

        assertThat(books.ids()).isEqualTo(ids());
        assertThat(books.find("splunk")).hasValueSatisfying(entry -> {
            assertThat(entry.model().perMonth(Volume.of(1000, 0))).isEqualByComparingTo("250");
            assertThat(entry.version()).isEqualTo("2026-11-21-own.1");
        });
        assertThat(PriceBooks.shipped().find("splunk").orElseThrow().model().priced())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/charges/0/unit: unit is 0 | unit: 1 -> unit: 0",
                "/currency: 'ZZZ' is not a currency | currency: USD -> currency: ZZZ",
                "/currency: 'XXX' is not a currency | currency: USD -> currency: XXX",
                "/charges/0/unit: 1.0E19 is out of range, expected 0 to 1000000000000000000 | unit: 1 -> unit: 1e19",
                "/price/dateRead: '2026-02-30' is not a day | dateRead: \"2026-11-21\" -> dateRead: \"2026-02-30\"",
                "/price/dateRead: '0000-01-01' is before 2000-01-01: write the day"
                        + " | dateRead: \"2026-11-21\" -> dateRead: \"0000-01-01\"",
                "/region: the text has 0 characters | region: not stated -> region: \"\"",
                "/region: '  ' is not a text with something in it | region: not stated -> region: \"  \"",
                "/rule/source: ' ' is not a text with something in it"
                        + " | source: the vendor's pages \"Infrastructure Monitoring subscription usage\" -> source: \" \"",
                "/charges/0/counted/0/series/window: 0s is too short, expected at least 1s | window: 1h -> window: 0s",
                "/charges/0/counted/0/series/window: 999ms is too short, expected at least 1s"
                        + " | window: 1h -> window: 999ms",
                "/charges/0/tiers/0/upTo: the last tier has no end | unit: 1 -> {unit: 1, tiers: [{upTo: 5, price: 1}]}",
                "/charges/0/tiers/1/upTo: a tier ends above 5"
                        + " | unit: 1 -> {unit: 1, tiers: [{upTo: 5, price: 1}, {upTo: 5, price: 1}, {price: 1}]}",
                "/charges/0/counted/0/bytes/perSample: 5 does not lie between"
                        + " | [{series: {window: 1h, statistic: mean}}] -> [{bytes: {perSample: 5, least: 6, sizing: fixed}}]",
                "/charges/0/counted/0: exactly one of | {series: {window: 1h, statistic: mean}} -> {}",
                "/charges/0/prise: 'prise' is not a known field | unit: 1 -> {unit: 1, prise: 3}",
                "/plan: 'plan' is missing | plan: MTS -> fee: 1",
            })
    void namesTheMistake(String example) {
        String[] parts = example.split(" \\| ");
        String[] change = parts[1].split(" -> ");
        String replacement = change[1].startsWith("{unit")
                ? change[1]
                        .substring(1, change[1].length() - 1)
                        .replace(", tiers", "\n    tiers")
                        .replace(", prise", "\n    prise")
                : change[1];
        String text = PriceBooks.shippedText("splunk").orElseThrow().replace(change[0], replacement);

        assertThat(PriceBookReader.read(text, 1))
                .isInstanceOfSatisfying(
                        Validation.Invalid.class,
                        invalid -> assertThat((Collection<?>) invalid.violations())
                                .extracting(Object::toString)
                                .anySatisfy(violation -> assertThat(violation)
                                        .contains(parts[0].split(": ")[0])
                                        .contains(parts[0].split(": ", 2)[1])));
    }

    @Test
    void anEntryThatIsNotShippedHasNoText() {
        assertThat(PriceBooks.shippedText("nobody")).isEmpty();
        assertThat(PriceBooks.shipped().without("splunk").find("splunk")).isEmpty();
    }

    @Test
    void aTextThatIsNoYamlIsRefused() {
        assertThat(PriceBookReader.read("a: [", 1)).isInstanceOf(Validation.Invalid.class);
    }

    @Test
    void anEntryWhoseFiguresWereAllReadIsVerified() {
        String text = PriceBooks.shippedText("splunk")
                .orElseThrow()
                .replace("verified: false", "verified: true")
                .replace("unit: 1\n", "unit: 1\n    tiers: [{upTo: 5, price: 2}, {price: 1}]\n");

        PriceBookEntry entry = PriceBookReader.read(text, 0).orThrow(ErrorCode.INTERNAL);

        assertThat(entry.verified()).isTrue();
        assertThat(entry.model().perMonth(Volume.of(7, 0))).isEqualByComparingTo("12");
    }

    @Test
    void aSizeWithOneEndIsExactAtTheOther() {
        assertThat(bytes("least: 6, perSample: 8")).isEqualTo(new BytesPerSample(decimal(8), decimal(6), decimal(8)));
        assertThat(bytes("least: 8, perSample: 8, most: 8")).isEqualTo(BytesPerSample.exactly(decimal(8)));
        assertThat(bytes("perSample: 8, most: 9")).isEqualTo(new BytesPerSample(decimal(8), decimal(8), decimal(9)));
        assertThat(PriceBookReader.read(counting("bytes: {perSample: 8, most: 7, sizing: fixed}"), 1))
                .isInstanceOf(Validation.Invalid.class);
        assertThat(PriceBookReader.read(counting("sampleRate: {perMinute: 0, statistic: p95}"), 1))
                .isInstanceOf(Validation.Invalid.class);
    }

    /** The vendors' rules as the price book's sources state them, read anew from their files. */
    @Test
    void theBillingRuleOfAVendorIsReadFromItsFile() {
        assertThat(charge("grafana-cloud").quantities())
                .containsExactly(
                        new Quantity.Series(Duration.ofMinutes(20), Statistic.PERCENTILE_95),
                        new Quantity.SampleRate(BigDecimal.ONE, Statistic.PERCENTILE_95));
        assertThat(charge("datadog").quantities())
                .containsExactly(new Quantity.Series(Duration.ofHours(1), Statistic.MEAN));
        assertThat(charge("datadog").rounding()).isEqualTo(Charge.Rounding.NONE);
        assertThat(charge("new-relic").rounding()).isEqualTo(Charge.Rounding.DOWN);
        assertThat(charge("google-managed-prometheus").quantities()).containsExactly(new Quantity.Samples());
        assertThat(charge("azure-monitor").tiers()).noneMatch(Tier::verified);
        assertThat(sizing("as-sent")).isEqualTo(Sizing.AS_SENT);
        assertThat(sizing("fixed")).isEqualTo(Sizing.FIXED);
    }

    private static Charge charge(String id) {
        return PriceBookReader.read(PriceBooks.shippedText(id).orElseThrow(), 0)
                .orThrow(ErrorCode.INTERNAL)
                .model()
                .charges()
                .getFirst();
    }

    private static Sizing sizing(String text) {
        PriceBookEntry entry = PriceBookReader.read(counting("bytes: {perSample: 8, sizing: " + text + "}"), 1)
                .orThrow(ErrorCode.INTERNAL);
        return ((Quantity.Bytes) entry.model().charges().getFirst().quantities().getFirst()).sizing();
    }

    @Test
    void tiersMustRiseToOneWithoutAnEnd() {
        String text = PriceBooks.shippedText("splunk").orElseThrow();

        assertThat(PriceBookReader.read(text.replace("unit: 1\n", "unit: 1\n    tiers: [{price: 2}, {price: 1}]\n"), 1))
                .isInstanceOf(Validation.Invalid.class);
    }

    private static BytesPerSample bytes(String size) {
        PriceBookEntry entry = PriceBookReader.read(counting("bytes: {" + size + ", sizing: as-sent}"), 1)
                .orThrow(ErrorCode.INTERNAL);
        return ((Quantity.Bytes) entry.model().charges().getFirst().quantities().getFirst()).perSample();
    }

    private static String counting(String quantity) {
        return PriceBooks.shippedText("splunk")
                .orElseThrow()
                .replace("series: {window: 1h, statistic: mean}", quantity);
    }

    private static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value);
    }

    private static PriceBookEntry own(String id, String price) {
        String text = PriceBooks.shippedText(id).orElseThrow().replace("unit: 1\n", "unit: 1\n    " + price + "\n");
        return PriceBookReader.read(text, 1).orThrow(ErrorCode.INTERNAL);
    }
}
