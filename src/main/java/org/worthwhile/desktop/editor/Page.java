package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
record Page(Section section, int option, Document proposal, List<Document> evidence, ModelLibrary library) {

    /** The same page of the file as it now is; nothing when its proposal is gone. */
    Optional<Page> in(Workspace file) {
        return file.document(proposal.kind(), proposal.name())
                .map(now -> new Page(section, option, now, file.documents(DocumentKind.EVIDENCE), library));
    }

    /** The page after a change to one of its documents. */
    Page with(Change change) {
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

    /** The change that adds a row at the end. */
    Change added() {
        return Rows.added(section, proposal, option);
    }

    Set<String> evidenceIds() {
        return evidence.stream()
                .map(Document::tree)
                .map((JsonNode tree) -> tree.path("id").asString(""))
                .collect(Collectors.toSet());
    }
}
