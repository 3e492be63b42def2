package org.worthwhile.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit trail together with the edits that it tells of. */
final class History {

    /** Longer values are shown where an entry is chosen. */
    private static final int SHORT = 400;

    private History() {}

    private record Made(long edit, String document, Optional<Change> change) {}

    /** The newest entries first; those whose record is damaged are told as the trail tells them. */
    static List<HistoryEntry> of(Database database, List<TrailEntry> trail) {
        OptionalLong first =
                trail.stream().flatMapToLong(entry -> entry.edit().stream()).min();
        if (first.isEmpty()) {
            return trail.stream().map(History::alone).toList();
        }
        Map<Long, String> words = new HashMap<>();
        EditRepository.edits(database, "WHERE number >= " + first.getAsLong())
                .forEach(edit -> edit.ifPresent(known -> words.put(known.number(), known.what())));
        Map<Long, List<Made>> made = new HashMap<>();
        HashedTable.CHANGE
                .rows(
                        database,
                        EditRepository.CHANGE_COLUMNS
                                + ", edit, length(coalesce(before, '')) + length(coalesce(after, ''))",
                        "WHERE edit >= ? ORDER BY edit, place",
                        row -> new Made(
                                row.getLong(6),
                                row.getString(2),
                                row.getLong(7) <= SHORT ? Optional.of(EditRepository.change(row)) : Optional.empty()),
                        first.getAsLong())
                .forEach(change -> change.ifPresent(known -> made.computeIfAbsent(known.edit(), _ -> new ArrayList<>())
                        .add(known)));
        return trail.stream().map(entry -> entry(entry, words, made)).toList();
    }

    private static HistoryEntry entry(TrailEntry entry, Map<Long, String> words, Map<Long, List<Made>> made) {
        if (entry.edit().isEmpty()) {
            return alone(entry);
        }
        long edit = entry.edit().getAsLong();
        List<Made> changes = made.getOrDefault(edit, List.of());
        return new HistoryEntry(
                entry,
                words.getOrDefault(edit, entry.what()),
                changes.stream().map(Made::document).distinct().toList(),
                changes.size() == 1 ? changes.getFirst().change() : Optional.empty());
    }

    private static HistoryEntry alone(TrailEntry entry) {
        return new HistoryEntry(entry, entry.what(), List.of(), Optional.empty());
    }
}
