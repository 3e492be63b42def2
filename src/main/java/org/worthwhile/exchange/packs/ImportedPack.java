package org.worthwhile.exchange.packs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model pack made of a file from elsewhere, not written yet.
 *
 * @param kind the folder of such packs, {@code prices} or {@code unit-values}
 * @param tree the pack as its file has it
 * @param read what it was made of, a sentence each
 * @param unread what nothing was made of
 */
public record ImportedPack(String kind, ObjectNode tree, List<String> read, List<UnreadCell> unread) {

    public static final String PRICES = "prices";
    public static final String UNIT_VALUES = "unit-values";

    public ImportedPack {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
    }

    public String id() {
        return tree.get("id").asString();
    }
}
