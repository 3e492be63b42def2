package org.worthwhile.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;

/** The documents as the edits that were done make them. Where the record of an edit is damaged the result is a guess. */
final class ChangeReplay {

    private final Map<DocumentKey, JsonNode> trees = new TreeMap<>();

    private ChangeReplay() {}

    /** The texts of the documents that the undamaged edits leave. */
    static Map<DocumentKey, String> texts(Database database) {
        ChangeReplay replay = new ChangeReplay();
        HashedTable.CHANGE
                .rows(
                        database,
                        EditRepository.CHANGE_COLUMNS,
                        "WHERE edit IN (SELECT number FROM edit WHERE state = 'done') ORDER BY edit, place",
                        EditRepository::change)
                .forEach(change -> change.ifPresent(replay::make));
        Map<DocumentKey, String> texts = new TreeMap<>();
        replay.trees.forEach((key, tree) -> texts.put(key, JsonText.compact(tree)));
        return texts;
    }

    /** Whether no edit of those that the trail and the last transaction tell of is missing or damaged. */
    static boolean isWhole(Database database) {
        long intact = database.query(
                        "SELECT count(*) FROM edit WHERE " + HashedTable.EDIT.isIntact(), row -> row.getLong(1))
                .getFirst();
        return intact == EditRepository.highest(database);
    }

    private void make(Change change) {
        DocumentKey key = DocumentKey.of(change);
        if (change.pointer().isEmpty()) {
            change.after().ifPresentOrElse(tree -> trees.put(key, tree), () -> trees.remove(key));
            return;
        }
        Optional.ofNullable(trees.get(key)).ifPresent(tree -> {
            try {
                trees.put(key, TreeChange.apply(tree, change));
            } catch (IllegalArgumentException anEditBeforeIsDamaged) {
                trees.remove(key);
            }
        });
    }
}
