package io.phoenix.activity.measurement.prometheus;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A reply as the JSON parser reads it. One read ends where the samples of a series may begin; from there {@link #samples}
 * takes those that are written as Prometheus writes them, {@code [seconds,"number"]} without a space, in
 * two thirds of the parser's time. The parser reads whatever is left, in whichever form. Not thread-safe.
 */
final class ReplyBytes extends InputStream {
    private static final byte[] SAMPLES = "\"values\":[".getBytes(StandardCharsets.US_ASCII);
    /** More digits than a time has, and fewer than a long. */
    private static final int LONGEST_SECONDS = 15;

    private final byte[] bytes;
    private int position;
    private int delivered;
    /** Of the sample that is looked at: how far, its time, and where its value stands. */
    private int at;

    private long millis;
    private int valueStart;
    private int valueEnd;

    ReplyBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What takes one sample. */
    interface Sample {
        /** @param value finite, infinite or NaN */
        void take(long unixMillis, double value);
    }

    /** How many bytes the parser has got, those of {@link #samples} left out. */
    int delivered() {
        return delivered;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (position == bytes.length) {
            return -1;
        }
        int end = endOfRead(Math.min(bytes.length, position + length));
        int count = end - position;
        System.arraycopy(bytes, position, to, offset, count);
        position = end;
        delivered += count;
        return count;
    }

    private int endOfRead(int limit) {
        for (int end = Math.max(position + 1, SAMPLES.length); end < limit; end++) {
            if (bytes[end - 1] == '[' && samplesMayBeginAt(end)) {
                return end;
            }
        }
        return limit;
    }

    private boolean samplesMayBeginAt(int end) {
        int start = end - SAMPLES.length;
        for (int i = 0; i < SAMPLES.length; i++) {
            if (bytes[start + i] != SAMPLES[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the samples from here on, up to the end of the array or to the first that another writer has written. That one
     * is left as it stands, together with the bracket before it and all that follows, so what is left is an array too.
     *
     * @throws NumberFormatException for a value that is not a number
     */
    void samples(Sample sample) {
        at = position;
        while (comes('[') && time() && comes(',') && comes('"') && value() && comes(']') && goesOn()) {
            sample.take(millis, number());
            position = at;
        }
    }

    private boolean comes(char letter) {
        return byteAt(at++) == letter;
    }

    /** Unix seconds with up to three decimals. */
    private boolean time() {
        int start = at;
        millis = digits(0);
        boolean whole = at > start && at - start <= LONGEST_SECONDS;
        int decimals = 0;
        if (byteAt(at) == '.') {
            start = ++at;
            millis = digits(millis);
            decimals = at - start;
            whole &= decimals > 0 && decimals <= 3;
        }
        for (; decimals < 3; decimals++) {
            millis *= 10;
        }
        return whole;
    }

    private long digits(long before) {
        long number = before;
        for (; digit(at); at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    /** With its closing quote; escaped letters are the parser's. */
    private boolean value() {
        valueStart = at;
        while (byteAt(at) > '"' && byteAt(at) != '\\') {
            at++;
        }
        valueEnd = at;
        return comes('"');
    }

    /** Whether a sample or the end of the array follows. */
    private boolean goesOn() {
        return byteAt(at) == ']' || comes(',') && byteAt(at) == '[';
    }

    private boolean digit(int at) {
        byte letter = byteAt(at);
        return letter >= '0' && letter <= '9';
    }

    /** Behind the end there is what no sample has. */
    private byte byteAt(int at) {
        return at < bytes.length ? bytes[at] : 0;
    }

    private double number() {
        int length = valueEnd - valueStart;
        return length > 0 && digit(valueEnd - 1)
                ? JavaDoubleParser.parseDouble(bytes, valueStart, length)
                : SampleValue.of(new String(bytes, valueStart, length, StandardCharsets.US_ASCII));
    }
}
