package org.worthwhile.workspace;

import java.util.Comparator;

/** By which a document is known in the file. */
record DocumentKey(DocumentKind kind, String name) implements Comparable<DocumentKey> {

    private static final Comparator<DocumentKey> ORDER =
            Comparator.comparing(DocumentKey::kind).thenComparing(DocumentKey::name);

    static DocumentKey of(Document document) {
        return new DocumentKey(document.kind(), document.name());
    }

    static DocumentKey of(Change change) {
        return new DocumentKey(change.kind(), change.name());
    }

    @Override
    public int compareTo(DocumentKey other) {
        return ORDER.compare(this, other);
    }

    /** As problems name it. */
    String inWords() {
        return "the " + kind.code() + " '" + name + "'";
    }
}
