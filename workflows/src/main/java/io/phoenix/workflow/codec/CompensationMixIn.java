package io.phoenix.workflow.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.phoenix.workflow.experiment.Compensation;

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Compensation.ReleaseTarget.class, name = "releaseTarget"),
    @JsonSubTypes.Type(value = Compensation.RemoveVariants.class, name = "removeVariants"),
    @JsonSubTypes.Type(value = Compensation.StopLoad.class, name = "stopLoad"),
    @JsonSubTypes.Type(value = Compensation.RevertPromotion.class, name = "revertPromotion")
})
interface CompensationMixIn {}
