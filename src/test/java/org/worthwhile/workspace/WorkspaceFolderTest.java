package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;

/** A workspace as a folder of JSON files, there and back. */
class WorkspaceFolderTest {

    @TempDir
    private Path folder;

    private Workspace workspace() {
        Workspace workspace = WorkspaceFile.create(folder.resolve("case.worthwhile"), CLOCK);
        workspace.apply("Added falls", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(100))));
        workspace.versions().save("Before: the \"review\"");
        Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
        workspace.apply("Delivery", List.of(falls.set("/options/0/costs/0/amount/annual", JsonText.number(120))));
        workspace.apply(
                "Study",
                List.of(Change.added(
                        DocumentKind.STUDY, "wards", JsonText.object().put("id", "wards"))));
        workspace.undo();
        byte[] content = {1, 2, 3};
        workspace
                .resultStore()
                .keep(new StoredDataset("w.csv", Fingerprint.of(content), 3, true), Optional.of(content));
        workspace.resultStore().keep(new StoredDataset("far.csv", "00", 7, false), Optional.empty());
        workspace.resultStore().keep(DocumentKind.PROPOSAL, "falls", "abc", "Worthwhile 1", "{}\n");
        return workspace;
    }

    @Test
    void aWorkspaceThatWentThroughAFolderIsTheSameInEveryByteAndCanBeUndone() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (Workspace workspace = workspace()) {
            WorkspaceFolder.write(workspace.database(), first);
        }
        try (Workspace read = WorkspaceFolder.read(first, folder.resolve("again.worthwhile"), CLOCK)) {
            WorkspaceFolder.write(read.database(), second);
            assertThat(read.redo()).map(Edit::what).contains("Study");
            read.undo();
            read.undo();
            assertThat(read.document(DocumentKind.PROPOSAL, "falls"))
                    .map(Document::tree)
                    .contains(proposal(100));
        }
        assertThat(texts(second)).isEqualTo(texts(first)).hasSize(8);
    }

    @Test
    void aChangedValueIsOneChangedLineOfItsDocument() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            List<String> before = Files.readAllLines(out.resolve("proposals/falls.proposal.json"));
            Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
            workspace.apply("Dearer", List.of(falls.set("/options/0/costs/0/amount/annual", JsonText.number(130))));
            workspace.exportTo(out);
            List<String> after = Files.readAllLines(out.resolve("proposals/falls.proposal.json"));
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.stream().filter(line -> !before.contains(line)))
                    .singleElement()
                    .asString()
                    .contains("130");
        }
    }

    @Test
    void whatIsGoneFromTheWorkspaceIsGoneFromItsNextExport() {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            workspace.apply(
                    "Removed",
                    List.of(Change.removed(
                            workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow())));
            workspace.exportTo(out);
        }
        assertThat(out.resolve("proposals/falls.proposal.json")).doesNotExist();
    }

    @Test
    void badFoldersAreRefusedWithEveryFileNamedAndLeaveNoFile() throws IOException {
        Path target = folder.resolve("new.worthwhile");
        assertThatThrownBy(() -> WorkspaceFolder.read(folder, target, CLOCK))
                .hasMessageContaining("is not the export of a workspace");
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
        }
        Files.writeString(out.resolve("proposals/falls.proposal.json"), "{");
        Files.writeString(out.resolve("edits.json"), "{\"rows\": [{\"number\": 1, \"state\": \"odd\"}]}");
        Files.writeString(
                out.resolve("datasets.json"),
                "{\"rows\": [{\"name\": \"../../evil\", \"sha256\": \"0\", \"bytes\": 1}]}");
        assertThatThrownBy(() -> WorkspaceFolder.read(out, target, CLOCK))
                .hasMessageContaining("falls.proposal.json: cannot be read as JSON")
                .hasMessageContaining("edits.json: holds a row that does not belong there")
                .hasMessageContaining("datasets.json: names a dataset '../../evil'");
        assertThat(target).doesNotExist();
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Fingerprint.of(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    @Test
    void aFileFromElsewhereCannotWriteOutsideTheFolderItIsExportedTo() {
        Path out = folder.resolve("deep").resolve("out");
        try (Workspace workspace = workspace()) {
            workspace
                    .database()
                    .update("INSERT INTO document (kind, name, text) VALUES ('proposal', '../../../evil', '{}')");
            assertThatThrownBy(() -> workspace.exportTo(out))
                    .hasMessageContaining("cannot hold a document called '../../../evil'");
        }
        assertThat(folder.resolve("evil.proposal.json")).doesNotExist();
    }

    @Test
    void rowsThatTheScreensCouldNotReadAreRefused() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
        }
        Path trail = out.resolve("trail.json");
        Files.writeString(trail, Files.readString(trail).replaceFirst("\"EDIT\"", "\"ODD\""));
        Path versions = out.resolve("versions.json");
        Files.writeString(versions, Files.readString(versions).replaceFirst("2026-11-24T", "last Tuesday "));
        assertThatThrownBy(() -> WorkspaceFolder.read(out, folder.resolve("new.worthwhile"), CLOCK))
                .hasMessageContaining("trail.json: holds a row that does not belong there")
                .hasMessageContaining("versions.json: holds a row that does not belong there");
    }
}
