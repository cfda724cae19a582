package io.phoenix.api.cost;

import io.phoenix.client.BillResponse;
import io.phoenix.client.Json;
import io.phoenix.client.MoneyRangeResponse;
import io.phoenix.client.MoneyResponse;
import io.phoenix.client.PriceBookResponse;
import io.phoenix.client.ProjectionResponse;
import io.phoenix.client.SavingPeriodResponse;
import io.phoenix.client.SavingResponse;
import io.phoenix.client.SavingsTotalResponse;
import io.phoenix.client.UnpricedResponse;
import io.phoenix.domain.cost.Bill;
import io.phoenix.domain.cost.LedgerEntry;
import io.phoenix.domain.cost.LedgerTotal;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Projection;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.Volume;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices and savings as the interface shows them. */
final class CostMapper {
    private CostMapper() {}

    static PriceBookResponse of(PriceBookEntry entry, @Nullable String document) {
        return new PriceBookResponse(
                entry.id(),
                entry.plan().vendor(),
                entry.plan().name(),
                entry.plan().region(),
                entry.currency().getCurrencyCode(),
                entry.version(),
                entry.verified(),
                entry.price().source(),
                entry.rule().text(),
                entry.rule().source(),
                entry.rule().verified(),
                entry.own(),
                entry.model().unpriced(),
                entry.notes(),
                document);
    }

    static BillResponse bill(PriceBookEntry entry, Volume volume) {
        Bill bill = entry.model().bill(volume, Reading.LISTED);
        MoneyRange month = MoneyRange.rounded(
                new MoneyRange.Decimals(
                        entry.model().perMonth(volume, Reading.LISTED),
                        entry.model().perMonth(volume, Reading.LEAST),
                        entry.model().perMonth(volume, Reading.MOST)),
                entry.currency());
        return new BillResponse(
                entry.id(),
                entry.plan().vendor(),
                entry.plan().name(),
                entry.version(),
                entry.verified(),
                of(month),
                of(Money.rounded(bill.fee(), entry.currency())),
                lines(bill),
                entry.notes());
    }

    static UnpricedResponse unpriced(PriceBookEntry entry, @Nullable Volume volume) {
        return new UnpricedResponse(
                entry.id(),
                entry.plan().vendor(),
                entry.plan().name(),
                entry.model().unpriced(),
                volume == null ? List.of() : lines(entry.model().bill(volume, Reading.LISTED)));
    }

    static SavingResponse of(LedgerEntry entry) {
        return new SavingResponse(
                entry.experiment().experiment().toString(),
                entry.experiment().title(),
                entry.target(),
                entry.candidate(),
                entry.book(),
                entry.priceVersion(),
                entry.status().name(),
                entry.reason(),
                of(entry.month()),
                of(entry.accrued()),
                entry.since(),
                entry.until(),
                entry.periods().stream()
                        .map(period -> new SavingPeriodResponse(period.since(), period.until(), period.reason()))
                        .toList());
    }

    static SavingsTotalResponse of(LedgerTotal total) {
        return new SavingsTotalResponse(
                total.status().name(), total.book(), total.experiments(), of(total.month()), of(total.accrued()));
    }

    static ProjectionResponse of(Projection projection) {
        return new ProjectionResponse(
                projection.target(),
                projection.book(),
                projection.history().stream()
                        .map(point -> new ProjectionResponse.Point(point.at(), of(point.month()), point.priceVersion()))
                        .toList(),
                projection.at(),
                projection.perMonth() == null ? null : of(projection.perMonth()),
                projection.expected() == null ? null : of(projection.expected()),
                projection.formula(),
                projection.sentence());
    }

    private static MoneyRangeResponse of(MoneyRange range) {
        return new MoneyRangeResponse(
                of(range.expected()),
                range.low() == null ? null : of(range.low()),
                range.high() == null ? null : of(range.high()));
    }

    private static MoneyResponse of(Money money) {
        return new MoneyResponse(money.amount(), money.currency());
    }

    private static List<Map<String, Object>> lines(Bill bill) {
        return bill.lines().stream().map(CostMapper::tree).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> tree(Object value) {
        return Json.convert(value, Map.class);
    }
}
