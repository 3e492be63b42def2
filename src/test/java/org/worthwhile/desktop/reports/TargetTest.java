package org.worthwhile.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.exchange.OutputFile;

/** What reports do to files that are there already. */
class TargetTest {

    private static final List<String> NAMES = List.of("bus.docx", "bus.appraisal.json");

    @TempDir
    private Path folder;

    private List<Path> write(IfPresent ifPresent, String text) {
        return new Target(folder, ifPresent)
                .write(NAMES.stream().map(name -> OutputFile.of(name, text)).toList());
    }

    @Test
    void reportsThatNobodyChangedAreReplacedUnasked() {
        write(IfPresent.KEEP_BOTH, "first");
        assertThat(Target.present(folder, NAMES)).isEmpty();
        assertThat(write(IfPresent.KEEP_BOTH, "second")).containsExactly(path("bus.docx"), path("bus.appraisal.json"));
        assertThat(path("bus.docx")).hasContent("second");
    }

    @Test
    void aReportThatItsAuthorChangedStaysBesideTheNewOne() throws IOException {
        write(IfPresent.KEEP_BOTH, "first");
        Files.writeString(path("bus.docx"), "the author's");
        assertThat(Target.present(folder, NAMES)).containsExactly(path("bus.docx"));
        assertThat(write(IfPresent.KEEP_BOTH, "second"))
                .containsExactly(path("bus-2.docx"), path("bus.appraisal.json"));
        assertThat(path("bus.docx")).hasContent("the author's");
        assertThat(path("bus-2.docx")).hasContent("second");
        assertThat(write(IfPresent.KEEP_BOTH, "third")).contains(path("bus-3.docx"));
        assertThat(path("bus-2.docx")).hasContent("second");
    }

    @Test
    void aFileThatTheAnalystGivesUpIsReplaced() throws IOException {
        Files.writeString(path("bus.docx"), "somebody's");
        write(IfPresent.REPLACE, "ours");
        assertThat(path("bus.docx")).hasContent("ours");
    }

    @Test
    void nothingIsWrittenWhenItIsCancelled() throws IOException {
        Files.writeString(path("bus.docx"), "somebody's");
        assertThat(write(IfPresent.CANCEL, "ours")).isEmpty();
        assertThat(path("bus.docx")).hasContent("somebody's");
        assertThat(path("bus.appraisal.json")).doesNotExist();
    }

    private Path path(String name) {
        return folder.resolve(name);
    }
}
