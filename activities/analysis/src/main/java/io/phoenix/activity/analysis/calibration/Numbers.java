package io.phoenix.activity.analysis.calibration;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {
    private Numbers() {}

    /** Without an exponent and without zeros at the end: 24, 0.95. */
    static String shortest(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
