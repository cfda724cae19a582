package io.phoenix.activity.analysis.file;

import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a file, by line. */
final class Faults {
    /** More are counted, not told: nobody reads them, and a file of another kind has one in every line. */
    static final int TOLD = 1000;

    private static final int LONGEST = 60;

    private final List<Fault> faults = new ArrayList<>();
    private long untold;

    private record Fault(int line, String message) {}

    /** @param line from 1; 0 when it is about the whole file */
    void add(int line, String message) {
        if (faults.size() < TOLD) {
            faults.add(new Fault(line, message));
        } else {
            untold++;
        }
    }

    long count() {
        return faults.size() + untold;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** In the order of the lines. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>(faults.stream()
                .sorted(Comparator.comparingInt(Fault::line))
                .map(fault -> violation(fault.line() == 0 ? "" : "line " + fault.line() + ": ", fault.message()))
                .toList());
        if (untold > 0) {
            violations.add(violation("", "and " + untold + " more"));
        }
        return violations;
    }

    private static Violation violation(String place, String message) {
        return new Violation("", "series", place + message);
    }

    /** A value of the file as a message may quote it. */
    static String quoted(String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
