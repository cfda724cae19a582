package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common time grid of all series: the planned windows, laid end to end by index. A planned window without stored data
 * counts as missing; stored data of a window that was not planned is not looked at.
 *
 * @param windows with distinct indices, in their order
 */
public record Grid(List<Window> windows) {
    public Grid {
        windows =
                windows.stream().sorted(Comparator.comparingInt(Window::index)).toList();
        if (windows.stream().mapToInt(Window::index).distinct().count() != windows.size()) {
            throw new IllegalArgumentException("windows repeat an index");
        }
    }

    /** The grid of the windows that were seen. */
    public static Grid ofMeasured(List<MeasuredWindow> measured) {
        Map<Integer, Window> byIndex = new HashMap<>();
        measured.forEach(window -> byIndex.putIfAbsent(window.window().index(), window.window()));
        return new Grid(List.copyOf(byIndex.values()));
    }

    /** How many grid points there are. */
    public int points() {
        return windows.stream().mapToInt(Window::points).sum();
    }

    /** The first grid point of the window, -1 when it was not planned. */
    int offset(Window window) {
        int at = windows.indexOf(window);
        return at < 0
                ? -1
                : windows.subList(0, at).stream().mapToInt(Window::points).sum();
    }

    /** Length of the measurement, without pauses. */
    public Duration duration() {
        return windows.stream().map(Grid::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The segment of each grid point. A stretch that was not planned to be measured starts the next one. */
    int[] segments() {
        int[] segments = new int[points()];
        int next = 0;
        int current = 0;
        for (int w = 0; w < windows.size(); w++) {
            if (w > 0 && !contiguous(windows.get(w - 1), windows.get(w))) {
                current++;
            }
            int end = next + windows.get(w).points();
            Arrays.fill(segments, next, end, current);
            next = end;
        }
        return segments;
    }

    private static boolean contiguous(Window before, Window after) {
        return before.segment() == after.segment() && before.end().equals(after.start());
    }

    private static Duration length(Window window) {
        return window.step().multipliedBy(window.points());
    }
}
