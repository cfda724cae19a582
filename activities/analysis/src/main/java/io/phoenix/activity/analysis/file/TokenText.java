package io.phoenix.activity.analysis.file;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The text of a parser's token as bytes, without a String for short ASCII. Keeps the last one, so it is not thread-safe. */
final class TokenText {
    private static final int SHORT = 64;

    private final byte[] own = new byte[SHORT];
    private byte[] bytes = own;
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void read(JsonParser parser) throws IOException {
        char[] letters = parser.getTextCharacters();
        int from = parser.getTextOffset();
        length = parser.getTextLength();
        bytes = own;
        if (length > SHORT || !copied(letters, from)) {
            bytes = new String(letters, from, length).getBytes(StandardCharsets.UTF_8);
            length = bytes.length;
        }
    }

    private boolean copied(char[] letters, int from) {
        for (int i = 0; i < length; i++) {
            char letter = letters[from + i];
            if (letter > 127) {
                return false;
            }
            own[i] = (byte) letter;
        }
        return true;
    }
}
