package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;

/** A workspace as a folder of JSON files, there and back. */
class WorkspaceFolderTest {

    @TempDir
    private Path folder;

    private Workspace workspace() {
        Workspace workspace = WorkspaceFile.create(folder.resolve("case.worthwhile"), CLOCK);
        workspace.apply(
                "Data",
                List.of(Change.added(
                        DocumentKind.STUDY, "with-data", JsonText.object().put("id", "with-data"))),
                List.of(
                        NewDataset.of("w.csv", new byte[] {1, 2, 3}, true),
                        NewDataset.of("w.csv", new byte[] {4}, true),
                        NewDataset.of("far.csv", new byte[] {5}, false)));
        workspace.apply("Added falls", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(100))));
        workspace.versions().save("Before: the \"review\"");
        Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
        workspace.apply("Delivery", List.of(falls.set("/options/0/costs/0/amount/annual", JsonText.number(120))));
        workspace.apply(
                "Study",
                List.of(Change.added(
                        DocumentKind.STUDY, "wards", JsonText.object().put("id", "wards"))));
        workspace.undo();
        workspace.resultStore().keep(DocumentKind.PROPOSAL, "falls", "abc", "Worthwhile 1", "{}\n");
        return workspace;
    }

    @Test
    void aWorkspaceThatWentThroughAFolderIsTheSameInEveryByteAndCanBeUndone() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        try (Workspace workspace = workspace()) {
            write(workspace, first);
        }
        try (Workspace read = WorkspaceFolder.read(first, folder.resolve("again.worthwhile"), CLOCK)) {
            write(read, second);
            assertThat(read.redo()).map(Edit::what).contains("Study");
            read.undo();
            read.undo();
            assertThat(read.document(DocumentKind.PROPOSAL, "falls"))
                    .map(Document::tree)
                    .contains(proposal(100));
        }
        assertThat(texts(second)).isEqualTo(texts(first)).hasSize(10);
    }

    private static void write(Workspace workspace, Path folder) {
        WorkspaceFolder.write(documents(workspace), workspace.database(), folder);
    }

    private static List<Document> documents(Workspace workspace) {
        return Stream.of(DocumentKind.values())
                .flatMap(kind -> workspace.documents(kind).stream())
                .toList();
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

    @Test
    void twoDatasetsOfTheSameNameAreThereAndBackAgain() throws IOException {
        Path out = folder.resolve("out");
        List<StoredDataset> before;
        try (Workspace workspace = workspace()) {
            before = workspace.datasets().all();
            workspace.exportTo(out);
        }
        try (Stream<Path> files = Files.list(out.resolve("datasets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("w.csv", "w-" + mark(before) + ".csv");
        }
        try (Workspace read = WorkspaceFolder.read(out, folder.resolve("again.worthwhile"), CLOCK)) {
            assertThat(read.datasets().all()).isEqualTo(before).hasSize(3);
            assertThat(read.datasets().content(Fingerprint.of(new byte[] {4}))).contains(new byte[] {4});
        }
    }

    /** Of the second of the two. */
    private static String mark(List<StoredDataset> datasets) {
        return datasets.stream()
                .filter(dataset -> dataset.name().equals("w.csv"))
                .skip(1)
                .map(dataset -> dataset.sha256().substring(0, 8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExportThatFailsLeavesTheEarlierOneWhole() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            Map<String, String> before = texts(out);
            workspace.apply(
                    "Bad name",
                    List.of(Change.added(
                            DocumentKind.STUDY, "../evil", JsonText.object().put("id", "evil"))));
            assertThatThrownBy(() -> workspace.exportTo(out)).hasMessageContaining("cannot hold a document called");
            assertThat(texts(out)).isEqualTo(before);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .as("nothing is left beside it")
                    .noneMatch(name -> name.contains("worthwhile-new") || name.contains("worthwhile-old"));
        }
    }

    @Test
    void aKilledExportIsBroughtToAnEndByTheNext() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            Files.writeString(out.resolve("README.md"), "ours");
            // Killed while the earlier export and what else was there were moved: they lie beside the folder.
            Path fresh = folder.resolve(".out.worthwhile-new");
            write(workspace, fresh);
            Files.move(out.resolve("README.md"), fresh.resolve("README.md"));
            Files.move(out, folder.resolve(".out.worthwhile-old"));
            workspace.exportTo(out);
        }
        assertThat(out.resolve("README.md")).hasContent("ours");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".out")))
                    .isEmpty();
        }
    }

    /** As a kill between the two renames leaves it. */
    private void killBetweenTheRenames(Workspace workspace, Path out) throws IOException {
        workspace.exportTo(out);
        Files.writeString(out.resolve("README.md"), "ours");
        Path fresh = folder.resolve(".out.worthwhile-new");
        write(workspace, fresh);
        Files.move(out.resolve("README.md"), fresh.resolve("README.md"));
        Files.move(out, folder.resolve(".out.worthwhile-old"));
    }

    @Test
    void anExportThatAKillLeftAsideIsPutBackAndToldWhenTheFileIsOpened() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            killBetweenTheRenames(workspace, out);
        }
        try (Workspace opened = WorkspaceFile.open(folder.resolve("case.worthwhile"), CLOCK)) {
            assertThat(FallsFile.sentences(opened))
                    .containsExactly(out + ": an export to it was interrupted, and the export before it has been put"
                            + " back; export again.");
        }
        assertThat(out.resolve("README.md")).hasContent("ours");
        assertThat(FallsFile.names(folder)).noneMatch(name -> name.startsWith(".out"));
        try (Workspace again = WorkspaceFile.open(folder.resolve("case.worthwhile"), CLOCK)) {
            assertThat(again.notices()).isEmpty();
        }
    }

    @Test
    void anExportThatAKillLeftAsideIsReadFromItsPlace() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            killBetweenTheRenames(workspace, out);
        }
        try (Workspace read = WorkspaceFolder.read(out, folder.resolve("read.worthwhile"), CLOCK)) {
            assertThat(read.document(DocumentKind.PROPOSAL, "falls")).isPresent();
        }
        assertThat(out.resolve("README.md")).hasContent("ours");
    }

    @Test
    void anotherFolderOfThatNameIsNoExportThatWasLeftAside() throws IOException {
        workspace().close();
        Path other = Files.createDirectory(folder.resolve(".mine.worthwhile-old"));
        WorkspaceFile.open(folder.resolve("case.worthwhile"), CLOCK).close();
        assertThat(other).isDirectory();
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void anExportGoesIntoAnEmptyFolderOrAnEarlierExportAndElseIntoOneOfItsOwn() throws IOException {
        Path file = folder.resolve("case.worthwhile");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(WorkspaceFolder.placeIn(empty, file)).isEqualTo(empty);
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "ours");
        assertThat(WorkspaceFolder.placeIn(full, file)).isEqualTo(full.resolve("case"));
        Files.writeString(Files.createDirectory(full.resolve("case")).resolve("notes.txt"), "ours too");
        assertThat(WorkspaceFolder.placeIn(full, file)).isEqualTo(full.resolve("case 2"));
        try (Workspace workspace = workspace()) {
            workspace.exportTo(full.resolve("case 2"));
            assertThat(WorkspaceFolder.placeIn(full, file)).isEqualTo(full.resolve("case 2"));
        }
        assertThat(full.resolve("letter.txt")).hasContent("ours");
        assertThat(full.resolve("case").resolve("notes.txt")).hasContent("ours too");
    }

    @Test
    void whatElseLiesInTheFolderStays() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            Files.createDirectories(out.resolve(".git/objects"));
            Files.writeString(out.resolve(".git/objects/a"), "a");
            Files.writeString(out.resolve("proposals/notes.txt"), "notes");
            workspace.exportTo(out);
        }
        assertThat(out.resolve(".git/objects/a")).hasContent("a");
        assertThat(out.resolve("proposals/notes.txt")).hasContent("notes");
    }

    @Test
    void aFolderOfOtherFilesIsNotWrittenInto() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("edits.json"), "somebody's");
        try (Workspace workspace = workspace()) {
            assertThatThrownBy(() -> workspace.exportTo(out)).hasMessageContaining("holds other files");
            assertThatThrownBy(() -> workspace.exportTo(folder)).hasMessageContaining("holds the file that is open");
        }
        assertThat(out.resolve("edits.json")).hasContent("somebody's");
    }

    @Test
    void aFileThatNoExportWroteIsNotReplaced() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
            Files.writeString(out.resolve("proposals/other.proposal.json"), "by hand");
            workspace.apply(
                    "Other",
                    List.of(Change.added(
                            DocumentKind.PROPOSAL, "other", JsonText.object().put("id", "other"))));
            assertThatThrownBy(() -> workspace.exportTo(out))
                    .hasMessageContaining("other.proposal.json: was not written by an earlier export");
        }
        assertThat(out.resolve("proposals/other.proposal.json")).hasContent("by hand");
    }

    @Test
    void namesThatSomeSystemCannotGiveAFileGoThroughTheFolder() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = WorkspaceFile.create(folder.resolve("case.worthwhile"), CLOCK)) {
            for (String name : List.of("CON", "Falls", "falls", "a.", "nul.x")) {
                workspace.apply(
                        name,
                        List.of(Change.added(
                                DocumentKind.PROPOSAL, name, JsonText.object().put("id", name))));
            }
            workspace.exportTo(out);
            try (Stream<Path> files = Files.list(out.resolve("proposals"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .hasSize(5)
                        .allMatch(FileNames::isPortable)
                        .extracting(name -> name.toLowerCase(Locale.ROOT))
                        .doesNotHaveDuplicates();
            }
            try (Workspace read = WorkspaceFolder.read(out, folder.resolve("again.worthwhile"), CLOCK)) {
                assertThat(documents(read)).isEqualTo(documents(workspace));
            }
        }
    }

    @Test
    void documentsThatAreNoObjectsAndFilesThatAreMissingAreRefusedByTheirPlace() throws IOException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
        }
        Files.writeString(out.resolve("proposals/falls.proposal.json"), "7");
        Files.delete(out.resolve("studies/with-data.study.json"));
        Files.delete(out.resolve("results.json"));
        assertThatThrownBy(() -> WorkspaceFolder.read(out, folder.resolve("new.worthwhile"), CLOCK))
                .hasMessageContaining("falls.proposal.json: is no proposal")
                .hasMessageContaining("with-data.study.json: is missing from the export")
                .hasMessageContaining("results.json: is missing from the export");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("out", "case.worthwhile");
        }
    }

    @Test
    void pipesAndLinksOutOfTheFolderAreRefusedAndNotReadFrom() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        try (Workspace workspace = workspace()) {
            workspace.exportTo(out);
        }
        Path secret = Files.writeString(folder.resolve("secret.json"), "{\"id\": \"secret\"}");
        Path link = out.resolve("proposals/link.proposal.json");
        assumeTrue(canMake(link, secret), "this system makes no links for this user");
        Path pipe = out.resolve("studies/pipe.study.json");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "this system makes no pipes");
        assertThatThrownBy(() -> WorkspaceFolder.read(out, folder.resolve("new.worthwhile"), CLOCK))
                .hasMessageContaining("link.proposal.json: leads out of the folder")
                .hasMessageContaining("pipe.study.json: is no ordinary file");
    }

    private static boolean canMake(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
            return true;
        } catch (IOException | UnsupportedOperationException notHere) {
            return false;
        }
    }

    @Test
    void exportsOfTheFirstFormatAreReadAndReplaced() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        byte[] bytes = "y\n1\n".getBytes(StandardCharsets.UTF_8);
        Files.writeString(out.resolve("workspace.json"), "{\"format\": \"worthwhile-workspace/1\"}");
        for (String name : List.of("edits", "trail", "versions", "results")) {
            Files.writeString(out.resolve(name + ".json"), "{\"rows\": []}");
        }
        Files.writeString(
                out.resolve("datasets.json"),
                "{\"rows\": [{\"name\": \"w.csv\", \"sha256\": \"%s\", \"bytes\": 4}]}"
                        .formatted(Fingerprint.of(bytes)));
        Files.write(Files.createDirectory(out.resolve("datasets")).resolve("w.csv"), bytes);
        Files.writeString(
                Files.createDirectory(out.resolve("studies")).resolve("wards.study.json"),
                "{\"id\": \"wards\", \"data\": {\"path\": \"w.csv\"}}");
        try (Workspace read = WorkspaceFolder.read(out, folder.resolve("again.worthwhile"), CLOCK)) {
            Document study = read.document(DocumentKind.STUDY, "wards").orElseThrow();
            assertThat(read.datasets().fingerprint(study).flatMap(read.datasets()::content))
                    .contains(bytes);
            read.exportTo(out);
            assertThat(texts(out).keySet()).contains("datasets/w.csv", "studies/wards.study.json");
        }
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
            workspace.apply("Evil", List.of(Change.added(DocumentKind.PROPOSAL, "../../../evil", JsonText.object())));
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
