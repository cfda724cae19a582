package io.phoenix.workflow.experiment;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The typed search attributes of an experiment's workflow; never secrets, never free text. */
public final class ExperimentAttributes {
    public static final SearchAttributeKey<String> TENANT = SearchAttributeKey.forKeyword("PhxTenant");
    public static final SearchAttributeKey<String> EXPERIMENT = SearchAttributeKey.forKeyword("PhxExperimentId");
    public static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("PhxPhase");
    public static final SearchAttributeKey<String> VERDICT = SearchAttributeKey.forKeyword("PhxVerdict");
    public static final SearchAttributeKey<String> PROFILE = SearchAttributeKey.forKeyword("PhxProfile");
    public static final SearchAttributeKey<String> STARTED_BY = SearchAttributeKey.forKeyword("PhxStartedBy");
    public static final SearchAttributeKey<String> CLEANUP = SearchAttributeKey.forKeyword("PhxCleanup");
    public static final SearchAttributeKey<Double> REDUCTION = SearchAttributeKey.forDouble("PhxCardinalityReduction");
    public static final SearchAttributeKey<Double> MONTHLY_SAVING = SearchAttributeKey.forDouble("PhxMonthlySaving");

    /** Every attribute that the engine must know before the first experiment starts. */
    public static final List<SearchAttributeKey<?>> ALL =
            List.of(TENANT, EXPERIMENT, PHASE, VERDICT, PROFILE, STARTED_BY, CLEANUP, REDUCTION, MONTHLY_SAVING);

    private ExperimentAttributes() {}
}
