package org.worthwhile.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.worthwhile.exchange.JsonText;

/**
 * The documents of a file at one time.
 *
 * @param documents that can be used
 * @param setAside damaged documents, whose places nothing else may take
 */
record DocumentSet(Map<DocumentKey, Document> documents, Set<DocumentKey> setAside) {

    static final DocumentSet NONE = new DocumentSet(Map.of(), Set.of());

    List<Document> all() {
        return List.copyOf(documents.values());
    }

    /** In the order of their names. */
    List<Document> of(DocumentKind kind) {
        return documents.values().stream()
                .filter(document -> document.kind() == kind)
                .toList();
    }

    Optional<Document> find(DocumentKey key) {
        return Optional.ofNullable(documents.get(key));
    }

    /**
     * The documents with changes made.
     *
     * @throws org.worthwhile.problem.InvalidInput if one of them is damaged
     * @throws IllegalArgumentException if the changes are not for these documents
     */
    DocumentSet with(List<Change> changes, Database database) {
        Map<DocumentKey, Document> changed = new TreeMap<>(documents);
        for (Change change : changes) {
            DocumentKey key = DocumentKey.of(change);
            if (setAside.contains(key)) {
                throw database.damaged(key.inWords());
            }
            if (change.pointer().isEmpty()) {
                change.after()
                        .ifPresentOrElse(
                                tree -> changed.put(key, new Document(change.kind(), change.name(), tree)),
                                () -> changed.remove(key));
            } else {
                Document document = changed.get(key);
                if (document == null) {
                    throw new IllegalArgumentException("There is no " + change.kind() + " " + change.name());
                }
                changed.put(key, document.with(change));
            }
        }
        return new DocumentSet(changed, setAside);
    }

    /** Writes the documents that changes were made to. */
    void store(Database database, List<Change> changes) {
        for (DocumentKey key :
                new TreeSet<>(changes.stream().map(DocumentKey::of).toList())) {
            find(key)
                    .ifPresentOrElse(
                            document -> EditRepository.storeDocument(database, key, JsonText.compact(document.tree())),
                            () -> EditRepository.removeDocument(database, key));
        }
    }
}
