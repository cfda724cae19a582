package io.phoenix.domain.cost;

/** Whether the candidate is worth it at a vendor, by its net saving, with the reason. */
public record Recommendation(Advice advice, String reason) {
    /** By the ends of the range of the net saving. */
    public enum Advice {
        /** It saves at the worse end too. */
        ADOPT,
        /** It saves nothing at the better end either, and costs more at the worse one. */
        KEEP_BASELINE,
        /** One end saves and the other does not, or there is no range. */
        UNDECIDED,
        /** Neither end changes the bill. */
        NO_DIFFERENCE
    }
}
