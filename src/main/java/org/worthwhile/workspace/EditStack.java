package org.worthwhile.workspace;

import java.util.List;
import java.util.Optional;
import org.worthwhile.problem.InvalidInput;

/** The documents of a file and the edits that led to them: made, typed, undone and redone. */
final class EditStack {

    private static final String LAST_DONE =
            "WHERE state = 'done' AND number NOT IN (SELECT edit FROM beginning)" + " ORDER BY number DESC LIMIT 1";
    private static final String FIRST_UNDONE = "WHERE state = 'undone' ORDER BY number LIMIT 1";

    private final Database database;
    private final Transactions transactions;
    private DocumentSet documents = DocumentSet.NONE;
    /** The number of the edit that is being typed; zero when none is. */
    private long typing;

    EditStack(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    DocumentSet documents() {
        return documents;
    }

    /** Goes on from documents as they were read. */
    void begin(DocumentSet read) {
        documents = read;
    }

    /** Makes changes with which the program begins a file, which are no edit of the analyst's to be undone. */
    void begin(String what, List<Change> changes, List<NewDataset> data) {
        Edit edit = apply(what, changes, data);
        transactions.write(() -> database.update("INSERT INTO beginning (edit) VALUES (?)", edit.number()));
    }

    /** Makes changes as one edit, with the data that the studies among them use. */
    Edit apply(String what, List<Change> changes, List<NewDataset> data) {
        return apply(what, changes, data, false);
    }

    /** Sets a value while the analyst types; see {@link Workspace#type}. */
    Edit type(String what, Change change) {
        return apply(what, List.of(change), List.of(), true);
    }

    private Edit apply(String what, List<Change> given, List<NewDataset> data, boolean isTyping) {
        transactions.requireWritable();
        List<Change> changes = given.stream().map(Change::asSaved).toList();
        Optional<Edit> continued = isTyping
                ? continued(changes.getFirst()).map(before -> transactions.edit(before.number(), what))
                : Optional.empty();
        if (continued.isEmpty()) {
            finishTyping();
        }
        DocumentSet changed = documents.with(changes, database);
        Edit edit = transactions.edit(EditRepository.highest(database) + 1, what);
        Datasets datasets = new Datasets(database);
        boolean abandons = next(FIRST_UNDONE).isPresent();
        transactions.write(() -> {
            continued.ifPresentOrElse(
                    typed -> EditRepository.updateEdit(database, typed, changes.getFirst()),
                    () -> record(edit, changes, isTyping));
            changed.store(database, changes);
            data.forEach(datasets::put);
            if (abandons) {
                datasets.removeUnused();
            }
        });
        documents = changed;
        Edit made = continued.orElse(edit);
        typing = isTyping ? made.number() : 0;
        return made;
    }

    /** The edit that typing at a place goes on with: the last one made, if it was typing there too. */
    private Optional<Edit> continued(Change change) {
        return nextUndo()
                .filter(last -> last.number() == typing && nextRedo().isEmpty())
                .filter(last -> EditRepository.changes(database, last.number())
                        .getFirst()
                        .isAtSamePlaceAs(change));
    }

    private void record(Edit edit, List<Change> changes, boolean isTyping) {
        EditRepository.abandonUndone(database);
        EditRepository.insertEdit(database, edit, "done", changes);
        if (!isTyping) {
            transactions.note(TrailEntry.Action.EDIT, edit);
        }
    }

    /**
     * Ends what is being typed, so that what is typed next is another edit. An entry that left the value as it was leaves
     * nothing behind.
     *
     * @return the edit that it became
     */
    Optional<Edit> finishTyping() {
        Optional<Edit> typed = typed();
        typing = 0;
        if (typed.isPresent() && changesNothing(typed.get())) {
            transactions.write(
                    () -> EditRepository.removeEdit(database, typed.get().number()));
            return Optional.empty();
        }
        typed.ifPresent(edit -> transactions.write(() -> transactions.note(TrailEntry.Action.EDIT, edit)));
        return typed;
    }

    /** Takes back what is being typed, as if it had not been begun. */
    void takeBackTyping() {
        Optional<Edit> typed = typed();
        typing = 0;
        typed.ifPresent(edit -> {
            List<Change> inverse = inverse(edit);
            DocumentSet changed = moved(edit, inverse);
            transactions.write(() -> {
                EditRepository.removeEdit(database, edit.number());
                changed.store(database, inverse);
            });
            documents = changed;
        });
    }

    private Optional<Edit> typed() {
        return typing == 0 ? Optional.empty() : nextUndo().filter(last -> last.number() == typing);
    }

    private boolean changesNothing(Edit edit) {
        return EditRepository.changes(database, edit.number()).stream()
                .allMatch(change -> change.before().equals(change.after()));
    }

    /**
     * What was being typed when the program ended without closing the file comes into the audit trail. That can only be the
     * last edit; what else the trail lacks was lost, and is not made up.
     */
    void noteUnfinished() {
        if (!EditRepository.isTrailWhole(database)) {
            return;
        }
        long last = EditRepository.highest(database);
        EditRepository.editsNotInTrail(database).stream()
                .filter(edit -> edit.number() == last)
                .forEach(edit -> transactions.write(() -> transactions.note(TrailEntry.Action.EDIT, edit)));
    }

    /** The edit that {@link #undo} would undo; none if its record is damaged. */
    Optional<Edit> nextUndo() {
        return next(LAST_DONE).flatMap(edit -> edit);
    }

    /** The edit that {@link #redo} would do again; none if its record is damaged. */
    Optional<Edit> nextRedo() {
        return next(FIRST_UNDONE).flatMap(edit -> edit);
    }

    private Optional<Optional<Edit>> next(String which) {
        return EditRepository.edits(database, which).stream()
                .map(edit -> edit.filter(read -> EditRepository.isFollowedByAll(database, read)))
                .findFirst();
    }

    /**
     * Undoes the last edit, in this session or an earlier one.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    Optional<Edit> undo() {
        finishTyping();
        return next(LAST_DONE).map(last -> {
            Edit edit = last.orElseThrow(() -> database.damaged("the record of the last edit"));
            move(edit, inverse(edit), "undone", TrailEntry.Action.UNDO);
            return edit;
        });
    }

    private List<Change> inverse(Edit edit) {
        return EditRepository.changes(database, edit.number()).reversed().stream()
                .map(Change::inverse)
                .toList();
    }

    /**
     * Does the edit that was undone last again.
     *
     * @throws InvalidInput if the record of the edit is damaged
     */
    Optional<Edit> redo() {
        finishTyping();
        return next(FIRST_UNDONE).map(first -> {
            Edit edit = first.orElseThrow(() -> database.damaged("the record of the edit that was undone last"));
            move(edit, EditRepository.changes(database, edit.number()), "done", TrailEntry.Action.REDO);
            return edit;
        });
    }

    private void move(Edit edit, List<Change> changes, String state, TrailEntry.Action action) {
        transactions.requireWritable();
        DocumentSet changed = moved(edit, changes);
        transactions.write(() -> {
            EditRepository.setState(database, edit.number(), state);
            changed.store(database, changes);
            transactions.note(action, edit);
        });
        documents = changed;
    }

    private DocumentSet moved(Edit edit, List<Change> changes) {
        try {
            return documents.with(changes, database);
        } catch (IllegalArgumentException notForTheseDocuments) {
            throw SqliteErrors.of(
                    transactions.file(),
                    "edit " + edit.number() + " does not fit the documents as they are now",
                    "restore a version, or use a backup");
        }
    }
}
