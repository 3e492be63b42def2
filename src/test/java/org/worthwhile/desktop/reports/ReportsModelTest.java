package org.worthwhile.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.Software;
import org.worthwhile.report.document.Block;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;

/** What reports tell of, without a window. */
class ReportsModelTest {

    private static final String PORTFOLIO = "The choice within the budget";
    private static final String EVIDENCE = "What studies of outcomes found";

    @TempDir
    private Path folder;

    private Session session;
    private ReportsModel model;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
        model = new ReportsModel(
                session,
                new Studies(session, TaskRunner.none()),
                new ChoiceModel(session, TaskRunner.none()),
                TaskRunner.none());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aBriefingAboutAllProposalsTellsOfStudiesAndOfTheChoice() throws IOException {
        model.allProperty().set(true);
        model.write(folder.resolve("out"), List.of(Format.DOCX, Format.JSON), _ -> IfPresent.KEEP_BOTH);
        assertThat(written()).contains("briefing.docx", "portfolio.json");
        String text = text("briefing.docx");
        for (Document study : session.snapshot().orElseThrow().studies()) {
            assertThat(text).contains(study.tree().get("title").asString());
        }
        assertThat(headings()).anyMatch(PORTFOLIO::equals).anyMatch(EVIDENCE::equals);
    }

    @Test
    void aProposalThatCannotBeAppraisedIsNamedBeforeWritingAndInTheBriefing() throws IOException {
        model.allProperty().set(true);
        assertThat(model.leftOutProperty().get()).isEmpty();
        Outcome bus = session.snapshot().orElseThrow().outcome("rural-bus").orElseThrow();
        session.edit(
                "Broken", List.of(bus.document().set("/options/1/impacts/0/quantity/population", JsonText.number(-5))));
        assertThat(model.leftOutProperty().get())
                .isEqualTo("Not in these reports, as it cannot be appraised: " + bus.title()
                        + ". Mend it under Edit proposal.");
        String sentence = "Not in this briefing, as it cannot be appraised: " + bus.title() + ".";
        assertThat(model.previewProperty().get()).contains(new Block.Paragraph(sentence));
        model.withStudiesProperty().set(false);
        model.withChoiceProperty().set(false);
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.KEEP_BOTH);
        assertThat(text("briefing.docx")).contains(sentence);
        model.allProperty().set(false);
        session.selectedProperty().set("falls-prevention");
        assertThat(model.leftOutProperty().get()).isEmpty();
        session.selectedProperty().set("rural-bus");
        assertThat(model.leftOutProperty().get()).contains(bus.title());
    }

    @Test
    void whatIsNotWantedIsLeftOut() throws IOException {
        model.allProperty().set(true);
        model.withStudiesProperty().set(false);
        model.withChoiceProperty().set(false);
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.KEEP_BOTH);
        assertThat(written()).contains("briefing.docx").doesNotContain("portfolio.xlsx");
        assertThat(headings()).noneMatch(PORTFOLIO::equals).noneMatch(EVIDENCE::equals);
    }

    @Test
    void aReportOnOneProposalTellsOfTheStudiesThatInformIt() {
        Document study = fallsProgramme();
        String informed = study.tree().at("/informs/proposal").asString();
        session.selectedProperty().set(informed);
        assertThat(model.studies()).contains(study);
        session.selectedProperty()
                .set(session.snapshot().orElseThrow().outcomes().stream()
                        .map(outcome -> outcome.name())
                        .filter(name -> !name.equals(informed))
                        .findFirst()
                        .orElseThrow());
        assertThat(model.studies()).doesNotContain(study);
    }

    /** As of a study whose answer was sent to a proposal that it does not name. */
    @Test
    void aReportOnOneProposalTellsOfTheStudyThatItsEvidenceIsFrom() throws IOException {
        Document study = fallsProgramme();
        session.edit("Informs nothing", List.of(study.remove("/informs")));
        session.selectedProperty().set("falls-prevention");
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.KEEP_BOTH);
        assertThat(text("falls-prevention.docx"))
                .contains(EVIDENCE, study.tree().get("title").asString());
    }

    private Document fallsProgramme() {
        return session.snapshot().orElseThrow().studies().stream()
                .filter(each -> each.tree().path("id").asString().equals("falls-programme"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStudyWithoutAnAnswerIsLeftOutAndSaidSo() throws IOException {
        Document study = session.snapshot().orElseThrow().studies().getFirst();
        Change wrong = study.set("/data", JsonText.object().put("path", "nowhere.csv"));
        session.edit("Lost its data", List.of(wrong));
        model.allProperty().set(true);
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.KEEP_BOTH);
        assertThat(written()).contains("briefing.docx");
        assertThat(session.problems()).singleElement().asString().contains("nowhere.csv");
        assertThat(text("briefing.docx"))
                .doesNotContain(study.tree().get("title").asString());
    }

    @Test
    void reportsBearTheDateOfTheLastEditWheneverTheyAreWritten() throws IOException {
        session.close();
        LocalDate edited = Software.RELEASED.plusDays(500);
        session = OpenSession.withSamples(
                Files.createDirectory(folder.resolve("later")),
                Clock.fixed(edited.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        model = new ReportsModel(
                session,
                new Studies(session, TaskRunner.none()),
                new ChoiceModel(session, TaskRunner.none()),
                TaskRunner.none());
        session.selectedProperty().set("rural-bus");
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.CANCEL);
        assertThat(text("rural-bus.docx"))
                .contains(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(edited));
    }

    @Test
    void whatItsAuthorChangedIsAskedAboutOnceAndBothAreKept() throws IOException {
        session.selectedProperty().set("rural-bus");
        model.write(folder.resolve("out"), List.of(Format.DOCX), _ -> IfPresent.CANCEL);
        Path report = folder.resolve("out").resolve("rural-bus.docx");
        Files.writeString(report, "the author's");
        List<List<Path>> asked = new ArrayList<>();
        model.write(folder.resolve("out"), List.of(Format.DOCX), present -> {
            asked.add(present);
            return IfPresent.KEEP_BOTH;
        });
        assertThat(asked).containsExactly(List.of(report));
        assertThat(report).hasContent("the author's");
        assertThat(text("rural-bus-2.docx")).contains("Rural on-demand bus");
    }

    @Test
    void nothingIsWrittenWhenTheQuestionIsCancelled() throws IOException {
        session.selectedProperty().set("rural-bus");
        Path report = Files.createDirectories(folder.resolve("out")).resolve("rural-bus.docx");
        Files.writeString(report, "somebody's");
        model.write(folder.resolve("out"), List.of(Format.DOCX, Format.JSON), _ -> IfPresent.CANCEL);
        assertThat(report).hasContent("somebody's");
        assertThat(written()).containsExactly("rural-bus.docx");
        assertThat(model.workingProperty().get()).isFalse();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String text(String name) throws IOException {
        try (XWPFDocument document = new XWPFDocument(
                        Files.newInputStream(folder.resolve("out").resolve(name)));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private List<String> headings() {
        return model.previewProperty().get().stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> ((Block.Heading) block).text())
                .toList();
    }
}
