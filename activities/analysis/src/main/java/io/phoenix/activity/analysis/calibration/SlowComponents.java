package io.phoenix.activity.analysis.calibration;

import java.util.ArrayList;
import java.util.List;

/** Slow components of every share whose memory is one part of runs of one length: the worst of them is what counts. */
public record SlowComponents(double durationPerMemory, int points) {
    /** How many cells each has. */
    public static final int FAMILY = SlowComponent.SHARES.size();

    public static List<SlowComponents> of(List<Double> durationsPerMemory, List<Integer> lengths) {
        List<SlowComponents> all = new ArrayList<>();
        durationsPerMemory.forEach(
                duration -> lengths.forEach(points -> all.add(new SlowComponents(duration, points))));
        return all;
    }

    public List<Cell> cells() {
        return SlowComponent.SHARES.stream()
                .map(share -> new Cell(SlowComponent.of(durationPerMemory, share, points), points))
                .toList();
    }
}
