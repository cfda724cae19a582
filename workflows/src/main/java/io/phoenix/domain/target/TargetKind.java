package io.phoenix.domain.target;

/** How a target runs its collectors. */
public enum TargetKind {
    LOCAL,
    KUBERNETES
}
