package org.worthwhile.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.samples.Samples;

/** Which files the reports are. */
class ReportTaskTest {

    private final List<Appraisal> one = Samples.appraisals().subList(0, 1);

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ReportTask task(Format... formats) {
        return new ReportTask(
                one,
                List.of(),
                Map.of(),
                new ChoiceModel(session, TaskRunner.none()).task(),
                true,
                LocalDate.EPOCH,
                List.of(formats));
    }

    @ParameterizedTest
    @CsvSource({
        "JSON, .appraisal.json, portfolio.json",
        "XLSX, .xlsx, portfolio.xlsx",
        "DOCX, .docx, briefing.docx",
        "PDF, .pdf, briefing.pdf"
    })
    void reportsAreInTheFormatThatIsTickedAndInNoOther(Format format, String ending, String shared) {
        assertThat(task(format).names())
                .containsExactly(one.getFirst().basis().proposal().id() + ending, shared);
    }

    /** So that what is asked about before writing is all that is written. */
    @Test
    void theFilesWrittenAreThoseThatWereNamed() {
        ReportTask task = task(Format.DOCX, Format.XLSX);
        Target target = new Target(folder.resolve("out"), IfPresent.KEEP_BOTH);
        ReportTask.Written written = task.into(target, new Studies(session, TaskRunner.none()), _ -> true);
        assertThat(written.files().stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(task.names())
                .hasSize(4);
    }
}
