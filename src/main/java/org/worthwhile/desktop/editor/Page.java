package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/**
 * What a table of the editor is about, as its documents stand.
 *
 * @param option the place of the option whose lines are shown
 * @param library where unit values, frameworks and optimism bias are looked up
 */
record Page(Section section, int option, Document proposal, List<Document> evidence, ModelLibrary library)
        implements SheetState {

    /** The same page of the file as it now is; nothing when its proposal is gone. */
    Optional<Page> in(Workspace file) {
        return file.document(proposal.kind(), proposal.name())
                .map(now -> new Page(section, option, now, file.documents(DocumentKind.EVIDENCE), library));
    }

    @Override
    public Page with(Change change) {
        return new Page(
                section,
                option,
                after(proposal, change),
                evidence.stream().map(document -> after(document, change)).toList(),
                library);
    }

    private static Document after(Document document, Change change) {
        return document.kind() == change.kind() && document.name().equals(change.name())
                ? document.with(change)
                : document;
    }

    List<RowPlace> rows() {
        return section == Section.EVIDENCE
                ? evidence.stream()
                        .map(document -> new RowPlace(document, "", ""))
                        .toList()
                : Rows.of(section, proposal, option);
    }

    List<Field> fields() {
        return Fields.of(section, proposal.tree());
    }

    Choices choices() {
        return new Choices(proposal.tree(), library);
    }

    @Override
    public String title() {
        return section.title();
    }

    @Override
    public int rowCount() {
        return rows().size();
    }

    @Override
    public int columnCount() {
        return fields().size();
    }

    @Override
    public boolean addsRows() {
        return Rows.areAddedTo(section);
    }

    @Override
    public boolean isEditable(int row, int column) {
        return DocumentSheet.isEditable(rows().get(row).tree(), fields().get(column));
    }

    @Override
    public String text(int row, int column) {
        return fields().get(column).text(rows().get(row), choices());
    }

    @Override
    public Optional<Draft.Typed> entry(int row, int column, String text) {
        Field field = fields().get(column);
        RowPlace place = rows().get(row);
        return RowEntry.cell(this, place, field, text)
                .map(change -> new Draft.Typed(
                        EditText.of(place.title(), field.title(), EditText.told(field.kind(), text), change), change));
    }

    @Override
    public Change added() {
        return Rows.added(section, proposal, option);
    }

    /** The names that may stand in place of numbers. */
    KnownNames names() {
        return new KnownNames(
                evidence.stream()
                        .map(Document::tree)
                        .map((JsonNode tree) -> tree.path("id").asString(""))
                        .collect(Collectors.toSet()),
                library.unitValues().keySet());
    }
}
