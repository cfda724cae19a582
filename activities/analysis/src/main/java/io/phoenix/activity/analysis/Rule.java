package io.phoenix.activity.analysis;

/** Which rule decided a metric, in the order in which the rules are tried. */
enum Rule {
    HOSTS,
    FAR_FROM_THRESHOLD,
    EXACT,
    EXACT_TO_ROUNDING,
    SEGMENTS,
    BLOCKS,
    ABSOLUTE,
    MAXIMUM
}
