package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

class ExportFolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void anExportReplacesWhatAnEarlierOneWrote() throws IOException {
        assertThat(write("first")).containsExactly(folder.resolve("a.json"), folder.resolve("b.csv"));
        write("second");
        assertThat(folder.resolve("a.json")).hasContent("second");
        assertThat(new ExportFolder(folder).protectedFiles(List.of("a.json", "b.csv", "c.csv")))
                .isEmpty();
    }

    @Test
    void aFileThatSomebodyChangedOrMadeStaysAndEachIsNamed() throws IOException {
        write("first");
        Files.writeString(folder.resolve("a.json"), "the author's own words");
        Files.writeString(folder.resolve("c.csv"), "somebody's");
        ExportFolder exports = new ExportFolder(folder);
        assertThat(exports.protectedFiles(List.of("a.json", "b.csv", "c.csv")))
                .containsExactly(folder.resolve("a.json"), folder.resolve("c.csv"));
        List<OutputFile> files = Stream.of("b.csv", "a.json", "c.csv", "d.csv")
                .map(name -> OutputFile.of(name, "second"))
                .toList();
        assertThatThrownBy(() -> exports.write(files, Overwrite.UNCHANGED_EXPORTS))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::sentence)
                                .containsExactly(
                                        folder.resolve("a.json")
                                                + ": is there already, and it was not written by an export of"
                                                + " Worthwhile or was changed since; move it, choose another folder, or replace"
                                                + " it with --overwrite.",
                                        folder.resolve("c.csv")
                                                + ": is there already, and it was not written by an export of"
                                                + " Worthwhile or was changed since; move it, choose another folder, or replace"
                                                + " it with --overwrite."));
        assertThat(folder.resolve("a.json")).hasContent("the author's own words");
        assertThat(folder.resolve("b.csv")).hasContent("first");
        assertThat(folder.resolve("d.csv")).doesNotExist();
        exports.write(files, Overwrite.ANY_FILE);
        assertThat(folder.resolve("a.json")).hasContent("second");
        exports.write(files, Overwrite.UNCHANGED_EXPORTS);
    }

    @Test
    void withoutTheListNoFileIsKnownAsAnExport() throws IOException {
        write("first");
        Files.delete(folder.resolve(ExportFolder.MANIFEST));
        assertThatThrownBy(() -> write("first")).isInstanceOf(InvalidInput.class);
        Files.writeString(folder.resolve(ExportFolder.MANIFEST), "{ no list");
        assertThatThrownBy(() -> write("first")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aCopiedFolderIsKnownByItsList(@TempDir Path copy) throws IOException {
        write("first");
        for (String name : List.of("a.json", "b.csv", ExportFolder.MANIFEST)) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        assertThat(new ExportFolder(copy).protectedFiles(List.of("a.json", "b.csv")))
                .isEmpty();
    }

    @Test
    void twoResultsOfOneNameAreRefusedThoughTheyDifferInCapitals() {
        List<OutputFile> files = List.of(OutputFile.of("Bus.xlsx", "1"), OutputFile.of("bus.xlsx", "2"));
        assertThatThrownBy(() -> new ExportFolder(folder).write(files, Overwrite.ANY_FILE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("two results would be written to this file");
        assertThat(folder.resolve("Bus.xlsx")).doesNotExist();
    }

    @Test
    void nothingIsWrittenWhenOneOfTheFilesCannotBeMade() {
        List<OutputFile> files = List.of(OutputFile.of("a.json", "1"), new OutputFile("b.pdf", _ -> {
            throw new IllegalStateException("ours");
        }));
        assertThatThrownBy(() -> new ExportFolder(folder).write(files, Overwrite.ANY_FILE))
                .isInstanceOf(IllegalStateException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private List<Path> write(String text) throws IOException {
        return new ExportFolder(folder)
                .write(
                        List.of(OutputFile.of("a.json", text), OutputFile.of("b.csv", text)),
                        Overwrite.UNCHANGED_EXPORTS);
    }
}
