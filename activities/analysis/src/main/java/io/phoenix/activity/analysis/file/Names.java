package io.phoenix.activity.analysis.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts numbered in the order in which they were first seen, found by their bytes. */
final class Names {
    private final List<String> texts = new ArrayList<>();
    private byte[][] known = new byte[0][];
    private int[] slots = new int[64];

    Names() {
        Arrays.fill(slots, -1);
    }

    int of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    int of(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        return slots[slot] >= 0 ? slots[slot] : added(Arrays.copyOfRange(bytes, from, to));
    }

    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }

    private int added(byte[] bytes) {
        if (2 * texts.size() >= slots.length) {
            slots = new int[4 * slots.length];
            Arrays.fill(slots, -1);
            for (int number = 0; number < texts.size(); number++) {
                slots[slot(known[number], 0, known[number].length)] = number;
            }
        }
        int number = texts.size();
        texts.add(new String(bytes, StandardCharsets.UTF_8));
        known = number < known.length ? known : Arrays.copyOf(known, Math.max(16, 2 * number));
        known[number] = bytes;
        slots[slot(bytes, 0, bytes.length)] = number;
        return number;
    }

    /** Where the text stands or would stand. */
    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] >= 0 && !same(known[slots[slot]], bytes, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static boolean same(byte[] known, byte[] bytes, int from, int to) {
        return Arrays.equals(known, 0, known.length, bytes, from, to);
    }
}
