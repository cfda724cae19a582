package io.phoenix.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A univariate set of NIST's Statistical Reference Datasets with its certified numbers. PiDigits and NumAcc are made by
 * their definition; the others stand in files under {@code nist}.
 */
record NistSet(String name, double[] values, double mean, double deviation, double lag1) {
    private static final int PI_DIGITS = 5000;

    static List<NistSet> all() {
        return List.of(
                new NistSet("PiDigits", piDigits(), 4.5348, 2.86733906028871, -0.00355099287237972),
                new NistSet("Lottery", read("Lottery"), 518.958715596330, 291.699727470969, -0.120948622967393),
                new NistSet("Lew", read("Lew"), -177.435, 277.332168044316, -0.307304800605679),
                new NistSet("Mavro", read("Mavro"), 2.001856, 0.000429123454003053, 0.937989183438248),
                new NistSet("Michelso", read("Michelso"), 299.8524, 0.0790105478190518, 0.535199668621283),
                new NistSet("NumAcc1", new double[] {10000001, 10000003, 10000002}, 10000002, 1, -0.5),
                alternating("NumAcc2", 1.2, 1.1, 1.3),
                alternating("NumAcc3", 1000000.2, 1000000.1, 1000000.3),
                alternating("NumAcc4", 10000000.2, 10000000.1, 10000000.3));
    }

    private static NistSet alternating(String name, double middle, double below, double above) {
        double[] values = new double[1001];
        Arrays.setAll(values, i -> i == 0 ? middle : i % 2 == 1 ? below : above);
        return new NistSet(name, values, middle, 0.1, -0.999);
    }

    private static double[] read(String name) {
        try (InputStream in =
                Objects.requireNonNull(NistSet.class.getResourceAsStream("nist/" + name + ".txt"), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Arrays.stream(text.trim().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** By Machin's formula: pi / 4 = 4 arctan(1 / 5) - arctan(1 / 239). */
    private static double[] piDigits() {
        BigInteger unit = BigInteger.TEN.pow(PI_DIGITS + 20);
        BigInteger quarter = arctan(5, unit).shiftLeft(2).subtract(arctan(239, unit));
        String digits = quarter.shiftLeft(2).toString();
        double[] values = new double[PI_DIGITS];
        Arrays.setAll(values, i -> digits.charAt(i) - '0');
        // Here pi has an 8. The certified numbers are those of the file with the misprint.
        values[957 - 1] = 3;
        return values;
    }

    private static BigInteger arctan(int inverse, BigInteger unit) {
        BigInteger square = BigInteger.valueOf((long) inverse * inverse);
        BigInteger power = unit.divide(BigInteger.valueOf(inverse));
        BigInteger sum = power;
        for (int k = 1; power.signum() > 0; k++) {
            power = power.divide(square);
            BigInteger term = power.divide(BigInteger.valueOf(2L * k + 1));
            sum = k % 2 == 1 ? sum.subtract(term) : sum.add(term);
        }
        return sum;
    }
}
