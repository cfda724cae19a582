package io.phoenix.api.cost;

import io.micronaut.http.HttpStatus;
import io.phoenix.activity.cost.PriceBookReader;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.PriceSource;
import io.phoenix.api.problem.InvalidValue;
import io.phoenix.api.problem.RequestException;
import io.phoenix.api.request.Version;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a tenant's price book entries are kept and changed. */
@Singleton
final class PriceBookShelf {
    private final PriceSource prices;
    private final PriceBookStore store;
    private final Clock clock = Clock.systemUTC();

    PriceBookShelf(PriceSource prices, PriceBookStore store) {
        this.prices = prices;
        this.store = store;
    }

    /** @param document the text that the entry was read from */
    record Shelved(PriceBookEntry entry, String document, Version version) {}

    Collection<PriceBookEntry> list(TenantId tenant) {
        return prices.of(tenant).entries();
    }

    Shelved required(TenantId tenant, String id) {
        String shipped = shipped(id);
        Optional<PriceBookStore.Own> own = store.find(tenant, id);
        String document = own.map(PriceBookStore.Own::document).orElse(shipped);
        long version = own.map(PriceBookStore.Own::version).orElse(0L);
        return new Shelved(stored(id, document, version), document, Version.of(version));
    }

    private static PriceBookEntry stored(String id, String document, long version) {
        return switch (PriceBookReader.read(document, version)) {
            case Validation.Valid<PriceBookEntry>(PriceBookEntry entry) -> entry;
            case Validation.Invalid<PriceBookEntry>(List<Violation> violations) ->
                throw new FinalException(
                        ErrorCode.UNREADABLE,
                        "your own price of " + id
                                + ", stored by another version of Phoenix, cannot be read by this one ("
                                + violations.getFirst().pointer() + ": "
                                + violations.getFirst().message() + "): put it again, or remove it");
        };
    }

    void put(Principal caller, String id, byte[] body, @Nullable String ifMatch) {
        shipped(id);
        Long seen = seen(caller.tenant(), id);
        Version.of(seen == null ? 0 : seen).require(ifMatch);
        String document = decode(body);
        PriceBookEntry entry = PriceBookReader.read(document, 1).orThrow(ErrorCode.INVALID_REQUEST);
        check(id, entry);
        if (store.save(caller.tenant(), new PriceBookStore.Draft(id, document, caller.subject()), seen)
                .isEmpty()) {
            throw changed();
        }
    }

    void remove(Principal caller, String id, @Nullable String ifMatch) {
        shipped(id);
        Long seen = seen(caller.tenant(), id);
        if (seen == null) {
            throw new FinalException(ErrorCode.NOT_FOUND, "there is no price of your own for " + id);
        }
        Version.of(seen).require(ifMatch);
        if (!store.remove(caller.tenant(), id, seen, caller.subject())) {
            throw changed();
        }
    }

    private @Nullable Long seen(TenantId tenant, String id) {
        return store.find(tenant, id).map(PriceBookStore.Own::version).orElse(null);
    }

    private static String shipped(String id) {
        return PriceBooks.shippedText(id)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "there is no price book with this id"));
    }

    /**
     * An entry of any currency: amounts are added up and compared within one currency alone. Somewhere on Earth it is tomorrow
     * already.
     */
    private void check(String id, PriceBookEntry entry) {
        if (!entry.id().equals(id)) {
            refuse("id", "id is '" + entry.id() + "', the address says '" + id + "'");
        }
        LocalDate today = LocalDate.now(clock);
        if (entry.price().dateRead().isAfter(today.plusDays(1))) {
            refuse(
                    "price/dateRead",
                    "'" + entry.price().dateRead() + "' is yet to come, today is " + today
                            + ": write the day on which the price was read");
        }
        if (!entry.model().priced()) {
            refuse(
                    "charges",
                    "no price of " + String.join(", ", entry.model().unpriced())
                            + ": give every charge its tiers, for example tiers: [{price: 0.25}]");
        }
    }

    private static void refuse(String field, String message) {
        throw InvalidValue.of(field, "rule", message);
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RequestException(HttpStatus.BAD_REQUEST, "malformed_body", "the body is not UTF-8");
        }
    }

    private static RequestException changed() {
        return new RequestException(
                HttpStatus.PRECONDITION_FAILED, "precondition_failed", "the entry has changed at this very moment");
    }
}
