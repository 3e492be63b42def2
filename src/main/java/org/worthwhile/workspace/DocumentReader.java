package org.worthwhile.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the documents and looks whether each is as it was written. What is not is rebuilt from the edits or a version, where
 * a hash in the file proves that this is what was written; otherwise it is set aside.
 */
final class DocumentReader {

    /**
     * What was read.
     *
     * @param setAside damaged documents, whose places nothing else may take
     * @param obsolete damaged rows of what was rebuilt
     * @param rebuilt what has to be written so that the file says what was read
     * @param isRevisionLost whether the record of the last transaction is damaged
     * @param notices what the analyst is to be told
     */
    record Result(
            Map<DocumentKey, Document> documents,
            Set<DocumentKey> setAside,
            List<Long> obsolete,
            List<Candidate> rebuilt,
            boolean isRevisionLost,
            List<Problem> notices) {}

    /** What a document may have said. */
    record Candidate(DocumentKey key, String text) {

        String hash() {
            return RowHash.of(HashedTable.DOCUMENT.table(), key.kind().code(), key.name(), text);
        }
    }

    private record Row(long number, String kind, String name, String sha256, String text) {

        Optional<Candidate> candidate() {
            return DocumentKind.from(kind).map(known -> new Candidate(new DocumentKey(known, name), text));
        }
    }

    private final Path file;
    private final Database database;
    private final Map<DocumentKey, Document> documents = new TreeMap<>();
    private final Map<DocumentKey, String> hashes = new TreeMap<>();
    private final List<Row> damaged = new ArrayList<>();
    private final Set<DocumentKey> setAside = new TreeSet<>();
    private final List<Long> obsolete = new ArrayList<>();
    private final List<Candidate> rebuilt = new ArrayList<>();
    private final List<Problem> notices = new ArrayList<>();
    private boolean isRevisionLost;

    private DocumentReader(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    static Result read(Path file, Database database) {
        DocumentReader reader = new DocumentReader(file, database);
        reader.read();
        return new Result(
                reader.documents,
                reader.setAside,
                reader.obsolete,
                reader.rebuilt,
                reader.isRevisionLost,
                reader.notices);
    }

    private void read() {
        database.query(
                        "SELECT rowid, kind, name, sha256, text, " + HashedTable.DOCUMENT.isIntact() + " FROM document",
                        row -> {
                            Row read = new Row(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5));
                            return row.getBoolean(6) && take(read) ? Optional.<Row>empty() : Optional.of(read);
                        })
                .forEach(row -> row.ifPresent(damaged::add));
        Optional<String> stated = Revisions.statedDocuments(database);
        isRevisionLost = stated.isEmpty();
        if (isRevisionLost) {
            tell("the record of its last transaction is damaged", "compare its documents with a backup");
        }
        if (!damaged.isEmpty() || !isAllThatIsStated(stated)) {
            rebuild(stated);
        }
    }

    /** Takes a row whose hash is right, if it is a document. */
    private boolean take(Row row) {
        Optional<Candidate> candidate = row.candidate();
        Optional<JsonNode> tree = tree(row.text());
        if (candidate.isEmpty() || tree.isEmpty()) {
            return false;
        }
        put(candidate.get(), row.sha256(), tree.get());
        return true;
    }

    private void put(Candidate candidate, String hash, JsonNode tree) {
        DocumentKey key = candidate.key();
        documents.put(key, new Document(key.kind(), key.name(), tree));
        hashes.put(key, hash);
    }

    private void rebuild(Optional<String> stated) {
        Map<DocumentKey, String> replay = ChangeReplay.texts(database);
        Map<String, Candidate> known = candidates(replay);
        damaged.removeIf(row -> Optional.ofNullable(known.get(row.sha256()))
                .filter(candidate -> adopt(candidate, row.sha256()))
                .map(_ -> obsolete.add(row.number()))
                .isPresent());
        if (!isAllThatIsStated(stated)) {
            stated.flatMap(hash -> provenSet(hash, replay)).ifPresent(this::adoptAll);
        }
        if (stated.isEmpty() || !damaged.isEmpty()) {
            adoptLost(replay);
        }
        damaged.forEach(this::setAside);
        boolean areThoseSaved = stated.map(hash -> hash.equals(Revisions.documents(hashes.values().stream())))
                .orElse(true);
        if (!areThoseSaved && !isAllThatIsStated(stated)) {
            Set<DocumentKey> missing = mentioned();
            missing.removeAll(documents.keySet());
            missing.removeAll(setAside);
            tell(
                    "its documents are not all as they were saved last"
                            + (missing.isEmpty() ? "" : "; missing is " + inWords(missing)),
                    "compare its documents with a backup");
        }
    }

    /** Where it is not known which documents there were, those that a whole record of edits makes are they. */
    private void adoptLost(Map<DocumentKey, String> replay) {
        Set<DocumentKey> here = new TreeSet<>(documents.keySet());
        damaged.forEach(row -> row.candidate().map(Candidate::key).ifPresent(here::add));
        if (ChangeReplay.isWhole(database)) {
            replay.forEach((key, text) -> {
                Candidate candidate = new Candidate(key, text);
                if (!here.contains(key)) {
                    adopt(candidate, candidate.hash());
                }
            });
        }
    }

    /** Documents that edits speak of, those left out that an edit removed last. */
    private Set<DocumentKey> mentioned() {
        Set<DocumentKey> mentioned = new TreeSet<>();
        database.query("SELECT kind, name, pointer = '' AND after IS NULL FROM change ORDER BY edit, place", row -> {
            boolean isRemoved = row.getBoolean(3);
            String name = row.getString(2);
            DocumentKind.from(row.getString(1)).ifPresent(kind -> {
                DocumentKey key = new DocumentKey(kind, name);
                if (isRemoved) {
                    mentioned.remove(key);
                } else {
                    mentioned.add(key);
                }
            });
            return row;
        });
        return mentioned;
    }

    /** All texts of documents that stand elsewhere in the file, by their hashes. */
    private Map<String, Candidate> candidates(Map<DocumentKey, String> replay) {
        Map<String, Candidate> candidates = new HashMap<>();
        Stream.concat(
                        replay.entrySet().stream().map(entry -> new Candidate(entry.getKey(), entry.getValue())),
                        database
                                .query(
                                        "SELECT kind, name, text FROM version_document UNION"
                                                + " SELECT kind, name, after FROM change WHERE pointer = '' AND after IS NOT NULL",
                                        row -> new Row(0, row.getString(1), row.getString(2), "", row.getString(3)))
                                .stream()
                                .flatMap(row -> row.candidate().stream()))
                .forEach(candidate -> candidates.put(candidate.hash(), candidate));
        return candidates;
    }

    /** Texts in place of those damaged or missing that make the documents those of the last transaction, if any do. */
    private Optional<List<Candidate>> provenSet(String stated, Map<DocumentKey, String> replay) {
        List<Candidate> own =
                damaged.stream().flatMap(row -> row.candidate().stream()).toList();
        List<Candidate> all = replay.entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), entry.getValue()))
                .toList();
        List<Candidate> missing = all.stream()
                .filter(candidate -> !documents.containsKey(candidate.key()))
                .toList();
        return Stream.of(own, missing, all)
                .filter(set -> stated.equals(Revisions.documents(hashesWith(set))))
                .findFirst();
    }

    private Stream<String> hashesWith(List<Candidate> set) {
        Map<DocumentKey, String> all = new TreeMap<>(hashes);
        set.forEach(candidate -> all.put(candidate.key(), candidate.hash()));
        return all.values().stream();
    }

    private void adoptAll(List<Candidate> set) {
        int before = rebuilt.size();
        set.stream()
                .filter(candidate -> !candidate.hash().equals(hashes.get(candidate.key())))
                .forEach(candidate -> adopt(candidate, candidate.hash()));
        // A damaged row in whose place nothing was rebuilt is somebody else's, and stays.
        if (rebuilt.size() - before >= damaged.size()) {
            damaged.forEach(row -> obsolete.add(row.number()));
            damaged.clear();
        }
    }

    private boolean adopt(Candidate candidate, String hash) {
        Optional<JsonNode> tree = tree(candidate.text());
        tree.ifPresent(read -> {
            put(candidate, hash, read);
            rebuilt.add(candidate);
            tell(
                    candidate.key().inWords() + " was damaged and was rebuilt from what else the file says of it",
                    "copy the file to another disk, as this one may be failing");
        });
        return tree.isPresent();
    }

    private void setAside(Row row) {
        row.candidate().map(Candidate::key).ifPresent(setAside::add);
        tell(
                row.candidate().map(candidate -> candidate.key().inWords()).orElse("a document")
                        + " is damaged and could not be rebuilt, and is not shown",
                "take it from a backup");
    }

    /** Whether the documents are those of the last transaction, if it is known which those were. */
    private boolean isAllThatIsStated(Optional<String> stated) {
        Stream<String> all =
                Stream.concat(hashes.values().stream(), damaged.stream().map(Row::sha256));
        String found = Revisions.documents(all);
        return stated.isEmpty() || stated.get().equals(found);
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(JsonText.parse(text)).filter(JsonNode::isObject);
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static String inWords(Set<DocumentKey> keys) {
        return keys.stream().map(DocumentKey::inWords).collect(Collectors.joining(", "));
    }

    private void tell(String what, String remedy) {
        notices.add(new Problem(Place.of(file.toString()), what, remedy));
    }
}
