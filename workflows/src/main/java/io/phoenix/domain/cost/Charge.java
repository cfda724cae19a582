package io.phoenix.domain.cost;

import static io.phoenix.domain.cost.Level.atLeastZero;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a vendor's bill: {@code charged = max(0, counted - included - includedPerHost * hosts)}, priced by tiers.
 *
 * <p>Exact in decimal but for divisions, which keep 34 digits.
 *
 * @param name what the vendor calls it
 * @param quantities what is counted; of several the greatest
 * @param unit how many of them one price is for
 * @param rounding of the charged units
 * @param allotment what costs nothing
 * @param tiers rising, the last without an end; empty: the price is not public
 */
public record Charge(
        String name,
        List<Quantity> quantities,
        BigDecimal unit,
        Rounding rounding,
        Allotment allotment,
        List<Tier> tiers) {

    /** Divisions keep 34 digits; what is off in the last of them must not cost a whole unit. */
    private static final MathContext WITHOUT_NOISE = new MathContext(30);

    /** What happens to a part of a priced unit. */
    public enum Rounding {
        NONE,
        DOWN
    }

    /** What costs nothing, as so much for the account and so much for every host. */
    public record Allotment(BigDecimal included, BigDecimal includedPerHost) {
        public static final Allotment NONE = new Allotment(BigDecimal.ZERO, BigDecimal.ZERO);

        public Allotment {
            atLeastZero(included, "included");
            atLeastZero(includedPerHost, "includedPerHost");
        }

        BigDecimal of(Volume volume) {
            return included.add(includedPerHost.multiply(volume.hosts()));
        }
    }

    public Charge {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rounding, "rounding");
        Objects.requireNonNull(allotment, "allotment");
        quantities = List.copyOf(quantities);
        tiers = List.copyOf(tiers);
        if (quantities.isEmpty()) {
            throw new IllegalArgumentException("quantities of '" + name + "' is empty");
        }
        if (unit.signum() <= 0) {
            throw new IllegalArgumentException("unit of '" + name + "' is " + unit + ", it is above 0");
        }
        rising(tiers, name);
    }

    /** Whether there is a price. */
    public boolean priced() {
        return !tiers.isEmpty();
    }

    public BillLine bill(Volume volume, Reading reading) {
        Metered counted = counted(volume, reading);
        BigDecimal free = allotment.of(volume);
        BigDecimal above = counted.amount().subtract(free).max(BigDecimal.ZERO);
        BigDecimal units = above.divide(unit, MathContext.DECIMAL128);
        if (rounding == Rounding.DOWN) {
            units = units.round(WITHOUT_NOISE).setScale(0, RoundingMode.FLOOR);
        }
        BillLine line = BillLine.unpriced(name, counted, free, unit, units);
        return priced() ? line.at(amounts(units)) : line;
    }

    private Metered counted(Volume volume, Reading reading) {
        return quantities.stream()
                .map(quantity -> quantity.of(volume, reading))
                .reduce((one, other) -> other.amount().compareTo(one.amount()) > 0 ? other : one)
                .orElseThrow();
    }

    private List<BillLine.Part> amounts(BigDecimal units) {
        List<BillLine.Part> parts = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            BigDecimal end = units(tier.upTo());
            BigDecimal to = end == null ? units : units.min(end);
            BigDecimal within = to.subtract(from);
            if (within.signum() > 0) {
                parts.add(new BillLine.Part(within, tier.price(), within.multiply(tier.price())));
            }
            from = to;
        }
        return parts;
    }

    private @Nullable BigDecimal units(@Nullable BigDecimal upTo) {
        return upTo == null ? null : upTo.divide(unit, MathContext.DECIMAL128);
    }

    private static void rising(List<Tier> tiers, String name) {
        BigDecimal last = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal upTo = tiers.get(i).upTo();
            boolean open = upTo == null;
            if (open != (i == tiers.size() - 1) || (upTo != null && upTo.compareTo(last) <= 0)) {
                throw new IllegalArgumentException(
                        "tiers of '" + name + "' do not rise to one last tier without an end");
            }
            last = open ? last : upTo;
        }
    }
}
