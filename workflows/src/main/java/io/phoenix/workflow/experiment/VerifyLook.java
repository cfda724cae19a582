package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import java.util.List;

/**
 * What a look showed.
 *
 * @param settled the promoted configuration is the one that runs; the watch starts then
 * @param superseded somebody else changed the target meanwhile
 * @param breaches what speaks against keeping it; empty: nothing
 */
public record VerifyLook(boolean settled, boolean superseded, List<Reason> breaches) {
    public VerifyLook {
        breaches = List.copyOf(breaches);
    }
}
