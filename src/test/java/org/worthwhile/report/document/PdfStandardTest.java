package org.worthwhile.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.samples.Samples;

/** PDFs keep to the standards of accessible and of archived documents, by the validator of the PDF Association. */
class PdfStandardTest {

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_2_A"})
    void aBriefingKeepsToTheStandard(PDFAFlavour standard) throws Exception {
        Appraisal appraisal = Appraiser.appraise(new ProposalFiles(Samples.MODELS)
                .load(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")), List.of(), Optional.empty())
                .getFirst());
        Paper briefing = BriefingPack.of(new Briefing(
                List.of(new Briefing.Appraised(appraisal, Optional.empty())),
                List.of(),
                Optional.of(new Briefing.Portfolio(
                        PortfolioChooser.choose(
                                Candidate.of(List.of(appraisal)), Constraints.NONE.withBudget(20_000_000)),
                        Optional.empty())),
                LocalDate.of(2026, 11, 27)));

        assertThat(failures(briefing, standard)).isEmpty();
    }

    /** Every kind of block, at length, with what no font has, and none at all. */
    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFUA_1", "PDFA_2_A"})
    void everyKindOfBlockKeepsToTheStandard(PDFAFlavour standard) throws Exception {
        List<List<String>> rows = Stream.iterate(1, i -> i + 1)
                .limit(80)
                .map(i -> List.of("Row " + i, "\u0141\u00f3d\u017a & <b>", "\u00a31,234"))
                .toList();
        Paper paper = new Paper(
                "Gwasanaeth bws \u0175 \u2013 \u20ac",
                "A subtitle",
                "Worthwhile",
                List.of(
                        new Block.Heading(1, "One"),
                        new Block.Heading(2, "Two"),
                        new Block.Heading(3, "Three"),
                        new Block.Paragraph("In 2026/27: \u6c34 \u05d0 \ud83d\ude8c"),
                        new Block.Bullets(List.of("a", "b")),
                        new Block.ToComplete("Write this."),
                        new Block.NewPage(),
                        new Block.Table("A table", List.of("Row", "Name", "Amount"), rows, 2),
                        new Block.Picture("A picture", "It shows a square", square(), 40, 40),
                        new Block.Picture("", "It shows a square", square(), 1_000, 10)));

        assertThat(failures(paper, standard)).isEmpty();
        assertThat(failures(new Paper("", "", "", List.of(new Block.Paragraph(""))), standard))
                .isEmpty();
    }

    private static byte[] square() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", png);
        return png.toByteArray();
    }

    private static List<String> failures(Paper paper, PDFAFlavour standard) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfPaper.write(paper, pdf);
        try (var parsed = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(pdf.toByteArray()), standard);
                var validator = Foundries.defaultInstance().createValidator(standard, false)) {
            var result = validator.validate(parsed);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
