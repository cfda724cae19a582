package io.phoenix.domain.cost;

import io.phoenix.domain.experiment.ExperimentRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one won experiment is worth at one vendor.
 *
 * @param month net saving of a month while its pipeline runs
 * @param accrued what it has saved in all its periods; zero unless it was promoted
 * @param since when its pipeline first started to run, or when a run that was not promoted ended
 * @param until when its pipeline stopped to run for good; null unless it is lost
 * @param periods in which its pipeline ran, oldest first; more than one when it came back, none when it was not promoted
 * @param reason stable code: {@code active}, {@code not_promoted}, {@code reverted}, {@code rolled_back} or {@code replaced}
 * @param priceVersion of the entry that it was priced by
 */
public record LedgerEntry(
        ExperimentRef experiment,
        String target,
        String candidate,
        String book,
        String priceVersion,
        Status status,
        String reason,
        MoneyRange month,
        MoneyRange accrued,
        Instant since,
        @Nullable Instant until,
        List<Period> periods) {
    public LedgerEntry {
        periods = List.copyOf(periods);
    }

    /**
     * A time in which a pipeline ran.
     *
     * @param until null while it runs
     * @param reason why it stopped; {@code active} while it runs
     */
    public record Period(Instant since, @Nullable Instant until, String reason) {}

    /** These are never added to one another. */
    public enum Status {
        /** Promoted, and its pipeline still runs. */
        REALISED,
        /** Won, and was not promoted. */
        POTENTIAL,
        /** Promoted, and its pipeline runs no more. */
        LOST
    }
}
