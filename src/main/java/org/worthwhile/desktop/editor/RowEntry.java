package org.worthwhile.desktop.editor;

import java.util.Optional;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Workspace;

/** An entry into one cell of a page, in a row that is there or in a new one, which comes with it. */
final class RowEntry {

    private final Page page;
    private final int row;
    private final Field field;
    private final String title;

    RowEntry(Page page, int row, int column) {
        this.page = page;
        this.row = row;
        this.field = page.fields().get(column);
        this.title = isNew() ? page.section().title() : page.rows().get(row).title();
    }

    private boolean isNew() {
        return row >= page.rows().size();
    }

    /** What a text in the cell changes in the file as it was before the entry. */
    Optional<Draft.Typed> with(Workspace file, String text) {
        return page.in(file)
                .flatMap(now -> isNew() && row >= now.rows().size() ? adding(now, text) : changing(now, text))
                .map(change -> new Draft.Typed(
                        EditText.of(title, field.title(), EditText.told(field.kind(), text), change), change));
    }

    private Optional<Change> adding(Page now, String text) {
        Change begun = now.added();
        Page longer = now.with(begun);
        Page filled = cell(longer, longer.rows().get(row), field, text)
                .map(longer::with)
                .orElse(longer);
        return Optional.of(new Change(
                begun.kind(),
                begun.name(),
                begun.pointer(),
                begun.before(),
                filled.proposal().at(begun.pointer())));
    }

    private Optional<Change> changing(Page now, String text) {
        return place(now).flatMap(place -> cell(now, place, field, text));
    }

    /** The row as it now is, which may stand elsewhere by now, or nowhere. */
    private Optional<RowPlace> place(Page now) {
        if (isNew()) {
            return Optional.of(now.rows().get(row));
        }
        String id = page.rows().get(row).tree().path("id").asString("");
        return id.isEmpty()
                ? now.rows().stream().skip(row).findFirst()
                : now.rows().stream()
                        .filter(place -> place.tree().path("id").asString("").equals(id))
                        .findFirst();
    }

    /** What a text changes in a cell of a page. */
    static Optional<Change> cell(Page page, RowPlace place, Field field, String text) {
        return FieldChange.of(
                place.document(), place.pointer(), field, field.valueOf(text, page.choices()), page.names());
    }
}
