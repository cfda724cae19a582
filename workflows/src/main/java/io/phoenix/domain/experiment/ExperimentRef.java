package io.phoenix.domain.experiment;

import io.phoenix.domain.tenant.TenantId;
import java.util.Objects;

/**
 * Which experiment of which tenant, as every activity receives it.
 *
 * @param name DNS-1123 label chosen by the user
 * @param number which run of that name, from 1
 */
public record ExperimentRef(TenantId tenant, ExperimentId experiment, String name, int number) {
    public ExperimentRef {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(experiment, "experiment");
        Objects.requireNonNull(name, "name");
        if (number < 1) {
            throw new IllegalArgumentException("number is " + number + ", runs are numbered from 1");
        }
    }

    /** The id of the one workflow that runs this experiment. */
    public String workflowId() {
        return "exp/" + tenant + "/" + experiment;
    }

    /** Name and number as people write them, for example {@code web-hosts/3}. */
    public String title() {
        return name + "/" + number;
    }
}
