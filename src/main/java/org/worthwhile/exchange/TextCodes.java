package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers texts from 0 in order of first appearance: a hash table of characters, without an object for a text that is known. */
final class TextCodes {

    private static final int FIRST_SLOTS = 1 << 6;
    private static final int MULTIPLIER = 0x9E3779B1;

    private final List<String> texts = new ArrayList<>();

    /** One more than the text's number; 0 where the slot is free. */
    private int[] slots = new int[FIRST_SLOTS];

    private int[] hashes = new int[FIRST_SLOTS];

    /** The number of a text; the next one if it is new. */
    int of(char[] buffer, int offset, int length) {
        int hash = hash(buffer, offset, length);
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && isSame(texts.get(number), buffer, offset, length)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        int number = texts.size();
        texts.add(new String(buffer, offset, length));
        slots[slot] = number + 1;
        hashes[number] = hash;
        if (2 * texts.size() > slots.length) {
            grow();
        }
        return number;
    }

    int size() {
        return texts.size();
    }

    /** The texts by their numbers. */
    List<String> inOrder() {
        return List.copyOf(texts);
    }

    void clear() {
        texts.clear();
        slots = new int[FIRST_SLOTS];
        hashes = new int[FIRST_SLOTS];
    }

    private static boolean isSame(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] buffer, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        hash *= MULTIPLIER;
        return hash ^ hash >>> 15;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        hashes = Arrays.copyOf(hashes, slots.length);
        for (int number = 0; number < texts.size(); number++) {
            int slot = hashes[number] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }
}
