package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.desktop.session.DraftSaver;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.Workspace;
import org.worthwhile.workspace.WorkspaceFile;
import tools.jackson.databind.JsonNode;

/** In every cell of every sheet an entry ends as if its last text had been pasted, whatever was typed on the way. */
class EveryCellEntryTest {

    private static final int OPTION = 2;
    private static final int ROWS = 2;

    @TempDir
    private Path folder;

    @Test
    void anEntryChangesWhatPastingItsLastTextChangesWhateverIsTypedFirst() {
        String name = "falls-prevention";
        SoftAssertions all = new SoftAssertions();
        int cells = 0;
        try (Workspace file = WorkspaceFile.create(folder.resolve(name + ".worthwhile"), TestClient.CLOCK)) {
            ModelLibrary library = PackReader.read(Samples.MODELS);
            JsonNode proposal = JsonText.read(Samples.FOLDER.resolve(name + ".proposal.json"));
            file.apply("begun", List.of(Change.added(DocumentKind.PROPOSAL, name, proposal)));
            Document document = file.document(DocumentKind.PROPOSAL, name).orElseThrow();
            for (Section section : Section.values()) {
                Page page = new Page(section, OPTION, document, List.of(), library);
                boolean isSheet = section != Section.CASE && section != Section.UNCERTAINTY;
                for (int row = 0; isSheet && row < Math.min(ROWS, page.rowCount()); row++) {
                    for (int column = 0; column < page.columnCount(); column++) {
                        if (page.fields().get(column).input() != Field.Input.CHOICE && page.isEditable(row, column)) {
                            check(all, file, page, row, column);
                            cells++;
                        }
                    }
                }
            }
        }
        all.assertAll();
        assertThat(cells).isGreaterThan(50);
    }

    private static void check(SoftAssertions all, Workspace file, Page page, int row, int column) {
        JsonNode before = page.proposal().tree();
        Field field = page.fields().get(column);
        JsonNode pasted = RowEntry.cell(page, page.rows().get(row), field, "0.37")
                .map(change -> page.with(change).proposal().tree())
                .orElse(before);
        String cell = page.section() + " " + row + " " + field.title();
        for (String first : List.of("", " ", "£", "-", ".", "9")) {
            DraftSaver entry = new DraftSaver(new RowEntry(page, row, column)::with);
            List.of(first, "0.", "0.37").forEach(text -> entry.save(file, text));
            entry.finish(file, "0.37");
            all.assertThat(tree(file, page)).as("%s after “%s”", cell, first).isEqualTo(pasted);
            if (!pasted.equals(before)) {
                file.undo();
            }
            all.assertThat(tree(file, page)).as("%s undone", cell).isEqualTo(before);
        }
    }

    private static JsonNode tree(Workspace file, Page page) {
        return file.document(DocumentKind.PROPOSAL, page.proposal().name())
                .orElseThrow()
                .tree();
    }
}
