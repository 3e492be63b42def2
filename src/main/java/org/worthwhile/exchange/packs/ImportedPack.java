package org.worthwhile.exchange.packs;

import java.util.List;
import java.util.function.Function;
import org.worthwhile.problem.Place;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model pack made of a file from elsewhere, not written yet.
 *
 * @param kind the folder of such packs, {@code prices} or {@code unit-values}
 * @param tree the pack as its file has it
 * @param read what it was made of, a sentence each
 * @param unread what nothing was made of
 * @param remarks what was read and may not be as it was meant, a sentence each
 * @param places where in that file stands what a part of the pack was made of, by JSON pointer
 */
public record ImportedPack(
        String kind,
        ObjectNode tree,
        List<String> read,
        List<UnreadCell> unread,
        List<String> remarks,
        Function<String, Place> places) {

    public static final String PRICES = "prices";
    public static final String UNIT_VALUES = "unit-values";

    public ImportedPack {
        read = List.copyOf(read);
        unread = List.copyOf(unread);
        remarks = List.copyOf(remarks);
    }

    /** Without remarks. */
    ImportedPack(
            String kind, ObjectNode tree, List<String> read, List<UnreadCell> unread, Function<String, Place> places) {
        this(kind, tree, read, unread, List.of(), places);
    }

    public String id() {
        return tree.get("id").asString();
    }
}
