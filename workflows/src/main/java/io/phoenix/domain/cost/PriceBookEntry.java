package io.phoenix.domain.cost;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * One plan of one vendor with its billing rule and its price.
 *
 * @param id name in specs and reports, for example {@code grafana-cloud}
 * @param model the rule with its figures; without prices where those stand in a contract alone
 * @param notes what a reader needs to know beside it
 */
public record PriceBookEntry(
        String id, Plan plan, Currency currency, Rule rule, Price price, PriceModel model, List<String> notes) {

    /**
     * What is priced.
     *
     * @param region where the price holds; {@code not stated} when its source does not say
     */
    public record Plan(String vendor, String name, String region) {
        public Plan {
            Objects.requireNonNull(vendor, "vendor");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(region, "region");
        }
    }

    /**
     * How the vendor bills.
     *
     * @param text the rule in a sentence
     * @param source title of what it was read from
     * @param verified whether that is the vendor's own page
     */
    public record Rule(String text, String source, boolean verified) {
        public Rule {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Where the figures come from.
     *
     * @param source titles of what they were read from
     * @param verified whether they were read on the vendor's own page, or in the tenant's own contract
     * @param revision of the tenant's own entry, from 1; 0: it comes with Phoenix
     */
    public record Price(String source, LocalDate dateRead, boolean verified, long revision) {
        public Price {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(dateRead, "dateRead");
            if (revision < 0) {
                throw new IllegalArgumentException("revision is " + revision + ", it is at least 0");
            }
        }
    }

    public PriceBookEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(model, "model");
        notes = List.copyOf(notes);
    }

    /** The version of the entry is the date on which its price was read, with the revision when it is the tenant's own. */
    public String version() {
        return price.dateRead() + (own() ? "-own." + price.revision() : "");
    }

    /** Whether it is the tenant's own. */
    public boolean own() {
        return price.revision() > 0;
    }

    /** Whether every figure was verified. */
    public boolean verified() {
        return price.verified()
                && model.charges().stream()
                        .flatMap(charge -> charge.tiers().stream())
                        .allMatch(Tier::verified);
    }

    /** Vendor and plan, for people. */
    public String title() {
        return plan.vendor() + " " + plan.name();
    }
}
