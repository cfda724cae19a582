package io.phoenix.activity.cost;

import io.phoenix.domain.cost.BytesPerSample;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.RuleEffect;
import io.phoenix.domain.cost.RuleEffect.Direction;
import io.phoenix.domain.cost.Sizing;
import io.phoenix.domain.cost.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a candidate does to everything that some vendor bills, so that it shows which billing rules it helps. */
final class RuleEffects {
    private static final List<Quantity> MEASURABLE = List.of(
            new Quantity.Series(Duration.ZERO, Statistic.MEAN),
            new Quantity.Series(Duration.ofHours(1), Statistic.MEAN),
            new Quantity.Samples(),
            new Quantity.Bytes(BytesPerSample.exactly(BigDecimal.ONE), Sizing.AS_SENT),
            new Quantity.CoreHours(),
            new Quantity.GibibyteHours());

    private final PricedCandidate priced;
    private final Set<Dimension> billed;

    RuleEffects(PricedCandidate priced) {
        this.priced = priced;
        this.billed = CandidateVolumes.dimensions(priced.entry().model());
    }

    List<RuleEffect> list() {
        return MEASURABLE.stream().map(this::effect).toList();
    }

    private RuleEffect effect(Quantity quantity) {
        Dimension dimension = quantity.dimension();
        boolean here = billed.contains(dimension);
        CandidateVolumes volumes = priced.volumes();
        if (!CandidateVolumes.metrics(dimension).stream().allMatch(volumes::measured)) {
            return new RuleEffect(dimension, here, Direction.NOT_MEASURED, null, null, null);
        }
        BigDecimal before = quantity.of(priced.baseline(), Reading.LISTED).amount();
        List<BigDecimal> after = new ArrayList<>();
        for (Ends.Side side : Ends.Side.values()) {
            after.add(quantity.of(priced.candidate(side), Reading.LISTED).amount());
        }
        boolean bounded = CandidateVolumes.metrics(dimension).stream().allMatch(volumes::bounded);
        return new RuleEffect(
                dimension,
                here,
                bounded ? direction(before, after.getFirst(), after.getLast()) : Direction.UNDECIDED,
                change(before, after.get(Ends.Side.EXPECTED.ordinal())),
                bounded ? change(before, after.getFirst()) : null,
                bounded ? change(before, after.getLast()) : null);
    }

    private static Direction direction(BigDecimal before, BigDecimal least, BigDecimal most) {
        if (least.compareTo(before) == 0 && most.compareTo(before) == 0) {
            return Direction.UNCHANGED;
        }
        if (most.compareTo(before) < 0) {
            return Direction.HELPS;
        }
        return least.compareTo(before) > 0 ? Direction.HURTS : Direction.UNDECIDED;
    }

    private static @Nullable BigDecimal change(BigDecimal before, BigDecimal after) {
        return before.signum() == 0
                ? null
                : after.divide(before, MathContext.DECIMAL64)
                        .subtract(BigDecimal.ONE)
                        .setScale(4, RoundingMode.HALF_EVEN);
    }
}
