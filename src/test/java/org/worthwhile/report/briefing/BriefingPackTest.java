package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.FlowsCsv;
import org.worthwhile.report.document.Block;
import org.worthwhile.report.document.DocxPaper;
import org.worthwhile.report.document.Paper;
import org.worthwhile.report.document.PdfPaper;
import org.worthwhile.samples.LibreOffice;
import org.worthwhile.samples.Samples;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

class BriefingPackTest {

    private static final String HOSTILE =
            "=HYPERLINK(\\\"http://evil.example\\\",\\\"x\\\") <script>alert(1)</script> &amp; ]]>";

    private final Paper pack = BriefingPack.of(new Briefing(
            Samples.appraisals().stream().map(BriefingPackTest::appraised).toList(),
            List.of(),
            Optional.empty(),
            LocalDate.of(2026, 11, 24)));

    private static Briefing.Appraised appraised(Appraisal appraisal) {
        return new Briefing.Appraised(
                appraisal,
                Optional.of(UncertaintyAnalysis.of(appraisal.basis(), 500, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)));
    }

    @Test
    void wordReadsHeadingsInOrderHeaderRowsCaptionsAndAlternativeTexts() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx(pack)))) {
            int level = 1;
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                String style = String.valueOf(paragraph.getStyle());
                if (style.startsWith("Heading")) {
                    int own = Integer.parseInt(style.substring("Heading".length()));
                    assertThat(own).as(paragraph.getText()).isLessThanOrEqualTo(level + 1);
                    level = own;
                }
                assertThat(document.getStyles().styleExist(style)).as(style).isTrue();
                for (XWPFRun run : paragraph.getRuns()) {
                    run.getEmbeddedPictures()
                            .forEach(picture ->
                                    assertThat(picture.getDescription()).isNotBlank());
                }
            }
            assertThat(document.getTables()).isNotEmpty();
            for (XWPFTable table : document.getTables()) {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRows())
                        .allMatch(row -> row.getTableCells().size()
                                == table.getRow(0).getTableCells().size());
            }
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("NUMPAGES");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(pack.title());
        }
    }

    @Test
    void thePdfIsTaggedNamedAndSaysTheSame() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(pack))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(pack.title());
            assertThat(pdf.getDocumentCatalog().getDocumentOutline()).isNotNull();
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Purpose and recommendation", "Falls prevention in Fenland", "Equality and diversity");
        }
    }

    @Test
    void theFirstPageSaysWhereWhatIsUnsureSpeaksAgainstTheCentralValues() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(pack))) {
            PDFTextStripper firstPage = new PDFTextStripper();
            firstPage.setEndPage(1);
            String text = firstPage.getText(pdf).replaceAll("\\s+", " ");
            // The sample's costs lean upwards: on central values it is worth a little, in most trials it is not.
            assertThat(text)
                    .containsPattern("Digital front door: .* would be worth £81,000 more than it costs; [^.]*\\."
                            + " Counting what is unsure, it is unlikely \\(1\\d in 100\\) that 'Digital front door with"
                            + " assisted help' is worth its cost\\.");
            assertThat(text).containsOnlyOnce("Counting what is unsure");
            assertThat(text).contains("under 1%", "over 99%").doesNotContain(" 100%");
        }
    }

    /** Falls prevention rests on the first study; no proposal rests on the second. */
    @Test
    void studiesThatNoImpactRestsOnAreNamedInALineAlone() {
        Appraisal falls = Samples.appraisals().stream()
                .filter(appraisal -> appraisal.basis().proposal().id().equals("falls-prevention"))
                .findFirst()
                .orElseThrow();
        List<Attribution> studies = Stream.of("falls-programme", "library-visits")
                .map(name -> Attributor.attribute(
                        new StudyReader(Samples.MODELS).read(Samples.FOLDER.resolve(name + ".study.json"))))
                .toList();

        List<Block> blocks = BriefingPack.of(new Briefing(
                        List.of(new Briefing.Appraised(falls, Optional.empty())),
                        studies,
                        Optional.empty(),
                        LocalDate.of(2026, 11, 24)))
                .blocks();

        String unused = studies.getLast().basis().study().title();
        assertThat(blocks)
                .contains(
                        new Block.Heading(2, studies.getFirst().basis().study().title()))
                .doesNotContain(new Block.Heading(2, unused))
                .contains(new Block.Paragraph(
                        "Studies not used, as no impact of these proposals rests on them: " + unused + "."));
    }

    /** Whatever a proposal's texts hold, they come out as the same texts, and nothing in them does anything. */
    @Test
    void hostileTextsStayTexts() throws IOException, InvalidFormatException {
        Paper paper = paper(Appraiser.appraise(hostile()));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx(paper)))) {
            assertThat(text(document))
                    .contains("<script>alert(1)</script> &amp; ]]>")
                    .contains("=HYPERLINK(");
            assertThat(document.getDocument().xmlText()).doesNotContain("w:hyperlink");
            assertThat(document.getPackagePart().getRelationships())
                    .noneMatch(
                            relationship -> "External".equalsIgnoreCase(String.valueOf(relationship.getTargetMode())));
        }
        try (PDDocument pdf = Loader.loadPDF(pdf(paper))) {
            List<Object> active = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                active.addAll(page.getAnnotations());
            }
            assertThat(active).isEmpty();
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("alert(1)");
        }
    }

    @Test
    void libreOfficeTakesHostileTextsForTextsToo(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        Appraisal appraisal = Appraiser.appraise(hostile());
        Path word = Files.write(folder.resolve("hostile.docx"), docx(paper(appraisal)));
        Path flows = Files.writeString(folder.resolve("flows.csv"), FlowsCsv.text(appraisal));
        Path opened = LibreOffice.convert(List.of(word), "docx", folder);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(opened.resolve("hostile.docx")))) {
            assertThat(text(document))
                    .contains("<script>alert(1)</script> &amp; ]]>")
                    .contains("=HYPERLINK(");
            assertThat(document.getDocument().xmlText()).doesNotContain("w:hyperlink");
        }
        LibreOffice.convert(List.of(flows), "xlsx", folder);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(opened.resolve("flows.xlsx")))) {
            List<CellType> types = new ArrayList<>();
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> types.add(cell.getCellType())));
            assertThat(types).contains(CellType.STRING, CellType.NUMERIC).doesNotContain(CellType.FORMULA);
        }
    }

    /** What assets are worth at the end is taken off the costs of the last year. */
    @Test
    void thePictureOfYearsSaysWhatIsTakenOffCosts() {
        assertThat(alternative("supported-housing")).contains(" and costs less receipts and residual values of ");
        assertThat(alternative("falls-prevention")).contains(" and costs less receipts of ");
        assertThat(alternative("family-hubs")).contains(" and costs of ");
    }

    private static String alternative(String proposal) {
        Appraisal appraisal = Samples.appraisals().stream()
                .filter(each -> each.basis().proposal().id().equals(proposal))
                .findFirst()
                .orElseThrow();
        return new YearPicture(appraisal, Sentences.leading(appraisal).orElseThrow())
                .block()
                .toString();
    }

    private static Paper paper(Appraisal appraisal) {
        return BriefingPack.of(new Briefing(
                List.of(new Briefing.Appraised(appraisal, Optional.empty())),
                List.of(),
                Optional.empty(),
                LocalDate.of(2026, 11, 24)));
    }

    private static String text(XWPFDocument document) {
        return document.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .reduce("", (before, after) -> before + "\n" + after);
    }

    private static AppraisalCase hostile() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("hostile.json", """
                {"format": "worthwhile-proposal/1", "id": "h", "title": "%s", "summary": "%s\\u0007\\u0000 %s",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 5},
                 "organisations": [{"id": "county", "title": "%s", "sector": "public"}],
                 "options": [
                   {"id": "bau", "title": "Business as usual", "role": "business-as-usual"},
                   {"id": "a", "title": "%s", "role": "preferred",
                    "costs": [{"id": "c", "title": "%s", "bearer": "county", "kind": "revenue", "amount": {"annual": 1000}}],
                    "unmonetised": [{"title": "@%s", "who": "-%s", "score": 1, "evidence": "+1"}]}]}""".formatted(
                        HOSTILE, HOSTILE, "long ".repeat(3000), HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE));
        return References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
    }

    private static byte[] docx(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxPaper.write(paper, out);
        return out.toByteArray();
    }

    private static byte[] pdf(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfPaper.write(paper, out);
        return out.toByteArray();
    }
}
