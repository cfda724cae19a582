package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A month's bill, not rounded: the fee and every charge. */
public record Bill(BigDecimal fee, List<BillLine> lines) {
    public Bill {
        lines = List.copyOf(lines);
    }

    /** Empty when one of the prices is not public. */
    public Optional<BigDecimal> total() {
        BigDecimal total = fee;
        for (BillLine line : lines) {
            @Nullable BigDecimal amount = line.amount();
            if (amount == null) {
                return Optional.empty();
            }
            total = total.add(amount);
        }
        return Optional.of(total);
    }
}
