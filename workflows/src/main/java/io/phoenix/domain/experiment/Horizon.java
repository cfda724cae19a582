package io.phoenix.domain.experiment;

import java.time.Duration;

/**
 * How a measurement is cut into windows and looks, in grid points; pauses change nothing of it.
 *
 * @param points that are measured unless the run is extended or ends early; looks are spread over the maximum duration
 * @param windowPoints length of a window
 * @param looks analyses including the last
 */
public record Horizon(int points, int windowPoints, int looks) {
    /** Fewer pairs have no error bar. */
    public static final int FEWEST_PAIRS = SpecShape.STEPS;

    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
    private static final int SHORTEST_WINDOW_POINTS = 4;
    private static final int WINDOWS = 10;

    public static Horizon of(Timing timing, int looks) {
        int points = pointsIn(timing.duration(), timing.step());
        return new Horizon(
                looks > 1 ? Math.max(points, maximumPoints(timing)) : points,
                windowPoints(points, timing.step()),
                looks);
    }

    /** Up to here a measurement may go. */
    public static int maximumPoints(Timing timing) {
        return pointsIn(timing.maximumDuration(), timing.step());
    }

    private static int pointsIn(Duration duration, Duration step) {
        return Math.toIntExact(Math.max(1, duration.dividedBy(step)));
    }

    private static int windowPoints(int points, Duration step) {
        long longest = Math.max(SHORTEST_WINDOW_POINTS, LONGEST_WINDOW.dividedBy(step));
        return Math.toIntExact(Math.clamp(points / WINDOWS, SHORTEST_WINDOW_POINTS, longest));
    }

    /** Points of the next window; a rest too short for a window of its own belongs to the last one. */
    public int nextWindow(int remaining) {
        return remaining >= windowPoints + SHORTEST_WINDOW_POINTS ? windowPoints : remaining;
    }

    /** How many windows so many grid points make. */
    public int windows(int remaining) {
        int whole = remaining / windowPoints;
        int rest = remaining % windowPoints;
        return whole == 0 ? (rest == 0 ? 0 : 1) : whole + (rest >= SHORTEST_WINDOW_POINTS ? 1 : 0);
    }

    /** After how many windows the look is due; it is the end for the last one. */
    public int windowsBefore(int look) {
        return Math.ceilDiv(look * windows(points), looks);
    }

    /** How many grid points the look rests on. */
    public int pointsBefore(int look) {
        return look == looks ? points : Math.min(points, windowsBefore(look) * windowPoints);
    }
}
