package io.phoenix.domain.cost;

import java.math.BigDecimal;

/** How many bytes a vendor stores for one sample; between {@code least} and {@code most} where nobody has verified it. */
public record BytesPerSample(BigDecimal listed, BigDecimal least, BigDecimal most) {
    public BytesPerSample {
        if (least.signum() < 0 || least.compareTo(listed) > 0 || listed.compareTo(most) > 0) {
            throw new IllegalArgumentException("bytes per sample are " + least + " <= " + listed + " <= " + most
                    + ", expected a rising order from at least 0");
        }
    }

    public static BytesPerSample exactly(BigDecimal bytes) {
        return new BytesPerSample(bytes, bytes, bytes);
    }

    public BigDecimal read(Reading reading) {
        return switch (reading) {
            case LEAST -> least;
            case LISTED -> listed;
            case MOST -> most;
        };
    }
}
