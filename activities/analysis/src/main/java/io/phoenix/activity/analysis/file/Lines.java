package io.phoenix.activity.analysis.file;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream without copying them: the bytes of the current one are those of {@link #bytes()} from
 * {@link #start()} to {@link #end()}, without the line's end, until the next call of {@link #next()}.
 */
final class Lines {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int limit;
    private int start;
    private int end;
    private int following;
    private int number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        start = following;
        int scanned = start;
        while (true) {
            for (int i = scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return line(i, i + 1);
                }
            }
            scanned = limit - start;
            if (!fill()) {
                return start < limit && line(limit, limit);
            }
        }
    }

    private boolean line(int endOfLine, int startOfNext) {
        number++;
        end = endOfLine > start && buffer[endOfLine - 1] == '\r' ? endOfLine - 1 : endOfLine;
        following = startOfNext;
        if (number == 1 && end - start >= 3 && isByteOrderMark()) {
            start += 3;
        }
        return true;
    }

    private boolean isByteOrderMark() {
        return buffer[start] == (byte) 0xef && buffer[start + 1] == (byte) 0xbb && buffer[start + 2] == (byte) 0xbf;
    }

    /** Moves what is left to the front and reads on. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        if (limit == buffer.length) {
            if (limit >= LONGEST) {
                throw new FinalException(ErrorCode.INVALID_REQUEST, "line " + (number + 1) + " is longer than 1 MiB");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** From 1. */
    int number() {
        return number;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
