package io.phoenix.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The times of one arm in milliseconds, round by round; the arms of a comparison take turns. */
final class Arm {
    private final List<List<Double>> rounds = new ArrayList<>();

    void add(List<Double> round) {
        rounds.add(List.copyOf(round));
    }

    boolean measured() {
        return !rounds.isEmpty();
    }

    double median() {
        return median(rounds.stream().flatMap(List::stream).toList());
    }

    /** How many times as long as the other one takes, in the median. */
    double over(Arm other) {
        return median() / other.median();
    }

    /** The smallest and the largest ratio of the medians of a round. */
    String rangeOver(Arm other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(rounds.size(), other.rounds.size()); i++) {
            ratios.add(median(rounds.get(i)) / median(other.rounds.get(i)));
        }
        return String.format(Locale.ROOT, "%.2f .. %.2f", Collections.min(ratios), Collections.max(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
